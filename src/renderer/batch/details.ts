import {
  type Batch,
  type BatchItem,
  countItems,
  isItemOver,
  isItemRunning,
  itemsToExport,
} from '../../shared/domain/batch.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { costKinds, type LikelyCost } from '../../shared/domain/message-cost.ts';
import { messageFor, messagePlaceholders, unknownPlaceholders } from '../../shared/domain/template.ts';
import { phaseText } from '../exports/phase.ts';
import { failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';

const previewed = 3;

/** A file that a batch is put together of, and what is asked of it: its own instruction or the common one, or nothing yet. */
export type Instructed = { readonly name: string; readonly instruction: string };

/** What the sheet says of the instructions: what will be sent first, and placeholders that mean nothing. */
export function templateDetails(
  template: string,
  files: readonly Instructed[],
): { readonly previews: readonly string[]; readonly unknown: readonly string[] } {
  const texts = new Set([template, ...files.map(({ instruction }) => instruction)]);
  return {
    previews: files
      .slice(0, previewed)
      .map(({ name, instruction }, index) => messageFor(instruction, name, index + 1))
      .filter((message) => message !== ''),
    unknown: [...new Set([...texts].flatMap((text) => unknownPlaceholders(text, messagePlaceholders)))],
  };
}

/** What a batch will likely cost, in credits, from what such messages cost before; each of them has a file to work with. */
export function likelyBatchCost(
  instructions: readonly string[],
  likely: LikelyCost,
): { readonly least: number; readonly most: number } {
  const files = new Map<string, number>();
  for (const text of instructions) files.set(text, (files.get(text) ?? 0) + 1);
  const spans = [...files].map(([text, count]) => costKinds(text, true).map((kind) => likely[kind] * count));
  return {
    least: spans.reduce((sum, costs) => sum + Math.min(...costs), 0),
    most: spans.reduce((sum, costs) => sum + Math.max(...costs), 0),
  };
}

/** `6`, or `6–96` where the words leave it open. */
export function spanText(least: number, most: number): string {
  return least === most ? String(least) : `${least}–${most}`;
}

/** How many items are over, of how many. */
export function overOf({ items }: Pick<Batch, 'items'>): { readonly over: number; readonly count: number } {
  return { over: items.filter(({ state }) => isItemOver(state)).length, count: items.length };
}

/** `3 done · 2 running · 5 waiting`, without what is zero. */
export function countsText(t: Translate, items: readonly BatchItem[]): string {
  const counts = countItems(items);
  const running = counts.uploading + counts.asking + counts.exporting;
  const all = { ...counts, running };
  const named = ['done', 'running', 'waiting', 'needs-you', 'failed', 'stopped'] as const;
  return named.flatMap((name) => (all[name] > 0 ? [t(`batch.counts.${name}`, { count: all[name] })] : [])).join(' · ');
}

/** Where a batch stands, in a sentence. */
export function batchStateText(t: Translate, { state, pause, items }: Batch): string {
  if (state === 'stopped')
    return t(items.some((item) => isItemRunning(item.state)) ? 'batch.stopping' : 'batch.stopped');
  if (state === 'running') return t('batch.running');
  if (state === 'done') return t('batch.finished');
  if (pause?.by === 'failure') return t('batch.pausedByFailure', { reason: failureText(t, pause.failure) });
  return t(pause?.by === 'item' ? 'batch.pausedByItem' : 'batch.paused');
}

/** Why nothing can be exported now; null where something can. */
export function exportAllOff(t: Translate, batch: Batch, hasProject: (projectId: string) => boolean): string | null {
  if (batch.state === 'paused') return t('batch.exportAllPaused');
  const stopping = batch.state === 'stopped' && batch.items.some(({ state }) => isItemRunning(state));
  if (stopping) return t('batch.stopping');
  if (itemsToExport(batch.items, hasProject).length > 0) return null;
  return t(batch.items.some(({ exportId }) => exportId !== null) ? 'batch.allExported' : 'batch.nothingToExport');
}

/** What else is known about an item. `sent`: 0..1; `tookMs`: how long the present phase of its export has lasted. */
type ItemDetails = {
  readonly sent: number | undefined;
  readonly job: ExportJob | undefined;
  readonly tookMs: number;
};

/** What an item is doing, or what came of it. */
export function itemText(t: Translate, item: BatchItem, { sent = 0, job, tookMs }: ItemDetails): string {
  switch (item.state) {
    case 'waiting':
      return t('batch.waiting');
    case 'uploading':
      return t('batch.uploading', { percent: Math.round(sent * 100) });
    case 'asking':
      return t('batch.asking');
    case 'exporting':
      return job === undefined ? t('batch.exporting') : phaseText(t, job, tookMs);
    case 'needs-you':
      return t(item.doubt === 'question' ? 'batch.question' : 'batch.unchanged');
    case 'done':
      return t(item.exportId === null ? 'batch.done' : 'batch.saved');
    case 'failed':
      if (item.doubt === 'uncertain') return t('batch.uncertain');
      return item.failure === null ? t('batch.failed') : failureText(t, item.failure);
    case 'stopped':
      return t('batch.itemStopped');
  }
}

/** What a screen reader announces: that a batch begins, pauses or ends. Null for nothing. */
export function batchAnnouncement(t: Translate, before: readonly Batch[], now: readonly Batch[]): string | null {
  if (before === now) return null;
  const known = new Map(before.map((batch) => [batch.id, batch.state]));
  const changed = now.find(({ id, state }) => known.get(id) !== state);
  if (changed === undefined) return null;
  if (changed.state === 'done') return t('batch.ended');
  if (changed.state === 'paused') return t('batch.nowPaused');
  return changed.state === 'running' && known.get(changed.id) === undefined ? t('batch.begun') : null;
}

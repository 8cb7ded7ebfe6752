import type { DecisionReason } from '../../shared/domain/needs-decision.ts';
import type { ImportRow } from '../../shared/domain/import-review.ts';
import { decisionText, failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';

/** What the user ticked or unticked by hand, by row. */
export type Ticks = ReadonlyMap<number, boolean>;

/** Whether a row can be ticked. One that needs a decision can: it then waits above the composer. */
export function canTick({ check }: ImportRow): boolean {
  return check.state === 'usable' || check.state === 'offer';
}

/** Whether a row is ticked: a usable one is, unless the user said otherwise. */
export function isTicked(row: ImportRow, ticks: Ticks): boolean {
  return canTick(row) && (ticks.get(row.id) ?? row.check.state === 'usable');
}

/** Rows whose name or folder holds the words, in any case. */
export function matching(rows: readonly ImportRow[], filter: string): readonly ImportRow[] {
  const words = filter.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ folder, name }) => {
    const text = `${folder}/${name}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** Ticks or unticks these rows: the usable ones, and to untick also what was ticked by hand. */
export function tickAll(ticks: Ticks, rows: readonly ImportRow[], to: boolean): Ticks {
  const after = new Map(ticks);
  for (const row of rows) if (row.check.state === 'usable' || (!to && canTick(row))) after.set(row.id, to);
  return after;
}

/** Why a row is not usable as it is, in a few words; null where it is, or is still being checked. */
export function shortReason(t: Translate, { check }: ImportRow): string | null {
  switch (check.state) {
    case 'checking':
    case 'usable':
      return null;
    case 'offer':
      return offerWords(t, check.reason);
    case 'refused': {
      const { code } = check.failure;
      const known =
        code === 'unsupported-file' || code === 'file-empty' || code === 'file-unreadable' || code === 'file-forbidden';
      return t(`importReview.short.${known ? code : 'other'}`);
    }
  }
}

/** The same in whole sentences, and what ticking it leads to; null where there is nothing to say. */
export function fullReason(t: Translate, { check, bytes }: ImportRow): string | null {
  switch (check.state) {
    case 'checking':
    case 'usable':
      return null;
    case 'offer':
      return `${decisionText(t, check.reason, bytes)}${t(`importReview.ticked.${check.reason.kind}`)}`;
    case 'refused':
      return failureText(t, check.failure);
  }
}

function offerWords(t: Translate, reason: DecisionReason): string {
  switch (reason.kind) {
    case 'convertible':
      return t('importReview.short.convertible', { format: reason.format.toUpperCase() });
    case 'misnamed':
      return t('importReview.short.misnamed', { name: reason.name.replace(/^.*\./, '') });
    case 'too-large':
    case 'damaged':
    case 'duplicate':
      return t(`importReview.short.${reason.kind}`);
  }
}

import type { AwayItem, AwayOutcome } from '../shared/domain/startup-report.ts';
import { isExportOver, type ExportJob } from '../shared/domain/export-job.ts';
import type { Project } from '../shared/domain/project.ts';
import { isTurnOver, type Turn } from '../shared/domain/turn.ts';
import type { Upload } from '../shared/domain/upload.ts';
import type { AppEvent } from '../shared/contract/events.ts';

/** What the history holds at a start, before anything goes on. */
export type AtStart = {
  readonly projects: readonly Project[];
  readonly exports: readonly ExportJob[];
  /** Those that are not over, waiting ones last. */
  readonly turns: readonly Turn[];
  /** Those that were not uploaded. */
  readonly uploads: readonly Upload[];
};

/** What there is to tell, and whose end is still to come: exports and turns that were under way. */
export type AwayReport = { readonly items: readonly AwayItem[]; readonly pending: ReadonlySet<string> };

/** `exportsSeenAt`: when exports were last looked at, epoch ms. */
export function awayAtStart({ projects, exports, turns, uploads }: AtStart, exportsSeenAt: number): AwayReport {
  const known = new Set(projects.map(({ id }) => id));
  const ended = exports.filter(({ endedAt }) => (endedAt ?? 0) > exportsSeenAt);
  const agentTurns = turns.filter(({ route }) => route === 'agent');
  const waiting = agentTurns.filter(({ state }) => state === 'queued');
  const firstWaiting = waiting.filter(
    ({ projectId }, index) => waiting.findIndex((turn) => turn.projectId === projectId) === index,
  );
  const items = [
    ...ended.flatMap(exportItem),
    ...firstWaiting.map((turn) => turnItem(turn, 'not-sent')),
    ...uploads.map(({ id, projectId, name }) => itemOf(id, projectId, name, 'not-uploaded')),
  ];
  const underWay = [
    ...exports.filter(({ state }) => !isExportOver(state)),
    ...agentTurns.filter(({ state }) => state !== 'queued'),
  ];
  return {
    items: items.filter(({ projectId }) => known.has(projectId)),
    pending: new Set(underWay.map(({ id }) => id)),
  };
}

/** What an event makes of the report; the same object where it makes nothing. */
export function withNews(report: AwayReport, event: AppEvent): AwayReport {
  if (event.type === 'export') return withExport(report, event.job);
  if (event.type === 'export-removed') return without(report, event.exportId);
  if (event.type === 'turn') return withTurn(report, event.turn);
  if (event.type === 'upload' && event.upload.state !== 'failed') return without(report, event.upload.id);
  if (event.type === 'upload-removed') return without(report, event.uploadId);
  if (event.type === 'turn-removed') return without(report, event.turnId);
  if (event.type !== 'project-removed') return report;
  const items = report.items.filter(({ projectId }) => projectId !== event.projectId);
  return items.length === report.items.length ? report : { ...report, items };
}

/** One that is tried again is news no more: the user has seen to it. */
function withExport(report: AwayReport, job: ExportJob): AwayReport {
  if (!isExportOver(job.state)) return without(report, job.id);
  return report.pending.has(job.id) ? ended(report, job.id, exportItem(job)) : report;
}

function withTurn(report: AwayReport, turn: Turn): AwayReport {
  if (turn.state === 'queued') return report;
  if (!isTurnOver(turn.state)) return without(report, turn.id);
  if (!report.pending.has(turn.id)) return without(report, turn.id);
  const outcome = turn.state === 'done' ? 'answered' : turn.state === 'failed' ? 'answer-failed' : 'answer-unknown';
  return ended(report, turn.id, [turnItem(turn, outcome)]);
}

function ended({ items, pending }: AwayReport, id: string, news: readonly AwayItem[]): AwayReport {
  return { items: [...items, ...news], pending: new Set([...pending].filter((other) => other !== id)) };
}

function without(report: AwayReport, id: string): AwayReport {
  const items = report.items.filter((item) => item.id !== id);
  return items.length === report.items.length ? report : { ...report, items };
}

/** A cancelled export is no news to the one who cancelled it. */
function exportItem({ id, projectId, fileName, state, failure }: ExportJob): readonly AwayItem[] {
  if (state === 'saved') return [itemOf(id, projectId, fileName, 'saved')];
  return state === 'failed' ? [itemOf(id, projectId, fileName, 'export-failed', failure)] : [];
}

function turnItem({ id, projectId, prompt, failure }: Turn, outcome: AwayOutcome): AwayItem {
  return itemOf(id, projectId, prompt, outcome, failure);
}

function itemOf(
  id: string,
  projectId: string,
  name: string,
  outcome: AwayOutcome,
  failure: AwayItem['failure'] = null,
): AwayItem {
  return { id, projectId, name, outcome, failure };
}

/** Keeps the report, and tells the window when there is news. */
export type Away = {
  readonly items: () => readonly AwayItem[];
  readonly begin: (found: AtStart, exportsSeenAt: number) => void;
  readonly observe: (event: AppEvent) => void;
  /** The user has read it; what ends later is told as it always is. */
  readonly dismiss: () => void;
};

const nothing: AwayReport = { items: [], pending: new Set() };

export function createAway(emit: (event: AppEvent) => void): Away {
  let report = nothing;
  const take = (next: AwayReport): void => {
    const news = next.items !== report.items;
    report = next;
    if (news) emit({ type: 'away', items: next.items });
  };
  return {
    items: () => report.items,
    begin: (found, exportsSeenAt) => {
      report = awayAtStart(found, exportsSeenAt);
    },
    observe: (event) => take(withNews(report, event)),
    dismiss: () => take(nothing),
  };
}

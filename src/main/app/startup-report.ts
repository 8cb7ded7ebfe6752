import type { StartupReportItem, StartupOutcome } from '../../shared/domain/startup-report.ts';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Settings } from '../storage/settings.ts';
import type { Env } from './env.ts';

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
type StartupReport = { readonly items: readonly StartupReportItem[]; readonly pending: ReadonlySet<string> };

/** `exportsSeenAt`: when exports were last looked at, epoch ms. */
export function startupReportOf({ projects, exports, turns, uploads }: AtStart, exportsSeenAt: number): StartupReport {
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
export function withEvent(report: StartupReport, event: AppEvent): StartupReport {
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
function withExport(report: StartupReport, job: ExportJob): StartupReport {
  if (!isExportOver(job.state)) return without(report, job.id);
  return report.pending.has(job.id) ? ended(report, job.id, exportItem(job)) : report;
}

function withTurn(report: StartupReport, turn: Turn): StartupReport {
  if (turn.state === 'queued') return report;
  if (!isTurnOver(turn.state)) return without(report, turn.id);
  if (!report.pending.has(turn.id)) return without(report, turn.id);
  const outcome = turn.state === 'done' ? 'answered' : turn.state === 'failed' ? 'answer-failed' : 'answer-unknown';
  return ended(report, turn.id, [turnItem(turn, outcome)]);
}

function ended({ items, pending }: StartupReport, id: string, changed: readonly StartupReportItem[]): StartupReport {
  return { items: [...items, ...changed], pending: new Set([...pending].filter((other) => other !== id)) };
}

function without(report: StartupReport, id: string): StartupReport {
  const items = report.items.filter((item) => item.id !== id);
  return items.length === report.items.length ? report : { ...report, items };
}

/** A cancelled export is no news to the one who cancelled it. */
function exportItem({ id, projectId, fileName, state, failure }: ExportJob): readonly StartupReportItem[] {
  if (state === 'saved') return [itemOf(id, projectId, fileName, 'saved')];
  return state === 'failed' ? [itemOf(id, projectId, fileName, 'export-failed', failure)] : [];
}

function turnItem({ id, projectId, prompt, failure }: Turn, outcome: StartupOutcome): StartupReportItem {
  return itemOf(id, projectId, prompt, outcome, failure);
}

function itemOf(
  id: string,
  projectId: string,
  name: string,
  outcome: StartupOutcome,
  failure: StartupReportItem['failure'] = null,
): StartupReportItem {
  return { id, projectId, name, outcome, failure };
}

/** Keeps the report, and tells the window when it changes. */
export type StartupReporter = {
  readonly items: () => readonly StartupReportItem[];
  /** The events that it is to be told. */
  readonly hears: typeof heard;
  readonly observe: (event: AppEvent) => void;
  /** The user has read it; what ends later is told as it always is. */
  readonly dismiss: () => void;
};

const heard = [
  'export',
  'export-removed',
  'turn',
  'turn-removed',
  'upload',
  'upload-removed',
  'project-removed',
] as const;
const nothing: StartupReport = { items: [], pending: new Set() };

type StartupReportDeps = {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  readonly found: AtStart;
};

export function openStartupReport({ bus, clock }: Env, { settings, found }: StartupReportDeps): StartupReporter {
  // What an older version of the app has exported was looked at then.
  if (settings.get('exportsSeenAt') === 0) settings.set('exportsSeenAt', clock.now());
  let report = startupReportOf(found, settings.get('exportsSeenAt'));
  const take = (next: StartupReport): void => {
    const changed = next.items !== report.items;
    report = next;
    if (changed) bus.emit({ type: 'startup-report', items: next.items });
  };
  return {
    items: () => report.items,
    hears: heard,
    observe: (event) => take(withEvent(report, event)),
    dismiss: () => take(nothing),
  };
}

import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { isMediaJobOver, type MediaJob } from '../../shared/domain/media-job.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { AtStart } from '../app/startup-report.ts';

/** What the desktop shows of the app: what is under way, and what nobody has looked at. Followed through the app's own events. */
export type DesktopActivity = {
  /** Answers that nobody has read, by project; without those that are zero. */
  readonly unread: ReadonlyMap<string, number>;
  /** Exports that ended while nobody looked. */
  readonly unseen: ReadonlySet<string>;
  readonly exports: ReadonlyMap<string, ExportJob>;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Messages to the agent that are not over; waiting ones, too. */
  readonly turns: ReadonlyMap<string, Turn>;
  /** Files that are being made out of others on this computer, or wait for the user's word. */
  readonly making: ReadonlyMap<string, MediaJob>;
};

/** What a start finds. */
type Found = Pick<AtStart, 'projects' | 'exports' | 'turns'> & {
  /** When exports were last looked at, epoch ms. */
  readonly exportsSeenAt: number;
};

export const nothingUnderWay: DesktopActivity = {
  unread: new Map(),
  unseen: new Set(),
  exports: new Map(),
  uploads: new Map(),
  turns: new Map(),
  making: new Map(),
};

export function activityOf({ projects, exports, turns, exportsSeenAt }: Found): DesktopActivity {
  const unseen = exports.filter((job) => isUnseen(job) && (job.endedAt ?? 0) > exportsSeenAt);
  return {
    ...nothingUnderWay,
    unread: new Map(projects.flatMap(({ id, unread }) => (unread > 0 ? [[id, unread] as const] : []))),
    unseen: new Set(unseen.map(({ id }) => id)),
    exports: new Map(exports.filter(({ state }) => !isExportOver(state)).map((job) => [job.id, job])),
    turns: new Map(turns.filter(({ route }) => route === 'agent').map((turn) => [turn.id, turn])),
  };
}

/** What an event makes of it; the same object where it makes nothing. `attended`: the window has the user's attention. */
export function withEvent(activity: DesktopActivity, event: AppEvent, attended: boolean): DesktopActivity {
  if (event.type === 'project') return { ...activity, unread: withUnread(activity.unread, event.project) };
  if (event.type === 'project-removed') return { ...activity, unread: without(activity.unread, event.projectId) };
  if (event.type === 'export') return withExport(activity, event.job, attended);
  if (event.type === 'export-removed') return { ...activity, unseen: lookedAt(activity.unseen, event.exportId) };
  if (event.type === 'upload') return { ...activity, uploads: withUpload(activity.uploads, event.upload) };
  if (event.type === 'upload-removed') return { ...activity, uploads: without(activity.uploads, event.uploadId) };
  if (event.type === 'turn') return { ...activity, turns: withTurn(activity.turns, event.turn) };
  if (event.type === 'turn-removed') return { ...activity, turns: without(activity.turns, event.turnId) };
  if (event.type === 'media-job') return { ...activity, making: withMaking(activity.making, event.job) };
  return activity;
}

export function exportsSeen(activity: DesktopActivity): DesktopActivity {
  return activity.unseen.size === 0 ? activity : { ...activity, unseen: new Set() };
}

/** The number on the app's icon: answers not read, and exports that ended and were not looked at. */
export function badgeNumber({ unread, unseen }: DesktopActivity): number {
  return [...unread.values()].reduce((sum, count) => sum + count, unseen.size);
}

/** The bar on the app's icon; `share` is 0..1. */
export type Progress =
  { readonly kind: 'none' } | { readonly kind: 'unknown' } | { readonly kind: 'known'; readonly share: number };

/** How far all transfers together are, by bytes. Rendering has no share: alone, it merely shows that something goes on. */
export function progressOf({ exports, uploads }: DesktopActivity): Progress {
  const jobs = [...exports.values()];
  if (jobs.length + uploads.size === 0) return { kind: 'none' };
  const downloads = jobs.flatMap(({ state, received, bytes }) =>
    state === 'downloading' && bytes !== null && bytes > 0 ? [{ done: received, of: bytes }] : [],
  );
  const transfers = [...downloads, ...[...uploads.values()].map(({ sent, bytes }) => ({ done: sent, of: bytes }))];
  const whole = transfers.reduce((sum, { of }) => sum + of, 0);
  if (whole === 0) return { kind: 'unknown' };
  const done = transfers.reduce((sum, transfer) => sum + transfer.done, 0);
  return { kind: 'known', share: Math.min(1, done / whole) };
}

function withExport(activity: DesktopActivity, job: ExportJob, attended: boolean): DesktopActivity {
  if (!isExportOver(job.state)) {
    return { ...activity, unseen: lookedAt(activity.unseen, job.id), exports: put(activity.exports, job) };
  }
  if (!activity.exports.has(job.id)) return activity;
  const unseen = isUnseen(job) && !attended ? new Set([...activity.unseen, job.id]) : activity.unseen;
  return { ...activity, unseen, exports: without(activity.exports, job.id) };
}

function withUpload(before: DesktopActivity['uploads'], upload: Upload): DesktopActivity['uploads'] {
  const running = upload.state === 'waiting' || upload.state === 'uploading';
  return running ? put(before, upload) : without(before, upload.id);
}

function withMaking(before: DesktopActivity['making'], job: MediaJob): DesktopActivity['making'] {
  return isMediaJobOver(job) ? without(before, job.id) : put(before, job);
}

function withTurn(before: DesktopActivity['turns'], turn: Turn): DesktopActivity['turns'] {
  if (turn.route !== 'agent') return before;
  return isTurnOver(turn.state) ? without(before, turn.id) : put(before, turn);
}

/** A cancelled export is no news to the one who cancelled it. */
function isUnseen({ state }: ExportJob): boolean {
  return state === 'saved' || state === 'failed';
}

function withUnread(before: DesktopActivity['unread'], { id, unread }: Project): DesktopActivity['unread'] {
  return unread === 0 ? without(before, id) : new Map([...before, [id, unread]]);
}

function put<T extends { readonly id: string }>(before: ReadonlyMap<string, T>, item: T): ReadonlyMap<string, T> {
  return new Map([...before, [item.id, item]]);
}

function without<T>(before: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  return before.has(id) ? new Map([...before].filter(([key]) => key !== id)) : before;
}

function lookedAt(unseen: DesktopActivity['unseen'], id: string): DesktopActivity['unseen'] {
  return unseen.has(id) ? new Set([...unseen].filter((key) => key !== id)) : unseen;
}

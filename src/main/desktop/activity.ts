import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { isWorkshopJobOver, type WorkshopJob } from '../../shared/domain/media-job.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { AtStart } from '../startup-report.ts';

/** What the desktop shows of the app: what is under way, and what nobody has looked at. Followed through the app's own events. */
export type Tally = {
  /** Answers that nobody has read, by project; without those that are zero. */
  readonly unread: ReadonlyMap<string, number>;
  /** Exports that ended while nobody looked. */
  readonly unseen: ReadonlySet<string>;
  readonly exports: ReadonlyMap<string, ExportJob>;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Messages to the agent that are not over; waiting ones, too. */
  readonly turns: ReadonlyMap<string, Turn>;
  /** Files that are being made out of others on this computer, or wait for the user's word. */
  readonly making: ReadonlyMap<string, WorkshopJob>;
};

/** What a start finds. */
export type Found = Pick<AtStart, 'projects' | 'exports' | 'turns'> & {
  /** When exports were last looked at, epoch ms. */
  readonly exportsSeenAt: number;
};

export const nothingUnderWay: Tally = {
  unread: new Map(),
  unseen: new Set(),
  exports: new Map(),
  uploads: new Map(),
  turns: new Map(),
  making: new Map(),
};

export function tallyOf({ projects, exports, turns, exportsSeenAt }: Found): Tally {
  const unseen = exports.filter((job) => isNews(job) && (job.endedAt ?? 0) > exportsSeenAt);
  return {
    ...nothingUnderWay,
    unread: new Map(projects.flatMap(({ id, unread }) => (unread > 0 ? [[id, unread] as const] : []))),
    unseen: new Set(unseen.map(({ id }) => id)),
    exports: new Map(exports.filter(({ state }) => !isExportOver(state)).map((job) => [job.id, job])),
    turns: new Map(turns.filter(({ route }) => route === 'agent').map((turn) => [turn.id, turn])),
  };
}

/** What an event makes of it; the same object where it makes nothing. `attended`: the window has the user's attention. */
export function tallied(tally: Tally, event: AppEvent, attended: boolean): Tally {
  if (event.type === 'project') return { ...tally, unread: withUnread(tally.unread, event.project) };
  if (event.type === 'project-removed') return { ...tally, unread: without(tally.unread, event.projectId) };
  if (event.type === 'export') return withExport(tally, event.job, attended);
  if (event.type === 'export-removed') return { ...tally, unseen: lookedAt(tally.unseen, event.exportId) };
  if (event.type === 'upload') return { ...tally, uploads: withUpload(tally.uploads, event.upload) };
  if (event.type === 'upload-removed') return { ...tally, uploads: without(tally.uploads, event.uploadId) };
  if (event.type === 'turn') return { ...tally, turns: withTurn(tally.turns, event.turn) };
  if (event.type === 'turn-removed') return { ...tally, turns: without(tally.turns, event.turnId) };
  if (event.type === 'workshop-job') return { ...tally, making: withMaking(tally.making, event.job) };
  return tally;
}

export function exportsSeen(tally: Tally): Tally {
  return tally.unseen.size === 0 ? tally : { ...tally, unseen: new Set() };
}

/** The number on the app's icon: answers not read, and exports that ended and were not looked at. */
export function badgeNumber({ unread, unseen }: Tally): number {
  return [...unread.values()].reduce((sum, count) => sum + count, unseen.size);
}

/** The bar on the app's icon; `share` is 0..1. */
export type Progress =
  { readonly kind: 'none' } | { readonly kind: 'unknown' } | { readonly kind: 'known'; readonly share: number };

/** How far all transfers together are, by bytes. Rendering has no share: alone, it merely shows that something goes on. */
export function progressOf({ exports, uploads }: Tally): Progress {
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

function withExport(tally: Tally, job: ExportJob, attended: boolean): Tally {
  if (!isExportOver(job.state)) {
    return { ...tally, unseen: lookedAt(tally.unseen, job.id), exports: put(tally.exports, job) };
  }
  if (!tally.exports.has(job.id)) return tally;
  const unseen = isNews(job) && !attended ? new Set([...tally.unseen, job.id]) : tally.unseen;
  return { ...tally, unseen, exports: without(tally.exports, job.id) };
}

function withUpload(before: Tally['uploads'], upload: Upload): Tally['uploads'] {
  const running = upload.state === 'waiting' || upload.state === 'uploading';
  return running ? put(before, upload) : without(before, upload.id);
}

function withMaking(before: Tally['making'], job: WorkshopJob): Tally['making'] {
  return isWorkshopJobOver(job) ? without(before, job.id) : put(before, job);
}

function withTurn(before: Tally['turns'], turn: Turn): Tally['turns'] {
  if (turn.route !== 'agent') return before;
  return isTurnOver(turn.state) ? without(before, turn.id) : put(before, turn);
}

/** A cancelled export is no news to the one who cancelled it. */
function isNews({ state }: ExportJob): boolean {
  return state === 'saved' || state === 'failed';
}

function withUnread(before: Tally['unread'], { id, unread }: Project): Tally['unread'] {
  return unread === 0 ? without(before, id) : new Map([...before, [id, unread]]);
}

function put<T extends { readonly id: string }>(before: ReadonlyMap<string, T>, item: T): ReadonlyMap<string, T> {
  return new Map([...before, [item.id, item]]);
}

function without<T>(before: ReadonlyMap<string, T>, id: string): ReadonlyMap<string, T> {
  return before.has(id) ? new Map([...before].filter(([key]) => key !== id)) : before;
}

function lookedAt(unseen: Tally['unseen'], id: string): Tally['unseen'] {
  return unseen.has(id) ? new Set([...unseen].filter((key) => key !== id)) : unseen;
}

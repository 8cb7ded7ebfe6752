import type { Failure, FailureCode } from './failure.ts';
import type { MediaKind } from './upload.ts';

export type BatchItemState =
  'waiting' | 'uploading' | 'asking' | 'exporting' | 'needs-you' | 'done' | 'failed' | 'stopped';

/**
 * What can happen to an item. `ask`: its file has arrived and its message is about to be sent. `answered`: the answer is there and
 * nothing is left to do. `export`: an export is about to be started. `deliver`: the user wants the export of one that ended without.
 * `doubt`: the user has to look at the answer. `retry`: the user asks for another try.
 */
export type BatchItemEvent =
  'upload' | 'ask' | 'answered' | 'export' | 'deliver' | 'saved' | 'doubt' | 'fail' | 'stop' | 'retry';

const itemTransitions: Readonly<Record<BatchItemState, Readonly<Partial<Record<BatchItemEvent, BatchItemState>>>>> = {
  waiting: { upload: 'uploading', export: 'exporting', fail: 'failed', stop: 'stopped' },
  uploading: { ask: 'asking', fail: 'failed', stop: 'stopped' },
  asking: { answered: 'done', export: 'exporting', doubt: 'needs-you', fail: 'failed', stop: 'stopped' },
  exporting: { saved: 'done', fail: 'failed', stop: 'stopped' },
  // The user has dealt with it: what is there now counts as the answer.
  'needs-you': { answered: 'done', export: 'exporting' },
  done: { deliver: 'waiting' },
  failed: { retry: 'waiting' },
  stopped: { retry: 'waiting' },
};

/** The state that follows, or null where the event is illegal in this state. */
export function nextItemState(state: BatchItemState, event: BatchItemEvent): BatchItemState | null {
  return itemTransitions[state][event] ?? null;
}

export function isItemOver(state: BatchItemState): boolean {
  return state === 'done' || state === 'failed' || state === 'stopped' || state === 'needs-you';
}

export function isItemRunning(state: BatchItemState): boolean {
  return state === 'uploading' || state === 'asking' || state === 'exporting';
}

export type BatchState = 'running' | 'paused' | 'stopped' | 'done';

/** What can happen to a batch. `finish`: all its items are over. `reopen`: the user asks for another try of some. */
export type BatchEvent = 'pause' | 'resume' | 'stop' | 'finish' | 'reopen';

const transitions: Readonly<Record<BatchState, Readonly<Partial<Record<BatchEvent, BatchState>>>>> = {
  running: { pause: 'paused', stop: 'stopped', finish: 'done' },
  paused: { resume: 'running', stop: 'stopped', finish: 'done', reopen: 'running' },
  stopped: { reopen: 'running' },
  done: { reopen: 'running' },
};

/** The state that follows, or null where the event is illegal in this state. */
export function nextBatchState(state: BatchState, event: BatchEvent): BatchState | null {
  return transitions[state][event] ?? null;
}

/**
 * Why a batch is paused: by the user, for an item that needs the user before the next can go, or because of something
 * that would stop every item.
 */
export type BatchPause =
  { readonly by: 'user' } | { readonly by: 'item' } | { readonly by: 'failure'; readonly failure: Failure };

/** `each`: a project for each file. `one`: all into one project, one after the other. */
export type BatchMode = 'each' | 'one';

/**
 * Why the user has to look at an item: the agent asked something, the timeline did not change, or nobody knows what
 * became of the message.
 */
export type BatchDoubt = 'question' | 'unchanged' | 'uncertain';

/** One file of a batch. Ids are this computer's own. */
export type BatchItem = {
  readonly id: string;
  /** 1-based, as `{n}` has it. */
  readonly n: number;
  readonly name: string;
  /** Bytes. */
  readonly bytes: number;
  readonly kind: MediaKind;
  readonly state: BatchItemState;
  /** The filled-in template, or the file's own instruction. */
  readonly message: string;
  /** Null until the item begins. */
  readonly projectId: string | null;
  readonly uploadId: string | null;
  /** The one turn that may carry the message; only a retry by the user gets another. */
  readonly turnId: string | null;
  readonly exportId: string | null;
  readonly doubt: BatchDoubt | null;
  readonly failure: Failure | null;
};

/** A batch without its items. Times are epoch ms. */
export type BatchHead = {
  readonly id: string;
  readonly state: BatchState;
  /** Null unless it is paused. */
  readonly pause: BatchPause | null;
  readonly mode: BatchMode;
  /** For files without an instruction of their own; empty where each has one. */
  readonly template: string;
  /** Whether each item ends with an export of its own; `folder` is the folder's own name, without what leads there. */
  readonly exports: { readonly folder: string; readonly pattern: string } | null;
  readonly createdAt: number;
  readonly endedAt: number | null;
};

export type Batch = BatchHead & { readonly items: readonly BatchItem[] };

type BatchCounts = Readonly<Record<BatchItemState, number>>;

export function countItems(items: readonly Pick<BatchItem, 'state'>[]): BatchCounts {
  const counts = {
    waiting: 0,
    uploading: 0,
    asking: 0,
    exporting: 0,
    'needs-you': 0,
    done: 0,
    failed: 0,
    stopped: 0,
  };
  for (const { state } of items) counts[state] += 1;
  return counts;
}

const walls: ReadonlySet<FailureCode> = new Set([
  'no-credits',
  'over-ceiling',
  'export-blocked',
  'token-refused',
  'token-spent',
  'token-locked',
  'rate-limited',
  'offline',
  'certificate',
  'proxy-unreachable',
  'proxy-refuses',
  'proxy-sign-in',
  'disk-full',
  'history-busy',
  'history-unwritten',
  'folder-read-only',
]);

/**
 * Whether the next item would fail in the same way: then the batch pauses, instead of failing one item after another.
 */
export function stopsAll(failure: Failure): boolean {
  return walls.has(failure.code);
}

/** Whether the user may have another try of this item. */
export function canRetry(item: Pick<BatchItem, 'state'>): boolean {
  return nextItemState(item.state, 'retry') !== null;
}

/**
 * The finished items whose video was not exported: of one project only the last, since its video holds what came before.
 */
export function itemsToExport<T extends Pick<BatchItem, 'state' | 'projectId' | 'exportId'>>(
  items: readonly T[],
  hasProject: (projectId: string) => boolean,
): readonly T[] {
  const lasts = new Map<string, T>();
  for (const item of items)
    if (item.projectId !== null && (item.state === 'done' || item.exportId !== null) && hasProject(item.projectId))
      lasts.set(item.projectId, item);
  return [...lasts.values()].filter(({ exportId }) => exportId === null);
}

/** A file that was chosen for a batch and passed the checks; main keeps its path under the id. `mediaId` shows it. */
export type BatchFile = {
  readonly id: string;
  readonly mediaId: string;
  readonly name: string;
  readonly bytes: number;
  readonly kind: MediaKind;
};

/** A file that cannot be used, with the reason. `large`: one that can perhaps be made small enough, in bytes. */
export type RefusedFile = {
  readonly name: string;
  readonly failure: Failure;
  readonly large: { readonly fileId: string; readonly bytes: number } | null;
};

/** Characters of an instruction for files of a batch. */
export const longestTemplate = 10_000;

/** The chosen files that can be used, and those that cannot. */
export type BatchFiles = { readonly files: readonly BatchFile[]; readonly refused: readonly RefusedFile[] };

/** How a batch ended, or that it waits for the user, for a notification. */
export type BatchSummary = {
  readonly batchId: string;
  readonly state: 'done' | 'paused';
  readonly counts: BatchCounts;
};

import type { Failure } from './failure.ts';

export type ExportState =
  'waiting' | 'queued' | 'submitted' | 'rendering' | 'downloading' | 'checking' | 'saved' | 'failed' | 'cancelled';

/**
 * What can happen to an export. `ready`: its answer has ended, and the draft is frozen. `submit`: a render id is
 * written down. `again`: the render failed, and gets its one repeat. `refetch`: the file was gone before it was in
 * place. `retry`, `wait`: the user tries again, with a draft or without one yet.
 */
export type ExportEvent =
  | 'ready'
  | 'submit'
  | 'accepted'
  | 'rendered'
  | 'downloaded'
  | 'refetch'
  | 'delivered'
  | 'again'
  | 'fail'
  | 'cancel'
  | 'retry'
  | 'wait';

const transitions: Readonly<Record<ExportState, Readonly<Partial<Record<ExportEvent, ExportState>>>>> = {
  waiting: { ready: 'queued', fail: 'failed', cancel: 'cancelled' },
  queued: { submit: 'submitted', fail: 'failed', cancel: 'cancelled' },
  submitted: { accepted: 'rendering', again: 'queued', fail: 'failed', cancel: 'cancelled' },
  rendering: { rendered: 'downloading', again: 'queued', fail: 'failed', cancel: 'cancelled' },
  downloading: { downloaded: 'checking', fail: 'failed', cancel: 'cancelled' },
  checking: { delivered: 'saved', refetch: 'downloading', fail: 'failed' },
  saved: {},
  failed: { retry: 'queued', wait: 'waiting' },
  cancelled: { retry: 'queued', wait: 'waiting' },
};

/** The state that follows, or null where the event is illegal in this state. */
export function nextExportState(state: ExportState, event: ExportEvent): ExportState | null {
  return transitions[state][event] ?? null;
}

export function isExportOver(state: ExportState): boolean {
  return state === 'saved' || state === 'failed' || state === 'cancelled';
}

/**
 * What is odd about a file that was saved. `unchecked`: all of it is there, but it cannot be opened here. `no-video`, `no-audio`: the
 * draft has such a track, the file has none. `length`: it is longer or shorter than the draft. `black` (or any one colour), `silent`:
 * throughout.
 */
export type DeliveryWarning = 'unchecked' | 'no-video' | 'no-audio' | 'length' | 'black' | 'silent';

/** What the saved file is. Pixels as shown; 0 and null where there is no such track, or it could not be opened. */
export type DeliveryCheck = {
  readonly durationMs: number;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly videoCodec: string | null;
  readonly audioCodec: string | null;
  readonly warnings: readonly DeliveryWarning[];
  /**
   * Its frames and sound were looked through, as far as they can be decoded here; only then are `black` and `silent`
   * told.
   */
  readonly watched: boolean;
};

/** What came of asking for an export. `answer-running`: the user must first say whether it waits for that answer. */
export type ExportBegun = 'started' | 'cancelled' | 'answer-running';

/** An export as the window shows it. Times are epoch ms, sizes bytes; `received` counts while downloading. */
export type ExportJob = {
  readonly id: string;
  readonly projectId: string;
  readonly fileName: string;
  readonly state: ExportState;
  /** Which version it renders; null where that is not known (yet). */
  readonly version: number | null;
  readonly received: number;
  readonly bytes: number | null;
  readonly failure: Failure | null;
  /** How often the cloud said that the present render still runs. */
  readonly polls: number;
  /** How much of it is rendered, 0..1; null where the cloud does not say. */
  readonly progress: number | null;
  /** When the present state began. */
  readonly phaseAt: number;
  /** How long such drafts took to render so far, in ms; null without experience. */
  readonly estimateMs: number | null;
  readonly check: DeliveryCheck | null;
  /** The batch it belongs to; null for one that was asked for by itself. */
  readonly batchId: string | null;
  readonly createdAt: number;
  readonly endedAt: number | null;
};

/** Exports, oldest first. `older`: the place before which the older ones end; null where there are none. */
export type ExportJobs = { readonly exports: readonly ExportJob[]; readonly older: number | null };

/** For which editors: `timelines` for those that read FCPXML or OpenTimelineIO, `capcut` for CapCut and JianYing; or a `gif`. */
export type InterchangeTarget = 'timelines' | 'capcut' | 'gif';

/** `gathering`: clips are fetched; `writing`: the timeline is written, and the folder gets its name. */
type InterchangeState = 'gathering' | 'writing' | 'saved' | 'failed' | 'cancelled';

/** A cut on its way into a folder for another editor. `done` of `of` clips were tried; `missing` of them could not be had. */
export type InterchangeJob = {
  readonly id: string;
  readonly projectId: string;
  readonly target: InterchangeTarget;
  /** Or of the file. */
  readonly folderName: string;
  readonly state: InterchangeState;
  readonly done: number;
  readonly of: number;
  readonly missing: number;
  /** Whether there were titles to write as subtitles. */
  readonly subtitles: boolean;
  readonly failure: Failure | null;
  /** Epoch ms. */
  readonly createdAt: number;
};

export function isInterchangeOver(state: InterchangeState): boolean {
  return state === 'saved' || state === 'failed' || state === 'cancelled';
}

import type { Failure } from './failure.ts';

export type ExportState =
  'queued' | 'submitted' | 'rendering' | 'downloading' | 'checking' | 'saved' | 'failed' | 'cancelled';

/**
 * What can happen to an export. `submit`: a render id was written down and is about to be sent. `again`: the render failed and the
 * job goes back to the queue for its one repeat with a new id. `retry`: the user asks for another try.
 */
export type ExportEvent =
  'submit' | 'accepted' | 'rendered' | 'downloaded' | 'delivered' | 'again' | 'fail' | 'cancel' | 'retry';

const transitions: Readonly<Record<ExportState, Readonly<Partial<Record<ExportEvent, ExportState>>>>> = {
  queued: { submit: 'submitted', fail: 'failed', cancel: 'cancelled' },
  submitted: { accepted: 'rendering', again: 'queued', fail: 'failed', cancel: 'cancelled' },
  rendering: { rendered: 'downloading', again: 'queued', fail: 'failed', cancel: 'cancelled' },
  downloading: { downloaded: 'checking', fail: 'failed', cancel: 'cancelled' },
  checking: { delivered: 'saved', fail: 'failed' },
  saved: {},
  failed: { retry: 'queued' },
  cancelled: { retry: 'queued' },
};

/** The state that follows, or null where the event is illegal in this state. */
export function nextExportState(state: ExportState, event: ExportEvent): ExportState | null {
  return transitions[state][event] ?? null;
}

export function isExportOver(state: ExportState): boolean {
  return state === 'saved' || state === 'failed' || state === 'cancelled';
}

/** An export as the window shows it. Times are epoch ms, sizes bytes; `received` counts while downloading. */
export type ExportJob = {
  readonly id: string;
  readonly projectId: string;
  readonly fileName: string;
  readonly state: ExportState;
  readonly received: number;
  readonly bytes: number | null;
  readonly failure: Failure | null;
  readonly createdAt: number;
  readonly endedAt: number | null;
};

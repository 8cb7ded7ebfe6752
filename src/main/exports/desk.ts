import type { Failure } from '../../shared/domain/failure.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { CloudError, CloudErrorKind } from '../cloud/errors.ts';
import type { Alarm } from './alarm.ts';
import type { Book } from './book.ts';
import type { ExportFiles } from './files.ts';
import type { Gate } from './gate.ts';

export type ExportCloud = Pick<Cloud, 'submitRender' | 'renderStatus' | 'download'>;

/** What every step of an export works with. */
export type Desk = {
  readonly book: Book;
  readonly cloud: ExportCloud;
  readonly files: ExportFiles;
  readonly alarm: Alarm;
  readonly nextRenderId: () => string;
  /** One active render per session (wire contract: "Calls"). */
  readonly sessions: Gate;
  /** Two exports to the same file come one after the other. */
  readonly targets: Gate;
  readonly describe: (error: CloudError) => Failure;
  readonly renderPollMs: number;
  /** Aborted when the app ends: everything stops where it is, and goes on after the next start. */
  readonly closing: AbortSignal;
};

/** Pauses for one poll, unless the alarm rang since `mark`; false where the signal ended it. */
export async function pollPause(desk: Desk, mark: number, signal: AbortSignal): Promise<boolean> {
  await desk.alarm.pause(desk.renderPollMs, mark, signal);
  return !signal.aborted;
}

const passing: ReadonlySet<CloudErrorKind> = new Set([
  'offline',
  'interrupted',
  'timed-out',
  'rate-limited',
  'server',
  'bad-answer',
  'incomplete',
]);

/** Errors that say nothing about the export itself: it is kept, and the cloud is asked again. */
export function isPassing(error: CloudError): boolean {
  return passing.has(error.kind);
}

/** The cloud does not know the render. */
export function isUnknownRender(error: CloudError): boolean {
  return error.kind === 'session-lost' || (error.kind === 'server' && (error.status === 404 || error.code === 404));
}

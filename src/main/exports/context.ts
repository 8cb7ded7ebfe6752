import type { Failure } from '../../shared/domain/failure.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { DownloadProgress, DownloadSource } from '../api/answers.ts';
import type { Cloud } from '../api/cloud.ts';
import type { CloudError, CloudErrorKind } from '../api/errors.ts';
import type { ExportStore, PartRecord } from '../storage/stores.ts';
import type { WakeableSleep } from './wakeable-sleep.ts';
import type { ExportJournal } from './export-journal.ts';
import type { ExportFiles } from './files.ts';
import type { KeyedQueue } from './keyed-queue.ts';
import { type Backoff, pauseMs } from './backoff.ts';

export type ExportCloud = Pick<Cloud, 'submitRender' | 'renderStatus' | 'cancelRender'>;

/** Fetches a file into `part.path`, from where the part on the disk ends, or from the beginning. Gives the part when it is whole. */
export type FetchPart = (input: {
  readonly source: DownloadSource;
  readonly part: PartRecord;
  /** To be written down before it returns: what a later try may rely on. */
  readonly onPart: (part: PartRecord) => void;
  readonly onProgress: DownloadProgress;
  readonly signal: AbortSignal;
}) => Promise<Result<PartRecord, CloudError>>;

/** The newest draft of a project and the session that it is of. */
export type FreshDraft = { readonly sessionId: string; readonly draft: unknown; readonly version: number | null };

/** What every step of an export works with. */
export type ExportContext = {
  readonly journal: ExportJournal;
  readonly store: Pick<ExportStore, 'addRenderTime' | 'renderTimes'>;
  readonly cloud: ExportCloud;
  readonly fetchPart: FetchPart;
  readonly files: ExportFiles;
  readonly clock: Clock;
  readonly sleep: WakeableSleep;
  /** Rings when an answer has ended. */
  readonly answers: WakeableSleep;
  readonly turnRunning: (projectId: string) => boolean;
  /** Null: there is nothing to export yet. */
  readonly freshDraft: (projectId: string) => Promise<Result<FreshDraft | null, CloudError>>;
  /** The cloud does not know this session any more. */
  readonly sessionLost: (projectId: string, sessionId: string) => void;
  /** A session in place of one that the cloud has lost. */
  readonly anotherSession: (projectId: string, lost: string) => Promise<Result<string, CloudError>>;
  readonly nextRenderId: () => string;
  /** One active render per session (wire contract: "Calls"). */
  readonly sessions: KeyedQueue;
  /** Two exports to the same file come one after the other. */
  readonly targets: KeyedQueue;
  readonly describe: (error: CloudError) => Failure;
  readonly renderPollMs: number;
  /** 0..1 */
  readonly random: () => number;
  /** Aborted when the app ends: everything stops where it is, and goes on after the next start. */
  readonly closing: AbortSignal;
};

/** Pauses before the next question, unless the alarm rang since `mark`; false where the signal ended it. */
export async function pollPause(
  context: ExportContext,
  mark: number,
  signal: AbortSignal,
  backoff: Backoff,
): Promise<boolean> {
  await context.sleep.pause(pauseMs(context.renderPollMs, backoff, context.random()), mark, signal);
  return !signal.aborted;
}

/** The pace after another error, or after an answer (null). */
export function nextBackoff(before: Backoff, error: CloudError | null): Backoff {
  if (error === null) return { failures: 0, retryAfterMs: null };
  if (error.kind === 'rate-limited') return { failures: before.failures, retryAfterMs: error.retryAfterMs };
  return { failures: before.failures + 1, retryAfterMs: null };
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

/** The cloud does not know the render, or says no to the question for it. */
export function isUnknownRender(error: CloudError): boolean {
  if (error.kind === 'session-lost' || error.kind === 'refused') return true;
  return error.kind === 'server' && (error.status === 404 || error.code === 404);
}

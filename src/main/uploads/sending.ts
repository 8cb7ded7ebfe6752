import PQueue from 'p-queue';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { FileUploadAnswer, UploadAnswer } from '../api/answers.ts';
import type { Cloud } from '../api/cloud.ts';
import type { CloudError } from '../api/errors.ts';
import { cacheKey } from '../media/cache-key.ts';
import { storageFailure } from '../storage/sqlite.ts';
import type { Session, UploadRecord, UploadStore } from '../storage/stores.ts';
import type { Timings } from '../timings.ts';
import { checkFile } from './file-check.ts';
import { createLateHashes } from './late-hashes.ts';
import type { UploadJournal } from './upload-journal.ts';
import { unlessAborted } from './unless-aborted.ts';

export type SendingParts = {
  readonly store: UploadStore;
  readonly journal: UploadJournal;
  readonly cloud: Pick<Cloud, 'uploadFile' | 'uploadUrl'>;
  readonly sessionFor: (projectId: string) => Promise<Result<Session, Failure>>;
  /** The cloud does not know this session any more: the next one asked for must be another one. */
  readonly sessionLost: (projectId: string, sessionId: string) => void;
  /** Whether this is still the project's session. */
  readonly isPresent: (projectId: string, sessionId: string) => boolean;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'fastLineMs'>;
  readonly describe: (error: CloudError) => Failure;
  /** Gets what should never happen (a journal that cannot be written). */
  readonly report: (error: unknown) => void;
};

/** Sends files that are written down, some at a time. */
export type Sending = {
  readonly begin: (id: string) => void;
  /** Ends the sending of a file without a word. */
  readonly breakOff: (id: string) => void;
  /** How many files are being sent or wait to be. */
  readonly count: () => number;
  /** As with `Uploads`. */
  readonly room: () => Promise<void>;
  /** Breaks all off; resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
};

/** What is kept of a file that arrived. */
type Kept = Pick<UploadRecord, 'sha256' | 'cdnUrl'>;
/** `lost`: its session was gone before the file arrived. */
type Sent = Result<Kept, Failure | 'lost'>;

const atOnce = 2;
/** How often a file is sent whose session is lost each time. */
const mostTries = 2;

export function createSending(parts: SendingParts): Sending {
  const { store, journal, cloud, clock, timings, report } = parts;
  const queue = new PQueue({ concurrency: atOnce });
  const aborts = new Map<string, AbortController>();
  /** Once a line was faster than hashing, what would hold it up is done when nothing is being sent. */
  let outrun = false;
  const lateHashes = createLateHashes({
    idle: () => queue.onIdle(),
    hashed: (id, sha256) => journal.change(id, {}, { sha256 }),
    report,
  });

  const send = async ({ upload, path }: UploadRecord, signal: AbortSignal): Promise<Sent> => {
    const { id, projectId, name, source } = upload;
    if (source === 'file') {
      const checked = await checkFile(path, name);
      if (!checked.ok) return checked;
    }
    const session = await unlessAborted(parts.sessionFor(projectId), signal);
    if (!session.ok) return session;
    const { sessionId } = session.value;
    const onProgress = (sent: number): void => journal.progress(id, sent);
    // What lies at an address is fetched by the cloud, and nobody here sees its content.
    const answer =
      source === 'link'
        ? withoutHash(await cloud.uploadUrl({ sessionId, url: path, signal }))
        : await cloud.uploadFile({ sessionId, path, name, hash: !outrun, onProgress, signal });
    const lost = !answer.ok && answer.error.kind === 'session-lost';
    if (lost && !signal.aborted) parts.sessionLost(projectId, sessionId);
    if (lost || (answer.ok && !parts.isPresent(projectId, sessionId))) return err('lost');
    if (!answer.ok) return err(failureOf(parts.describe(answer.error), name));
    return ok(answer.value);
  };

  const runUpload = async (id: string, signal: AbortSignal): Promise<void> => {
    for (let tries = 1; ; tries += 1) {
      const record = store.get(id);
      if (record === null || signal.aborted) return;
      journal.begin(id);
      const beganAt = clock.now();
      const sent = await send(record, signal);
      if (signal.aborted) return;
      if (sent.ok) return arrived(record, beganAt, sent.value);
      if (sent.error !== 'lost') return journal.change(id, { state: 'failed', sent: 0, failure: sent.error });
      const { name } = record.upload;
      const failure = failureOf({ code: 'session-lost' }, name);
      if (tries >= mostTries) return journal.change(id, { state: 'failed', sent: 0, failure });
      // One that no message waits for is sent again before the next one goes.
      if (store.get(id)?.upload.turnId === null) return journal.change(id, { state: 'lost', sent: 0 });
    }
  };

  const arrived = (record: UploadRecord, beganAt: number, { sha256, cdnUrl }: Kept): void => {
    const { id, bytes, source } = record.upload;
    const address = cdnUrl === null ? null : cacheKey(cdnUrl);
    journal.change(id, { state: 'uploaded', sent: bytes }, { sha256, cdnUrl: address });
    if (sha256 !== null || source === 'link') return;
    outrun = true;
    lateHashes.hash(record, beganAt);
  };

  const begin = (id: string): void => {
    const abort = new AbortController();
    aborts.set(id, abort);
    const run = async (): Promise<void> => {
      try {
        await runUpload(id, abort.signal);
      } catch (error) {
        report(error);
        journal.change(id, { state: 'failed', sent: 0, failure: storageFailure(error) ?? { code: 'internal' } });
      } finally {
        if (aborts.get(id) === abort) aborts.delete(id);
      }
    };
    queue.add(run).catch(report);
  };

  return {
    begin,
    breakOff: (id) => aborts.get(id)?.abort(),
    count: () => aborts.size,
    room: async () => {
      // What was just told of is launched right afterwards.
      await Promise.resolve();
      if (outrun) await Promise.race([queue.onIdle(), clock.wait(timings.fastLineMs)]);
    },
    close: async () => {
      lateHashes.close();
      for (const abort of aborts.values()) abort.abort();
      await queue.onIdle();
    },
  };
}

function withoutHash(answer: Result<UploadAnswer, CloudError>): Result<FileUploadAnswer, CloudError> {
  return answer.ok ? ok({ ...answer.value, sha256: null }) : answer;
}

/** What the contract does not name is, for the user, an upload that failed. */
export function failureOf(failure: Failure, name: string): Failure {
  const unnamed = failure.code === 'server' || failure.code === 'bad-answer' || failure.code === 'cancelled';
  return { ...failure, code: unnamed ? 'upload-failed' : failure.code, params: { ...failure.params, name } };
}

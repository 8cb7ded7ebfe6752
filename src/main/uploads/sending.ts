import PQueue from 'p-queue';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { UploadAnswer } from '../api/answers.ts';
import type { Cloud } from '../api/cloud.ts';
import type { CloudError } from '../api/errors.ts';
import type { Env } from '../app/env.ts';
import { unlessAborted } from '../clock.ts';
import { cacheKey } from '../media/cache-key.ts';
import type { Sessions } from '../projects/sessions.ts';
import { storageFailure } from '../storage/sqlite.ts';
import type { UploadRecord, UploadStore } from '../storage/stores.ts';
import { checkFile } from './file-check.ts';
import type { UploadJournal } from './upload-journal.ts';

export type SendingDeps = {
  readonly store: UploadStore;
  readonly journal: UploadJournal;
  readonly cloud: Pick<Cloud, 'uploadFile' | 'uploadUrl'>;
  readonly sessions: Pick<Sessions, 'ensure' | 'reportLost' | 'isPresent'>;
  readonly describe: (error: CloudError) => Failure;
};

/** Sends files that are written down, some at a time. */
export type Sending = {
  /** `examined`: the file was checked just now; any other is checked again first, since it may have changed. */
  readonly begin: (id: string, examined?: 'examined') => void;
  /** Ends the sending of a file without a word. */
  readonly breakOff: (id: string) => void;
  /** How many files are being sent or wait to be. */
  readonly count: () => number;
  /** Breaks all off; resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
};

const atOnce = 2;
/** How often a file is sent whose session is lost each time. */
const mostTries = 2;

export function createSending({ report }: Pick<Env, 'report'>, deps: SendingDeps): Sending {
  const { store, journal } = deps;
  const queue = new PQueue({ concurrency: atOnce });
  const aborts = new Map<string, AbortController>();

  const run = async (id: string, isExamined: boolean, signal: AbortSignal): Promise<void> => {
    if (!isExamined) {
      journal.begin(id);
      const refused = await checkAgain(deps, id);
      if (signal.aborted) return;
      if (refused !== null) return journal.change(id, { state: 'failed', sent: 0, failure: refused });
    }
    for (let tries = 1; ; tries += 1) {
      const record = store.get(id);
      if (record === null || signal.aborted) return;
      const { name, bytes } = record.upload;
      journal.begin(id);
      const sent = await send(deps, record, signal);
      if (signal.aborted) return;
      if (sent.ok) return journal.change(id, { state: 'uploaded', sent: bytes }, sent.value);
      if (sent.error !== 'lost') return journal.change(id, { state: 'failed', sent: 0, failure: sent.error });
      const failure = failureOf({ code: 'session-lost' }, name);
      if (tries >= mostTries) return journal.change(id, { state: 'failed', sent: 0, failure });
      // One that no message waits for is sent again before the next one goes.
      if (store.get(id)?.upload.turnId === null) return journal.change(id, { state: 'lost', sent: 0 });
    }
  };

  return {
    begin: (id, examined) => {
      const abort = new AbortController();
      aborts.set(id, abort);
      const work = async (): Promise<void> => {
        try {
          await run(id, examined !== undefined, abort.signal);
        } catch (error) {
          report(error);
          journal.change(id, { state: 'failed', sent: 0, failure: storageFailure(error) ?? { code: 'internal' } });
        } finally {
          if (aborts.get(id) === abort) aborts.delete(id);
        }
      };
      queue.add(work).catch(report);
    },
    breakOff: (id) => aborts.get(id)?.abort(),
    count: () => aborts.size,
    close: async () => {
      for (const abort of aborts.values()) abort.abort();
      await queue.onIdle();
    },
  };
}

/** What is kept of a file that arrived. `lost`: its session was gone before. */
type Sent = Result<Pick<UploadRecord, 'sha256' | 'cdnUrl'>, Failure | 'lost'>;

async function send(deps: SendingDeps, { upload, path }: UploadRecord, signal: AbortSignal): Promise<Sent> {
  const { id, projectId, name, bytes, source } = upload;
  const cancelled = err<Failure>({ code: 'cancelled' });
  const session = await unlessAborted(deps.sessions.ensure(projectId), signal, null);
  if (session === null) return cancelled;
  if (!session.ok) return err(deps.describe(session.error));
  const { sessionId } = session.value;
  const onProgress = (sent: number): void => deps.journal.progress(id, sent);
  // What lies at an address is fetched by the cloud, and nobody here sees its content.
  const answer: Result<UploadAnswer & { readonly sha256?: string }, CloudError> =
    source === 'link'
      ? await deps.cloud.uploadUrl({ sessionId, url: path, signal })
      : await deps.cloud.uploadFile({ sessionId, path, name, bytes, onProgress, signal });
  const lost = !answer.ok && answer.error.kind === 'session-lost';
  if (lost && !signal.aborted) deps.sessions.reportLost(projectId, sessionId);
  if (lost || (answer.ok && !deps.sessions.isPresent(projectId, sessionId))) return err('lost');
  if (!answer.ok) return err(failureOf(deps.describe(answer.error), name));
  const { cdnUrl, sha256 = null } = answer.value;
  return ok({ sha256, cdnUrl: cdnUrl === null ? null : cacheKey(cdnUrl) });
}

/** Why a file cannot be sent any more; null where it can, as it is now. */
async function checkAgain({ store, journal }: SendingDeps, id: string): Promise<Failure | null> {
  const record = store.get(id);
  if (record === null || record.upload.source === 'link') return null;
  const checked = await checkFile(record.path, record.upload.name);
  if (!checked.ok) return checked.error;
  if (checked.value.bytes !== record.upload.bytes) journal.change(id, checked.value);
  return null;
}

/** What the contract does not name is, for the user, an upload that failed. */
export function failureOf(failure: Failure, name: string): Failure {
  const unnamed = failure.code === 'server' || failure.code === 'bad-answer' || failure.code === 'cancelled';
  return { ...failure, code: unnamed ? 'upload-failed' : failure.code, params: { ...failure.params, name } };
}

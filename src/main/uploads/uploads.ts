import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import PQueue from 'p-queue';
import type { Failure } from '../../shared/domain/failure.ts';
import type { NotedFile } from '../../shared/domain/file-notes.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { CloudError } from '../cloud/errors.ts';
import type { MediaRegistry } from '../media/registry.ts';
import type { Session, UploadRecord, UploadStore } from '../state/stores.ts';
import type { Timings } from '../timings.ts';
import { checkFile, type CheckedFile } from './file-check.ts';
import { createLateHashes } from './late-hashes.ts';
import { createLedger } from './ledger.ts';
import type { CheckedLink } from './link-check.ts';
import { recordOf } from './record.ts';
import { unlessAborted } from './unless-aborted.ts';

export type UploadsParts = {
  readonly store: UploadStore;
  readonly cloud: Pick<Cloud, 'uploadFile' | 'uploadUrl'>;
  readonly sessionFor: (projectId: string) => Promise<Result<Session, Failure>>;
  /** The cloud does not know the session any more: the next one asked for must be new. */
  readonly sessionLost: (projectId: string) => void;
  readonly registry: Pick<MediaRegistry, 'file'>;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'fastLineMs'>;
  readonly emit: (upload: Upload) => void;
  readonly emitRemoved: (projectId: string, uploadId: string) => void;
  /** Tells of a file that was refused before its first byte. */
  readonly refuse: (projectId: string, name: string, failure: Failure) => void;
  readonly describe: (error: CloudError) => Failure;
  /** Gets what should never happen (a journal that cannot be written). */
  readonly report: (error: unknown) => void;
};

export type Uploads = {
  /**
   * Checks the files and starts to send the good ones, two at a time. Resolves when all are checked, to the ids of their uploads in
   * the order of the paths; null for one that was refused. `settled` waits for them.
   */
  readonly add: (projectId: string, paths: readonly string[]) => Promise<readonly (string | null)[]>;
  /** Starts to send files that have been checked; answers with the ids of their uploads. */
  readonly take: (projectId: string, files: readonly TakenFile[]) => readonly string[];
  /** Puts what has been sent before into the composer again, without sending it; false where it is gone. */
  readonly reuse: (id: string) => boolean;
  /** Lets the cloud fetch what lies at an address. */
  readonly takeLink: (projectId: string, link: CheckedLink) => void;
  /** The files that wait in the project's composer, oldest first. */
  readonly list: (projectId: string) => readonly Upload[];
  /** The files that went along with these turns, oldest first. */
  readonly attached: (projectId: string, turnIds: readonly string[]) => readonly Upload[];
  /** Writes down what is to be done with a file; false where it is gone. */
  readonly note: (id: string, note: string) => boolean;
  /** The files with their notes, in the order of the ids; unknown ids are left out. */
  readonly noted: (ids: readonly string[]) => readonly NotedFile[];
  /** Sends a failed file again; false for any other. */
  readonly retry: (id: string) => boolean;
  /** Breaks an upload off, or takes a file out of the composer; false where it was sent along with a message. */
  readonly remove: (id: string) => boolean;
  /** Resolves when all are uploaded, or the first one has failed or is gone. */
  readonly settled: (ids: readonly string[]) => Promise<'uploaded' | 'failed'>;
  /** The files go with this turn and leave the composer; null: they come back to it. */
  readonly attach: (ids: readonly string[], turnId: string | null) => void;
  /** Files in the composer that did not fail. */
  readonly usable: (projectId: string) => readonly string[];
  /** The files that go with a turn. */
  readonly ofTurn: (projectId: string, turnId: string) => readonly string[];
  /** At start: what was under way is shown as interrupted; nothing is repeated by itself. */
  readonly recover: () => void;
  readonly running: () => boolean;
  /** How many files are being sent or wait to be. */
  readonly underWay: () => number;
  /**
   * Resolves when there is room for other work on the files. That is at once, but on a line that is faster than this computer can
   * work beside it: then when all are sent, which is soon, or after `fastLineMs`.
   */
  readonly room: () => Promise<void>;
  /** Breaks uploads off without a word; the next start finds them interrupted. */
  readonly close: () => Promise<void>;
};

/** A checked file and where it lies. `as`: its id, and the message yet to come that it goes with, written down before. */
export type TakenFile = {
  readonly path: string;
  readonly file: CheckedFile;
  readonly as?: Pick<Upload, 'id' | 'turnId'>;
};

const atOnce = 2;
const checkedAtOnce = 16;

/** Files on their way to a project's session. */
export function createUploads(parts: UploadsParts): Uploads {
  const { store, cloud, clock, timings, refuse, report } = parts;
  const queue = new PQueue({ concurrency: atOnce });
  const aborts = new Map<string, AbortController>();
  const ledger = createLedger(parts);
  let closed = false;
  /** Once a line was faster than hashing, what would hold it up is done when nothing is being sent. */
  let outrun = false;
  const lateHashes = createLateHashes({
    idle: () => queue.onIdle(),
    hashed: (id, sha256) => ledger.change(id, {}, sha256),
    report,
  });

  const send = async (
    { upload, path }: UploadRecord,
    signal: AbortSignal,
  ): Promise<Result<{ readonly sha256: string | null }, Failure>> => {
    if (upload.source === 'link') return fetched(upload, path, signal);
    const checked = await checkFile(path, upload.name);
    if (!checked.ok) return checked;
    const session = await unlessAborted(parts.sessionFor(upload.projectId), signal);
    if (!session.ok) return session;
    const answer = await cloud.uploadFile({
      sessionId: session.value.sessionId,
      path,
      name: upload.name,
      hash: !outrun,
      onProgress: (sent) => ledger.progress(upload.id, sent),
      signal,
    });
    return answer.ok ? answer : err(refusal(upload, answer.error));
  };

  /** The cloud fetches what lies at the address, and nobody here sees its content. */
  const fetched = async (
    upload: Upload,
    url: string,
    signal: AbortSignal,
  ): Promise<Result<{ readonly sha256: null }, Failure>> => {
    const session = await unlessAborted(parts.sessionFor(upload.projectId), signal);
    if (!session.ok) return session;
    const answer = await cloud.uploadUrl({ sessionId: session.value.sessionId, url, signal });
    return answer.ok ? ok({ sha256: null }) : err(refusal(upload, answer.error));
  };

  const refusal = ({ projectId, name }: Upload, error: CloudError): Failure => {
    if (error.kind === 'session-lost') parts.sessionLost(projectId);
    return failureOf(parts.describe(error), name);
  };

  const carry = async (id: string, signal: AbortSignal): Promise<void> => {
    const record = store.get(id);
    if (record === null || signal.aborted) return;
    ledger.begin(id);
    const beganAt = clock.now();
    const outcome = await send(record, signal);
    if (signal.aborted) return;
    if (!outcome.ok) return ledger.change(id, { state: 'failed', sent: 0, failure: outcome.error });
    const { sha256 } = outcome.value;
    ledger.change(id, { state: 'uploaded', sent: record.upload.bytes }, sha256);
    if (sha256 !== null || record.upload.source === 'link') return;
    outrun = true;
    lateHashes.hash(record, beganAt);
  };

  const launch = (id: string): void => {
    const abort = new AbortController();
    aborts.set(id, abort);
    const run = async (): Promise<void> => {
      try {
        await carry(id, abort.signal);
      } catch (error) {
        report(error);
        ledger.change(id, { state: 'failed', sent: 0, failure: { code: 'internal' } });
      } finally {
        if (aborts.get(id) === abort) aborts.delete(id);
      }
    };
    queue.add(run).catch(report);
  };

  const takeAll = (records: readonly UploadRecord[]): void => {
    ledger.add(records);
    for (const { upload } of records) launch(upload.id);
  };

  /** Checks a few files, and takes the good ones in. */
  const addSome = async (projectId: string, paths: readonly string[]): Promise<readonly (string | null)[]> => {
    const all = await Promise.all(paths.map(async (path) => ({ path, checked: await checkFile(path) })));
    if (closed) return [];
    const records = all.map(({ path, checked }) => {
      if (checked.ok) return recordOf(projectId, path, checked.value);
      refuse(projectId, basename(path), checked.error);
      return null;
    });
    takeAll(records.filter((record) => record !== null));
    return records.map((record) => record?.upload.id ?? null);
  };

  return {
    add: async (projectId, paths) => {
      const ids: (string | null)[] = [];
      for (let at = 0; at < paths.length; at += checkedAtOnce)
        ids.push(...(await addSome(projectId, paths.slice(at, at + checkedAtOnce))));
      return ids;
    },
    take: (projectId, files) => {
      const records = files.map(({ path, file, as }) => {
        const record = recordOf(projectId, path, file);
        return as === undefined ? record : { ...record, upload: { ...record.upload, ...as } };
      });
      takeAll(records);
      return records.map(({ upload }) => upload.id);
    },
    reuse: (id) => {
      const record = store.get(id);
      if (record === null || record.upload.state === 'failed') return false;
      // It may stand there already.
      if (record.upload.turnId === null) return true;
      const upload: Upload = { ...record.upload, id: randomUUID(), turnId: null, note: '' };
      if (upload.state === 'uploaded') ledger.add([{ ...record, upload }]);
      return upload.state === 'uploaded';
    },
    takeLink: (projectId, { url, ...file }) => takeAll([recordOf(projectId, url, file, 'link')]),
    list: (projectId) => ledger.list(projectId).filter(({ turnId }) => turnId === null),
    attached: (projectId, turnIds) => {
      const wanted = new Set<string | null>(turnIds);
      return ledger.list(projectId).filter(({ turnId }) => turnId !== null && wanted.has(turnId));
    },
    note: (id, note) => {
      if (store.get(id) === null) return false;
      ledger.change(id, { note });
      return true;
    },
    noted: (ids) => ids.flatMap((id) => store.get(id)?.upload ?? []),
    retry: (id) => {
      if (store.get(id)?.upload.state !== 'failed') return false;
      ledger.change(id, { state: 'waiting', sent: 0, failure: null });
      launch(id);
      return true;
    },
    remove: (id) => {
      const upload = store.get(id)?.upload;
      if (upload === undefined || (upload.turnId !== null && upload.state === 'uploaded')) return false;
      aborts.get(id)?.abort();
      ledger.remove(upload);
      return true;
    },
    settled: ledger.settled,
    usable: (projectId) =>
      ledger.list(projectId).flatMap(({ id, turnId, state }) => (turnId === null && state !== 'failed' ? [id] : [])),
    ofTurn: (projectId, turnId) =>
      ledger.list(projectId).flatMap((upload) => (upload.turnId === turnId ? [upload.id] : [])),
    attach: (ids, turnId) => {
      for (const id of ids) ledger.change(id, { turnId });
    },
    recover: () => {
      for (const { upload } of store.unfinished()) {
        ledger.change(upload.id, {
          state: 'failed',
          sent: 0,
          failure: failureOf({ code: 'upload-unfinished' }, upload.name),
        });
      }
    },
    running: () => aborts.size > 0,
    underWay: () => aborts.size,
    room: async () => {
      // What was just told of is launched right afterwards.
      await Promise.resolve();
      if (outrun) await Promise.race([queue.onIdle(), clock.wait(timings.fastLineMs)]);
    },
    close: async () => {
      closed = true;
      lateHashes.close();
      for (const abort of aborts.values()) abort.abort();
      await queue.onIdle();
    },
  };
}

/** What the contract does not name is, for the user, an upload that failed. */
function failureOf(failure: Failure, name: string): Failure {
  const unnamed = failure.code === 'server' || failure.code === 'bad-answer' || failure.code === 'cancelled';
  return { ...failure, code: unnamed ? 'upload-failed' : failure.code, params: { ...failure.params, name } };
}

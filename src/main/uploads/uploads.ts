import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { shownName } from '../../shared/domain/shown-name.ts';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { done, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { MediaRegistry } from '../media/registry.ts';
import type { UploadRecord, UploadStore } from '../storage/stores.ts';
import { checkFile, type CheckedFile } from './file-check.ts';
import {
  type Arrival,
  createUploadJournal,
  filesArrived,
  newRecord,
  type TurnName,
  type UploadJournal,
} from './upload-journal.ts';
import type { CheckedLink } from './import/link-check.ts';
import { createSending, failureOf, type Sending, type SendingDeps } from './sending.ts';

type UploadsDeps = Omit<SendingDeps, 'journal'> & { readonly registry: Pick<MediaRegistry, 'file'> };

export type Uploads = {
  /**
   * Checks the files and starts to send the good ones, two at a time. Resolves when all are checked, to the ids of their uploads in
   * the order of the paths; null for one that was refused.
   */
  readonly add: (projectId: string, paths: readonly string[]) => Promise<readonly (string | null)[]>;
  /** Writes down files of a turn that may wait for long: they are sent when it goes, and checked then. Gives the ids of their uploads. */
  readonly hold: (turn: TurnName, files: readonly HeldFile[]) => readonly string[];
  /** The files of a turn, as `hold` takes them. */
  readonly filesOf: (turn: TurnName) => readonly HeldFile[];
  /** Starts to send files that have been checked; answers with the ids of their uploads. */
  readonly take: (projectId: string, files: readonly TakenFile[]) => readonly string[];
  /** Puts what has been sent before into the composer again, without sending it; false where it is gone. */
  readonly reuse: (id: string) => Result<null, Failure>;
  /** Lets the cloud fetch what lies at an address. */
  readonly takeLink: (projectId: string, link: CheckedLink) => void;
  /** The files that wait in the project's composer, oldest first. */
  readonly list: (projectId: string) => readonly Upload[];
  /** The files that went along with these turns, oldest first. */
  readonly attached: (projectId: string, turnIds: readonly string[]) => readonly Upload[];
  /** Writes down what is to be done with a file. */
  readonly note: (id: string, note: string) => Result<null, Failure>;
  /** The files in the order of the ids; unknown ids are left out. */
  readonly get: (ids: readonly string[]) => readonly Upload[];
  /** Sends a file again that failed or was lost; `not-found` for any other. */
  readonly retry: (id: string) => Result<null, Failure>;
  /** Breaks an upload off, or takes a file out of the composer; `not-found` where it was sent along with a message. */
  readonly remove: (id: string) => Result<null, Failure>;
  /**
   * Sends what was lost of a turn's files again, and resolves when all are in the project's session, one has failed, or the signal is
   * aborted.
   */
  readonly arrive: (turn: TurnName, signal: AbortSignal) => Promise<Arrival>;
  /** The files go with this turn and leave the composer; null: they come back to it. */
  readonly attach: (ids: readonly string[], turnId: string | null) => void;
  /** The files go with this turn, too, beside the one that they went with before; those that never arrived leave that one. */
  readonly attachAgain: (ids: readonly string[], turnId: string) => void;
  /** The files that go with a turn. */
  readonly ofTurn: (turn: TurnName) => readonly Upload[];
  /** Whether all of them are in the project's session. */
  readonly areThere: (turn: TurnName) => boolean;
  /** The project's session is gone, and all files that were in it. */
  readonly lose: (projectId: string) => void;
  /** At start: what was under way is shown as interrupted; nothing is repeated by itself. */
  readonly recover: () => void;
  /** The service is there again: files in the composer that the network kept from it are sent once more. */
  readonly lookAgain: () => void;
  readonly running: () => boolean;
  /** How many files are being sent or wait to be. */
  readonly underWay: () => number;
  /** Breaks uploads off without a word; the next start finds them interrupted. */
  readonly close: () => Promise<void>;
};

/** A checked file and where it lies. `as`: its id, and the message yet to come that it goes with, written down before. */
export type TakenFile = {
  readonly path: string;
  readonly file: CheckedFile;
  readonly as?: Pick<Upload, 'id' | 'turnId'>;
};

/** A file that is not on its way yet, and its absolute path; for a link its address. */
export type HeldFile = Pick<Upload, 'source' | 'name' | 'bytes' | 'kind' | 'note'> & { readonly path: string };

const checkedAtOnce = 16;

/** Files on their way to a project's session. */
export function openUploads(env: Pick<Env, 'bus' | 'clock' | 'report'>, deps: UploadsDeps): Uploads {
  const { store } = deps;
  const journal = createUploadJournal(env, deps);
  const sending = createSending(env, { ...deps, journal });
  const closing = new AbortController();

  const retry = (id: string): Result<null, Failure> => {
    const state = store.get(id)?.upload.state;
    if (state !== 'failed' && state !== 'lost') return notFound;
    journal.change(id, { state: 'waiting', sent: 0, failure: null });
    sending.begin(id);
    return done;
  };

  return {
    ...createHolding(store, journal),
    ...createAdding(env, { store, journal, sending, closing: closing.signal }),
    ...createAttaching(store, journal, retry),
    get: (ids) => ids.flatMap((id) => store.get(id)?.upload ?? []),
    note: (id, note) => {
      if (store.get(id) === null) return notFound;
      journal.change(id, { note });
      return done;
    },
    retry,
    remove: (id) => {
      const upload = store.get(id)?.upload;
      if (upload === undefined || (upload.turnId !== null && upload.state === 'uploaded')) return notFound;
      sending.breakOff(id);
      journal.remove(upload);
      return done;
    },
    lose: journal.lose,
    recover: () => {
      for (const { upload } of store.unfinished()) {
        const failure = failureOf({ code: 'upload-unfinished' }, upload.name);
        journal.change(upload.id, { state: 'failed', sent: 0, failure });
      }
    },
    lookAgain: () => {
      // Those of a message are its own business.
      for (const id of journal.takeCutOff()) if (store.get(id)?.upload.turnId === null) retry(id);
    },
    running: () => sending.count() > 0,
    underWay: sending.count,
    close: async () => {
      closing.abort();
      await sending.close();
    },
  };
}

function createHolding(store: UploadStore, journal: UploadJournal): Pick<Uploads, 'hold' | 'filesOf'> {
  return {
    hold: (turn, files) => {
      const records = files.map(({ path, source, note, ...file }): UploadRecord => {
        const record = newRecord(turn.projectId, path, file, source);
        // Like one whose session was lost: its message has it sent.
        return { ...record, upload: { ...record.upload, note, turnId: turn.id, state: 'lost' } };
      });
      journal.add(records);
      return records.map(({ upload }) => upload.id);
    },
    filesOf: ({ id, projectId }) =>
      store
        .list(projectId)
        .flatMap(({ upload: { turnId, source, name, bytes, kind, note }, path }) =>
          turnId === id ? [{ path, source, name, bytes, kind, note }] : [],
        ),
  };
}

type Adding = {
  readonly store: UploadStore;
  readonly journal: UploadJournal;
  readonly sending: Sending;
  readonly closing: AbortSignal;
};

/** How files become uploads: checked here or before, or taken over from earlier ones. */
function createAdding(
  { bus }: Pick<Env, 'bus'>,
  { store, journal, sending, closing }: Adding,
): Pick<Uploads, 'add' | 'take' | 'takeLink' | 'reuse'> {
  const begin = (records: readonly UploadRecord[]): void => {
    journal.add(records);
    for (const { upload } of records) sending.begin(upload.id, 'examined');
  };

  const addSome = async (projectId: string, paths: readonly string[]): Promise<readonly (string | null)[]> => {
    const all = await Promise.all(paths.map(async (path) => ({ path, checked: await checkFile(path) })));
    if (closing.aborted) return [];
    const records = all.map(({ path, checked }) => {
      if (checked.ok) return newRecord(projectId, path, checked.value);
      bus.emit({ type: 'upload-refused', projectId, name: shownName(basename(path)), failure: checked.error });
      return null;
    });
    begin(records.filter((record) => record !== null));
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
        const record = newRecord(projectId, path, file);
        return as === undefined ? record : { ...record, upload: { ...record.upload, ...as } };
      });
      begin(records);
      return records.map(({ upload }) => upload.id);
    },
    takeLink: (projectId, { url, ...file }) => begin([newRecord(projectId, url, file, 'link')]),
    reuse: (id) => {
      const record = store.get(id);
      if (record === null || record.upload.state === 'failed') return notFound;
      // It may stand there already.
      if (record.upload.turnId === null) return done;
      const isWhole = wasThere(record.upload);
      if (isWhole) journal.add([{ ...record, upload: { ...record.upload, id: randomUUID(), turnId: null, note: '' } }]);
      return isWhole ? done : notFound;
    },
  };
}

/** Which files wait in the composer, and which go with a turn. */
function createAttaching(
  store: UploadStore,
  journal: UploadJournal,
  retry: (id: string) => void,
): Pick<Uploads, 'list' | 'attached' | 'attach' | 'attachAgain' | 'arrive' | 'ofTurn' | 'areThere'> {
  const attach = (ids: readonly string[], turnId: string | null): void => {
    for (const id of ids) journal.change(id, { turnId });
  };
  return {
    list: (projectId) => journal.list(projectId).filter(({ turnId }) => turnId === null),
    attached: (projectId, turnIds) => {
      const wanted = new Set<string | null>(turnIds);
      return journal.list(projectId).filter(({ turnId }) => turnId !== null && wanted.has(turnId));
    },
    attach,
    attachAgain: (ids, turnId) => {
      const records = ids.flatMap((id) => store.get(id) ?? []);
      const whole = records.filter(({ upload }) => wasThere(upload));
      journal.add(whole.map((record) => ({ ...record, upload: { ...record.upload, id: randomUUID(), turnId } })));
      attach(
        records.flatMap(({ upload }) => (wasThere(upload) ? [] : [upload.id])),
        turnId,
      );
    },
    arrive: (turn, signal) => filesArrived(journal, turn, retry, signal),
    ofTurn: journal.ofTurn,
    areThere: (turn) => journal.ofTurn(turn).every(({ state }) => state === 'uploaded'),
  };
}

/** Whether the file has arrived once, be it in a session that is lost by now. */
function wasThere({ state }: Upload): boolean {
  return state === 'uploaded' || state === 'lost';
}

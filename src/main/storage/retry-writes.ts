import type { Failure } from '../../shared/domain/failure.ts';
import type { Clock } from '../clock.ts';
import { withAppended } from './turn-store.ts';
import { storageFailure } from './sqlite.ts';
import type {
  DraftStore,
  ExportRecord,
  ExportStore,
  ProjectStore,
  StoredDraft,
  Stores,
  TurnStore,
  UploadStore,
} from './stores.ts';

type RetryWritesParts = {
  readonly clock: Clock;
  readonly retryMs: number;
  /** Why something is kept in memory; null when all is written. Again at each try that fails. */
  readonly onTrouble: (failure: Failure | null) => void;
  readonly report: (error: unknown) => void;
};

type RetryingStores = {
  readonly stores: Stores;
  /** Tries once more, before the database closes. */
  readonly close: () => void;
};

/**
 * Stores that keep in memory what a full disk or another program keeps from being written, and write it as soon as they can. What is new,
 * and a message that is about to go out, must be on the disk: that throws, as before.
 */
export function retryWrites(stores: Stores, parts: RetryWritesParts): RetryingStores {
  const pending = createPendingWrites(parts);
  return {
    stores: {
      ...stores,
      projects: bufferedProjects(stores.projects, pending),
      turns: bufferedTurns(stores.turns, pending),
      drafts: bufferedDrafts(stores.drafts, pending),
      uploads: bufferedUploads(stores.uploads, pending),
      exports: bufferedExports(stores.exports, pending),
    },
    close: pending.close,
  };
}

/** What is to be written, by a name of its own, in the order in which it came. */
type PendingWrites = {
  /** Writes it, in place of what waits under the same name; false: it waits now. Throws where it may not. */
  readonly attempt: (name: string, write: () => void, mayWait?: () => boolean) => boolean;
  /** Lets it wait without a try, behind what waits already. */
  readonly enqueue: (name: string, write: () => void) => void;
  readonly has: (name: string) => boolean;
  readonly drop: (name: string) => void;
  readonly close: () => void;
};

function createPendingWrites({ clock, retryMs, onTrouble, report }: RetryWritesParts): PendingWrites {
  const queue = new Map<string, () => void>();
  const closing = new AbortController();
  let waits = false;
  let troubled = false;

  const tell = (failure: Failure | null): void => {
    if (failure === null && !troubled) return;
    troubled = failure !== null;
    onTrouble(failure);
  };

  const settle = (): void => {
    for (const [name, write] of queue) {
      try {
        write();
        queue.delete(name);
      } catch (error) {
        const failure = storageFailure(error);
        if (failure !== null) {
          tell(failure);
          return retry();
        }
        queue.delete(name);
        report(error);
      }
    }
    tell(null);
  };

  const retry = (): void => {
    if (waits || closing.signal.aborted) return;
    waits = true;
    void clock.wait(retryMs, closing.signal).then(() => {
      waits = false;
      if (!closing.signal.aborted && queue.size > 0) settle();
    });
  };

  return {
    attempt: (name, write, mayWait = () => true) => {
      try {
        write();
        queue.delete(name);
        if (queue.size === 0) tell(null);
        return true;
      } catch (error) {
        const failure = storageFailure(error);
        if (failure === null || !mayWait()) throw error;
        if (!troubled) report(error);
        queue.set(name, write);
        tell(failure);
        retry();
        return false;
      }
    },
    enqueue: (name, write) => {
      queue.set(name, write);
      retry();
    },
    has: (name) => queue.has(name),
    drop: (name) => void queue.delete(name),
    close: () => {
      closing.abort();
      if (queue.size > 0) settle();
    },
  };
}

/** Records as they would be on the disk, while they wait. */
type RecordBuffer<T> = {
  readonly current: (id: string, stored: T) => T;
  readonly get: (id: string) => T | null;
  /** Throws where the disk does not know the record yet: it must be there before anything is done with it. */
  readonly save: (id: string, record: T, write: () => void, how?: 'must') => void;
  readonly remove: (id: string) => void;
};

function createRecordBuffer<T>(
  table: string,
  pending: PendingWrites,
  stored: (id: string) => T | null,
): RecordBuffer<T> {
  const kept = new Map<string, T>();
  const nameOf = (id: string): string => `${table} ${id}`;
  const get = (id: string): T | null => (pending.has(nameOf(id)) ? (kept.get(id) ?? null) : null);
  const remove = (id: string): void => {
    pending.drop(nameOf(id));
    kept.delete(id);
  };
  return {
    current: (id, record) => get(id) ?? record,
    get: (id) => get(id) ?? stored(id),
    save: (id, record, write, how) => {
      const isKnown = (): boolean => (get(id) ?? stored(id)) !== null;
      if (pending.attempt(nameOf(id), write, () => how !== 'must' && isKnown())) kept.delete(id);
      else kept.set(id, record);
    },
    remove,
  };
}

/** What a reading of the state tells beside the draft comes again with the next one. */
function bufferedProjects(store: ProjectStore, pending: PendingWrites): ProjectStore {
  return {
    ...store,
    setSession: (id, session) => {
      const isKnown = (): boolean => session !== null && store.session(id)?.sessionId === session.sessionId;
      pending.attempt(`session ${id}`, () => store.setSession(id, session), isKnown);
    },
    setCanvas: (id, canvas) => void pending.attempt(`canvas ${id}`, () => store.setCanvas(id, canvas)),
  };
}

function bufferedTurns(store: TurnStore, pending: PendingWrites): TurnStore {
  const buffer = createRecordBuffer('turn', pending, store.get);
  return {
    ...store,
    get: buffer.get,
    page: (projectId, range) => {
      const page = store.page(projectId, range);
      return { ...page, turns: page.turns.map((turn) => buffer.current(turn.id, turn)) };
    },
    pageAfter: (...range) => store.pageAfter(...range).map((turn) => buffer.current(turn.id, turn)),
    queued: (projectId) => store.queued(projectId).filter((turn) => buffer.current(turn.id, turn).state === 'queued'),
    // What was appended to a turn that waits to be written may not be on the disk.
    save: (turn, kept) => {
      const write = (): void => store.save(turn, pending.has(`turn ${turn.id}`) ? [] : kept);
      buffer.save(turn.id, turn, write, turn.state === 'sending' ? 'must' : undefined);
    },
    appendText: (turnId, part, at, delta) => {
      if (!pending.has(`turn ${turnId}`)) {
        const written = pending.attempt(`text ${turnId}`, () => store.appendText(turnId, part, at, delta));
        pending.drop(`text ${turnId}`);
        if (written) return;
      }
      const turn = buffer.get(turnId);
      if (turn === null) return;
      const grown = { ...turn, parts: withAppended(turn.parts, [{ part, at, delta }]) };
      buffer.save(turnId, grown, () => store.save(grown));
    },
    remove: (id) => {
      store.remove(id);
      buffer.remove(id);
    },
  };
}

function bufferedUploads(store: UploadStore, pending: PendingWrites): UploadStore {
  const buffer = createRecordBuffer('upload', pending, store.get);
  return {
    ...store,
    get: buffer.get,
    list: (projectId) => store.list(projectId).map((record) => buffer.current(record.upload.id, record)),
    save: (record) => buffer.save(record.upload.id, record, () => store.save(record)),
    remove: (id) => {
      store.remove(id);
      buffer.remove(id);
    },
  };
}

function bufferedExports(store: ExportStore, pending: PendingWrites): ExportStore {
  const buffer = createRecordBuffer('export', pending, store.get);
  const current = (record: ExportRecord): ExportRecord => buffer.current(record.job.id, record);
  return {
    ...store,
    get: buffer.get,
    list: () => store.list().map(current),
    page: (before, limit) => {
      const page = store.page(before, limit);
      return { ...page, records: page.records.map(current) };
    },
    since: (endedAfter) => store.since(endedAfter).map(current),
    unsettled: () => store.unsettled().map(current),
    ofProject: (projectId) => store.ofProject(projectId).map(current),
    // A draft is frozen before anything is rendered.
    save: (record, frozen) =>
      buffer.save(record.job.id, record, () => store.save(record, frozen), frozen === undefined ? undefined : 'must'),
    remove: (id) => {
      store.remove(id);
      buffer.remove(id);
    },
  };
}

/** Versions are written in their order: behind one that waits, the next ones wait, too. */
function bufferedDrafts(store: DraftStore, pending: PendingWrites): DraftStore {
  const kept = new Map<string, StoredDraft>();
  const nameOf = (projectId: string, version: number): string => `draft ${projectId} ${version}`;
  const pendingOf = (projectId: string): readonly StoredDraft[] =>
    [...kept.values()].filter(
      (draft) => draft.projectId === projectId && pending.has(nameOf(projectId, draft.version)),
    );
  const latest = (projectId: string): StoredDraft | null => pendingOf(projectId).at(-1) ?? store.latest(projectId);
  return {
    ...store,
    latest,
    get: (projectId, version) =>
      pendingOf(projectId).find((draft) => draft.version === version) ?? store.get(projectId, version),
    ofTurn: (projectId, turnId) =>
      pendingOf(projectId).findLast((draft) => draft.turnId === turnId)?.version ?? store.ofTurn(projectId, turnId),
    add: (projectId, turnId, draft, facts) => {
      const version = (latest(projectId)?.version ?? 0) + 1;
      const added: StoredDraft = { projectId, version, turnId, draft };
      const name = nameOf(projectId, version);
      const write = (): void => {
        store.add(projectId, turnId, draft, facts);
        kept.delete(name);
      };
      const behind = pendingOf(projectId).length > 0;
      kept.set(name, added);
      if (behind) pending.enqueue(name, write);
      else pending.attempt(name, write);
      return added;
    },
    renew: (projectId, version, draft) => {
      const waiting = kept.get(nameOf(projectId, version));
      if (waiting === undefined) pending.attempt(`renewed ${projectId}`, () => store.renew(projectId, version, draft));
    },
  };
}

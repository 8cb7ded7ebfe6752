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

export type KeepUnwrittenParts = {
  readonly clock: Clock;
  readonly retryMs: number;
  /** Why something is kept in memory; null when all is written. Again at each try that fails. */
  readonly onTrouble: (failure: Failure | null) => void;
  readonly report: (error: unknown) => void;
};

export type KeptStores = {
  readonly stores: Stores;
  /** Tries once more, before the database closes. */
  readonly close: () => void;
};

/**
 * Stores that keep in memory what a full disk or another program keeps from being written, and write it as soon as they can. What is new,
 * and a message that is about to go out, must be on the disk: that throws, as before.
 */
export function keepUnwritten(stores: Stores, parts: KeepUnwrittenParts): KeptStores {
  const debts = createDebts(parts);
  return {
    stores: {
      ...stores,
      projects: keptProjects(stores.projects, debts),
      turns: keptTurns(stores.turns, debts),
      drafts: keptDrafts(stores.drafts, debts),
      uploads: keptUploads(stores.uploads, debts),
      exports: keptExports(stores.exports, debts),
    },
    close: debts.close,
  };
}

/** What is to be written, by a name of its own, in the order in which it came. */
type Debts = {
  /** Writes it, in place of what is owed under the same name; false: it is owed now. Throws where it may not be. */
  readonly pay: (name: string, write: () => void, mayOwe?: () => boolean) => boolean;
  /** Owes it without a try, behind what is owed already. */
  readonly owe: (name: string, write: () => void) => void;
  readonly owes: (name: string) => boolean;
  readonly forget: (name: string) => void;
  readonly close: () => void;
};

function createDebts({ clock, retryMs, onTrouble, report }: KeepUnwrittenParts): Debts {
  const owed = new Map<string, () => void>();
  const closing = new AbortController();
  let waits = false;
  let troubled = false;

  const tell = (failure: Failure | null): void => {
    if (failure === null && !troubled) return;
    troubled = failure !== null;
    onTrouble(failure);
  };

  const settle = (): void => {
    for (const [name, write] of owed) {
      try {
        write();
        owed.delete(name);
      } catch (error) {
        const failure = storageFailure(error);
        if (failure !== null) {
          tell(failure);
          return retry();
        }
        owed.delete(name);
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
      if (!closing.signal.aborted && owed.size > 0) settle();
    });
  };

  return {
    pay: (name, write, mayOwe = () => true) => {
      try {
        write();
        owed.delete(name);
        if (owed.size === 0) tell(null);
        return true;
      } catch (error) {
        const failure = storageFailure(error);
        if (failure === null || !mayOwe()) throw error;
        if (!troubled) report(error);
        owed.set(name, write);
        tell(failure);
        retry();
        return false;
      }
    },
    owe: (name, write) => {
      owed.set(name, write);
      retry();
    },
    owes: (name) => owed.has(name),
    forget: (name) => void owed.delete(name),
    close: () => {
      closing.abort();
      if (owed.size > 0) settle();
    },
  };
}

/** Records as they would be on the disk, while they are owed. */
type Shelf<T> = {
  readonly current: (id: string, stored: T) => T;
  readonly get: (id: string) => T | null;
  /** Throws where the disk does not know the record yet: it must be there before anything is done with it. */
  readonly save: (id: string, record: T, write: () => void, how?: 'must') => void;
  readonly remove: (id: string) => void;
};

function createShelf<T>(table: string, debts: Debts, stored: (id: string) => T | null): Shelf<T> {
  const kept = new Map<string, T>();
  const nameOf = (id: string): string => `${table} ${id}`;
  const get = (id: string): T | null => (debts.owes(nameOf(id)) ? (kept.get(id) ?? null) : null);
  const remove = (id: string): void => {
    debts.forget(nameOf(id));
    kept.delete(id);
  };
  return {
    current: (id, record) => get(id) ?? record,
    get: (id) => get(id) ?? stored(id),
    save: (id, record, write, how) => {
      const isKnown = (): boolean => (get(id) ?? stored(id)) !== null;
      if (debts.pay(nameOf(id), write, () => how !== 'must' && isKnown())) kept.delete(id);
      else kept.set(id, record);
    },
    remove,
  };
}

/** What a reading of the state tells beside the draft comes again with the next one. */
function keptProjects(store: ProjectStore, debts: Debts): ProjectStore {
  return {
    ...store,
    setSession: (id, session) => {
      const isKnown = (): boolean => session !== null && store.session(id)?.sessionId === session.sessionId;
      debts.pay(`session ${id}`, () => store.setSession(id, session), isKnown);
    },
    setCanvas: (id, canvas) => void debts.pay(`canvas ${id}`, () => store.setCanvas(id, canvas)),
  };
}

function keptTurns(store: TurnStore, debts: Debts): TurnStore {
  const shelf = createShelf('turn', debts, store.get);
  return {
    ...store,
    get: shelf.get,
    page: (projectId, range) => {
      const page = store.page(projectId, range);
      return { ...page, turns: page.turns.map((turn) => shelf.current(turn.id, turn)) };
    },
    queued: (projectId) => store.queued(projectId).filter((turn) => shelf.current(turn.id, turn).state === 'queued'),
    save: (turn) => shelf.save(turn.id, turn, () => store.save(turn), turn.state === 'sending' ? 'must' : undefined),
    appendText: (turnId, part, at, delta) => {
      if (!debts.owes(`turn ${turnId}`)) {
        const paid = debts.pay(`text ${turnId}`, () => store.appendText(turnId, part, at, delta));
        debts.forget(`text ${turnId}`);
        if (paid) return;
      }
      const turn = shelf.get(turnId);
      if (turn === null) return;
      const grown = { ...turn, parts: withAppended(turn.parts, [{ part, at, delta }]) };
      shelf.save(turnId, grown, () => store.save(grown));
    },
    remove: (id) => {
      store.remove(id);
      shelf.remove(id);
    },
  };
}

function keptUploads(store: UploadStore, debts: Debts): UploadStore {
  const shelf = createShelf('upload', debts, store.get);
  return {
    ...store,
    get: shelf.get,
    list: (projectId) => store.list(projectId).map((record) => shelf.current(record.upload.id, record)),
    save: (record) => shelf.save(record.upload.id, record, () => store.save(record)),
    remove: (id) => {
      store.remove(id);
      shelf.remove(id);
    },
  };
}

function keptExports(store: ExportStore, debts: Debts): ExportStore {
  const shelf = createShelf('export', debts, store.get);
  const current = (record: ExportRecord): ExportRecord => shelf.current(record.job.id, record);
  return {
    ...store,
    get: shelf.get,
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
      shelf.save(record.job.id, record, () => store.save(record, frozen), frozen === undefined ? undefined : 'must'),
    remove: (id) => {
      store.remove(id);
      shelf.remove(id);
    },
  };
}

/** Versions are written in their order: behind one that is owed, the next ones are owed, too. */
function keptDrafts(store: DraftStore, debts: Debts): DraftStore {
  const kept = new Map<string, StoredDraft>();
  const nameOf = (projectId: string, version: number): string => `draft ${projectId} ${version}`;
  const owedOf = (projectId: string): readonly StoredDraft[] =>
    [...kept.values()].filter((draft) => draft.projectId === projectId && debts.owes(nameOf(projectId, draft.version)));
  const latest = (projectId: string): StoredDraft | null => owedOf(projectId).at(-1) ?? store.latest(projectId);
  return {
    ...store,
    latest,
    get: (projectId, version) =>
      owedOf(projectId).find((draft) => draft.version === version) ?? store.get(projectId, version),
    ofTurn: (projectId, turnId) =>
      owedOf(projectId).findLast((draft) => draft.turnId === turnId)?.version ?? store.ofTurn(projectId, turnId),
    add: (projectId, turnId, draft, facts) => {
      const version = (latest(projectId)?.version ?? 0) + 1;
      const added: StoredDraft = { projectId, version, turnId, draft };
      const name = nameOf(projectId, version);
      const write = (): void => {
        store.add(projectId, turnId, draft, facts);
        kept.delete(name);
      };
      const behind = owedOf(projectId).length > 0;
      kept.set(name, added);
      if (behind) debts.owe(name, write);
      else debts.pay(name, write);
      return added;
    },
    renew: (projectId, version, draft) => {
      const owed = kept.get(nameOf(projectId, version));
      if (owed === undefined) debts.pay(`renewed ${projectId}`, () => store.renew(projectId, version, draft));
    },
  };
}

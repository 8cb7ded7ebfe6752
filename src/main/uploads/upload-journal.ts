import { randomUUID } from 'node:crypto';
import { type Failure, isOutOfReach } from '../../shared/domain/failure.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { Env } from '../app/env.ts';
import type { Clock } from '../clock.ts';
import type { MediaRegistry } from '../media/registry.ts';
import type { UploadRecord, UploadStore } from '../storage/stores.ts';
import type { CheckedFile } from './file-check.ts';

type Kept = Pick<UploadRecord, 'sha256' | 'cdnUrl'>;

export type TurnName = { readonly id: string; readonly projectId: string };
export type Arrival = 'uploaded' | 'failed' | 'aborted';

/** What is written down of a file, or of an address, that is about to be uploaded. */
export function newRecord(
  projectId: string,
  path: string,
  file: CheckedFile,
  source: Upload['source'] = 'file',
): UploadRecord {
  const upload: Upload = {
    id: randomUUID(),
    projectId,
    source,
    ...file,
    state: 'waiting',
    sent: 0,
    failure: null,
    turnId: null,
    note: '',
    mediaId: '',
  };
  return { upload, path, sha256: null, cdnUrl: null };
}

/** What is known of uploads: the journal, how far each one is, and who waits for them. */
export type UploadJournal = {
  /** As they are now, progress included. */
  readonly list: (projectId: string) => readonly Upload[];
  /** Those that go with a turn. */
  readonly ofTurn: (turn: TurnName) => readonly Upload[];
  readonly add: (records: readonly UploadRecord[]) => void;
  /** Sending has begun. Emitted, not written: after a restart every unfinished upload is interrupted, begun or not. */
  readonly begin: (id: string) => void;
  /** Written down, then told. An upload that is gone is left alone. */
  readonly change: (id: string, change: Partial<Upload>, kept?: Partial<Kept>) => void;
  /** Of all files that were in the project's session, since the session is gone: nobody knows them there any more. */
  readonly lose: (projectId: string) => void;
  readonly remove: (upload: Upload) => void;
  /** Those that the network has kept from the service since the app runs. Given once. */
  readonly takeCutOff: () => readonly string[];
  /**
   * Emits a few times a second at most, since each costs a redraw; never backwards, and never the whole before the cloud has
   * answered. Not written down.
   */
  readonly progress: (id: string, sent: number) => void;
  /** Calls this after each change but progress; calling what it gives ends that. */
  readonly onChange: (listener: () => void) => () => void;
};

type UploadJournalDeps = {
  readonly store: UploadStore;
  readonly registry: Pick<MediaRegistry, 'file'>;
};

const progressEveryMs = 200;
/** Bytes handed over run ahead of bytes received. */
const unansweredShare = 0.99;

export function createUploadJournal(
  { bus, clock }: Pick<Env, 'bus' | 'clock'>,
  { store, registry }: UploadJournalDeps,
): UploadJournal {
  const progress = createProgress(clock);
  const listeners = new Set<() => void>();

  /** Media ids last for one run, so one that was written down is renewed. What lies at an address is never fetched to be shown. */
  const current = ({ upload, path }: UploadRecord): Upload => {
    const sent = progress.sent(upload.id);
    const sending = sent === null ? {} : ({ state: 'uploading', sent } as const);
    return { ...upload, ...sending, mediaId: upload.source === 'file' ? registry.file(path) : '' };
  };

  const emit = (upload: Upload): void => bus.emit({ type: 'upload', upload });

  const changed = (): void => {
    for (const listener of listeners) listener();
  };

  const ofTurn = ({ id, projectId }: TurnName): readonly Upload[] =>
    store.list(projectId).flatMap(({ upload }) => (upload.turnId === id ? [upload] : []));

  const write = (record: UploadRecord): void => {
    store.save(record);
    emit(current(record));
    changed();
  };

  return {
    list: (projectId) => store.list(projectId).map(current),
    ofTurn,
    add: (records) => {
      store.saveAll(records);
      for (const record of records) emit(current(record));
    },
    begin: (id) => {
      const record = store.get(id);
      if (record === null) return;
      progress.begin(id, record.upload.bytes);
      emit(current(record));
    },
    change: (id, change, kept = {}) => {
      const record = store.get(id);
      if (record === null) return;
      if (change.state !== undefined) progress.end(id, change.failure ?? null);
      write({ ...record, ...kept, upload: { ...record.upload, ...change } });
    },
    lose: (projectId) => {
      const there = store.list(projectId).filter(({ upload }) => upload.state === 'uploaded');
      const lost = there.map((record): UploadRecord => ({
        ...record,
        upload: { ...record.upload, state: 'lost', sent: 0 },
        sha256: null,
      }));
      store.saveAll(lost);
      for (const record of lost) emit(current(record));
      changed();
    },
    remove: ({ id, projectId }) => {
      progress.end(id, null);
      store.remove(id);
      bus.emit({ type: 'upload-removed', projectId, uploadId: id });
      changed();
    },
    takeCutOff: progress.takeCutOff,
    progress: (id, sent) => {
      const record = progress.advance(id, sent) ? store.get(id) : null;
      if (record !== null) emit(current(record));
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** How far the files are that are being sent, in bytes, and which the network has cut off. */
function createProgress(clock: Clock) {
  const cutOff = new Set<string>();
  const live = new Map<string, { readonly bytes: number; readonly sent: number; readonly emittedAt: number }>();
  return {
    begin: (id: string, bytes: number): void => void live.set(id, { bytes, sent: 0, emittedAt: clock.steady() }),
    end: (id: string, failure: Failure | null): void => {
      live.delete(id);
      if (isOfNetwork(failure)) cutOff.add(id);
      else cutOff.delete(id);
    },
    takeCutOff: (): readonly string[] => {
      const ids = [...cutOff];
      cutOff.clear();
      return ids;
    },
    /** Null for what is not being sent. */
    sent: (id: string): number | null => live.get(id)?.sent ?? null,
    /** Whether it is time to tell the window. */
    advance: (id: string, sent: number): boolean => {
      const before = live.get(id);
      if (before === undefined) return false;
      const shown = Math.min(sent, Math.floor(before.bytes * unansweredShare));
      const now = clock.steady();
      const isDue = now - before.emittedAt >= progressEveryMs;
      live.set(id, { ...before, sent: Math.max(before.sent, shown), emittedAt: isDue ? now : before.emittedAt });
      return isDue;
    },
  };
}

function isOfNetwork(failure: Failure | null): boolean {
  return (
    failure !== null && (isOutOfReach(failure.code) || failure.code === 'interrupted' || failure.code === 'timed-out')
  );
}

/**
 * Resolves when all files that go with a turn are uploaded, one of them has failed, or the signal is aborted. `sendAgain` gets those
 * that were lost with their session. One that the user takes out is not waited for.
 */
export function filesArrived(
  journal: Pick<UploadJournal, 'ofTurn' | 'onChange'>,
  turn: TurnName,
  sendAgain: (id: string) => void,
  signal: AbortSignal,
): Promise<Arrival> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('aborted');
    const end = (arrival: Arrival): void => {
      unsubscribe();
      signal.removeEventListener('abort', giveUp);
      resolve(arrival);
    };
    const giveUp = (): void => end('aborted');
    const check = (): void => {
      const files = journal.ofTurn(turn);
      if (files.some(({ state }) => state === 'failed')) return end('failed');
      if (files.every(({ state }) => state === 'uploaded')) return end('uploaded');
      for (const { id, state } of files) if (state === 'lost') sendAgain(id);
    };
    const unsubscribe = journal.onChange(check);
    signal.addEventListener('abort', giveUp, { once: true });
    check();
  });
}

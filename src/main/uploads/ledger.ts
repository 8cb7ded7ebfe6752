import type { Upload } from '../../shared/domain/upload.ts';
import type { Clock } from '../clock.ts';
import type { MediaRegistry } from '../media/registry.ts';
import type { UploadRecord, UploadStore } from '../state/stores.ts';

/** What is known of uploads: the journal, how far each one is, and who waits for them. */
export type Ledger = {
  /** As they are now, progress included. */
  readonly list: (projectId: string) => readonly Upload[];
  readonly add: (records: readonly UploadRecord[]) => void;
  /** It is being sent. Only told: what was under way when the app ended is interrupted, whether it had begun or not. */
  readonly begin: (id: string) => void;
  /** Written down, then told. An upload that is gone is left alone. */
  readonly change: (id: string, change: Partial<Upload>, sha256?: string | null) => void;
  readonly remove: (upload: Upload) => void;
  /**
   * Told a few times a second at most, since each time costs a redraw; never backwards, and never whole before the cloud has answered.
   * Not written down.
   */
  readonly progress: (id: string, sent: number) => void;
  readonly settled: (ids: readonly string[]) => Promise<'uploaded' | 'failed'>;
};

export type LedgerParts = {
  readonly store: UploadStore;
  readonly registry: Pick<MediaRegistry, 'file'>;
  readonly clock: Clock;
  readonly emit: (upload: Upload) => void;
  readonly emitRemoved: (projectId: string, uploadId: string) => void;
};

const progressEveryMs = 200;
/** Bytes handed over run ahead of bytes received. */
const unansweredShare = 0.99;

export function createLedger({ store, registry, clock, emit, emitRemoved }: LedgerParts): Ledger {
  /** What is being sent: its size and how far it is, in bytes, and when that was last told. */
  const live = new Map<string, { readonly bytes: number; readonly sent: number; readonly toldAt: number }>();
  const waiters = new Set<() => void>();

  /** Media ids last for one run, so one that was written down is renewed. What lies at an address is never fetched to be shown. */
  const current = ({ upload, path }: UploadRecord): Upload => {
    const sending = live.get(upload.id);
    const progress = sending === undefined ? {} : ({ state: 'uploading', sent: sending.sent } as const);
    return { ...upload, ...progress, mediaId: upload.source === 'file' ? registry.file(path) : '' };
  };

  const tellWaiters = (): void => {
    for (const check of waiters) check();
  };

  const outcome = (ids: readonly string[]): 'uploaded' | 'failed' | null => {
    const states = ids.map((id) => store.get(id)?.upload.state ?? 'failed');
    if (states.includes('failed')) return 'failed';
    return states.every((state) => state === 'uploaded') ? 'uploaded' : null;
  };

  const write = (record: UploadRecord): void => {
    store.save(record);
    emit(current(record));
    tellWaiters();
  };

  return {
    list: (projectId) => store.list(projectId).map(current),
    add: (records) => {
      store.saveAll(records);
      for (const record of records) emit(current(record));
    },
    begin: (id) => {
      const record = store.get(id);
      if (record === null) return;
      live.set(id, { bytes: record.upload.bytes, sent: 0, toldAt: clock.steady() });
      emit(current(record));
    },
    change: (id, change, sha256) => {
      const record = store.get(id);
      if (record === null) return;
      if (change.state !== undefined) live.delete(id);
      write({ ...record, upload: { ...record.upload, ...change }, sha256: sha256 ?? record.sha256 });
    },
    remove: ({ id, projectId }) => {
      live.delete(id);
      store.remove(id);
      emitRemoved(projectId, id);
      tellWaiters();
    },
    progress: (id, sent) => {
      const before = live.get(id);
      if (before === undefined) return;
      const held = Math.min(sent, Math.floor(before.bytes * unansweredShare));
      const now = clock.steady();
      const due = now - before.toldAt >= progressEveryMs;
      live.set(id, { ...before, sent: Math.max(before.sent, held), toldAt: due ? now : before.toldAt });
      const record = due ? store.get(id) : null;
      if (record !== null) emit(current(record));
    },
    settled: (ids) =>
      new Promise((resolve) => {
        const check = (): void => {
          const result = outcome(ids);
          if (result === null) return;
          waiters.delete(check);
          resolve(result);
        };
        waiters.add(check);
        check();
      }),
  };
}

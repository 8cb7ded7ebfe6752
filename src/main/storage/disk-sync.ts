import { open } from 'node:fs/promises';
import type { Clock } from '../clock.ts';

type DiskSyncParts = {
  /** Has the disk take what the system still holds of the file; rejects where it cannot. Main goes on meanwhile. */
  readonly sync: () => Promise<void>;
  /** Brings what was synced into the file itself; begun behind so many writes. Never rejects. */
  readonly checkpoint: { readonly run: () => Promise<unknown>; readonly writes: number };
  readonly clock: Pick<Clock, 'wait' | 'steady'>;
  /** How far syncs that nobody waits for are apart at least: what comes behind such a pause is synced at once. */
  readonly afterMs: number;
  /** From here on the disk counts as slow. */
  readonly slowMs: number;
  readonly onSlow: (isSlow: boolean) => void;
  readonly report: (error: unknown) => void;
};

/** Brings to the disk what SQLite has given to the system: a write itself does not wait for it, or a slow disk would hold main up. */
export type DiskSync = {
  /** Something was written. */
  readonly wrote: () => void;
  /** Resolves when all that was written so far is on the disk: before anything is done that must not be forgotten. */
  readonly written: () => Promise<void>;
  /** How long the last sync took, ms. */
  readonly lastMs: () => number;
  /** Resolves when no checkpoint runs. */
  readonly settled: () => Promise<unknown>;
};

export function createDiskSync(parts: DiskSyncParts): DiskSync {
  const { sync, checkpoint, clock, afterMs, slowMs, onSlow, report } = parts;
  let writes = 0;
  let lastMs = 0;
  let began = -Infinity;
  let checkpointing: Promise<unknown> | null = null;
  let dirty = false;
  let due = false;
  let running: Promise<void> | null = null;

  const checkpointWhenDue = (): void => {
    if (writes < checkpoint.writes || checkpointing !== null) return;
    writes = 0;
    checkpointing = checkpoint.run().finally(() => (checkpointing = null));
  };

  const run = (): Promise<void> => {
    dirty = false;
    began = clock.steady();
    const ended = new AbortController();
    let isSlow = false;
    void clock.wait(slowMs, ended.signal).then(() => {
      isSlow = !ended.signal.aborted;
      if (isSlow) onSlow(true);
    });
    running = sync()
      .then(checkpointWhenDue)
      .catch((error: unknown) => {
        dirty = true;
        throw error;
      })
      .finally(() => {
        running = null;
        lastMs = clock.steady() - began;
        ended.abort();
        if (isSlow) onSlow(false);
      });
    return running;
  };
  const written = async (): Promise<void> => {
    // What runs may have begun before the last write.
    if (running !== null) await running.catch(() => undefined);
    if (dirty) await (running ?? run());
  };

  return {
    wrote: () => {
      dirty = true;
      writes += 1;
      if (due) return;
      due = true;
      void clock.wait(Math.max(0, began + afterMs - clock.steady())).then(() => {
        due = false;
        void written().catch(report);
      });
    },
    written,
    lastMs: () => lastMs,
    settled: async () => checkpointing,
  };
}

/** Syncs a file. Rejects where it is not there any more: what is written into it would be found by no start. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.datasync();
  } finally {
    await file.close();
  }
}

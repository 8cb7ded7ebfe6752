import { join } from 'node:path';
import { ok, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import { createStores } from './create-stores.ts';
import { type DatabaseProblem, openDatabase } from './database.ts';
import { keepUnwritten } from './keep-unwritten.ts';
import type { Stores } from './stores.ts';

/** A history that is open. */
export type Storage = {
  readonly stores: Stores;
  /** Where a damaged history was put; null in the ordinary case. */
  readonly setAside: string | null;
  /** Gives the room of what was deleted back to the disk, a little at a time. */
  readonly giveBack: () => void;
  /** After everything that writes. */
  readonly close: () => void;
};

export type StorageProblem = { readonly problem: DatabaseProblem; readonly path: string };

/** Opens the history in a folder, which exists. */
export function openStorage(env: Env, folder: string): Result<Storage, StorageProblem> {
  const { clock, timings, bus, report } = env;
  const path = join(folder, 'rushes.db');
  const opened = openDatabase(path, clock.now);
  if (!opened.ok) return { ok: false, error: { problem: opened.error, path } };
  const { database, setAside, giveBack } = opened.value;
  giveBack();
  const stores = createStores(database, (table) => report(new Error(`A row of ${table} cannot be read`)));
  const kept = keepUnwritten(stores, {
    clock,
    retryMs: timings.unwrittenRetryMs,
    onTrouble: (failure) => bus.emit({ type: 'unwritten', failure }),
    report,
  });
  const close = (): void => {
    kept.close();
    database.close();
  };
  return ok({ stores: kept.stores, setAside, giveBack, close });
}

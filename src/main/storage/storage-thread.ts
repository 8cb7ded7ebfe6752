import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../../shared/assert-never.ts';
import { backUpDay } from './backups.ts';
import { migrations } from './migrations.ts';
import { restoreBackup } from './restore-backup.ts';
import { connect, isCorrupt } from './sqlite.ts';
import type { StorageAnswer, StorageOrder } from './storage-worker.ts';
import { checkWhole, upgrade } from './upgrade.ts';

const order = workerData as StorageOrder;
const done = { kind: 'done' } as const;

// What it is to do is all that it is told; it ends with its answer, or without one.
void carryOut(order).then((answer) => parentPort?.postMessage(answer));

async function carryOut(given: StorageOrder): Promise<StorageAnswer> {
  const { kind, path } = given;
  switch (kind) {
    case 'check':
      return check(path);
    case 'back-up': {
      const made = backUpDay(path, given.now);
      return made.ok ? done : { kind: 'not-done', code: made.error };
    }
    case 'restore':
      return { kind: 'restored', from: restoreBackup(path, migrations, given.id) };
    case 'upgrade':
      upgrade(path, migrations);
      return done;
    case 'checkpoint':
      checkpoint(path, 'PASSIVE');
      return done;
    case 'empty':
      checkpoint(path, 'TRUNCATE');
      return done;
    default:
      return assertNever(kind);
  }
}

/** `PASSIVE` holds up nobody who writes. */
function checkpoint(path: string, mode: 'PASSIVE' | 'TRUNCATE'): void {
  const database = connect(path);
  database.all(`PRAGMA wal_checkpoint(${mode})`);
  database.close();
}

async function check(path: string): Promise<StorageAnswer> {
  try {
    await readAhead(path);
    const database = connect(path);
    checkWhole(database);
    database.close();
    return done;
  } catch (error) {
    if (isCorrupt(error)) return { kind: 'damaged' };
    throw error;
  }
}

/** Brings the file into the system's cache: SQLite would wait for the disk with a call that nothing breaks off. */
async function readAhead(path: string): Promise<void> {
  const file = await open(path);
  try {
    const piece = Buffer.alloc(1024 * 1024);
    while ((await file.read(piece, 0, piece.length)).bytesRead > 0);
  } finally {
    await file.close();
  }
}

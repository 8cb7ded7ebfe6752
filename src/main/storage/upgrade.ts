import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { done, err, type Result } from '../../shared/result.ts';
import { removeFileSync, renameFileSync } from '../file-retry.ts';
import { backUp, copyDurably, writeThrough } from './backups.ts';
import { connect, type Database, isCorrupt, isFull, sqliteCode } from './sqlite.ts';

/**
 * Why there is no database. `newer`: the file was written by a newer version of the app, and is left as it is. `unavailable`:
 * it cannot be opened or written (folder not writable, locked by somebody else, disk full); `code` is SQLite's, or empty.
 * `not-upgraded`: it could not be brought into today's form, for want of room where `isFull`, and is left as it was.
 */
export type DatabaseProblem =
  | { readonly kind: 'newer'; readonly version: number; readonly supported: number }
  | { readonly kind: 'unavailable'; readonly code: string }
  | { readonly kind: 'not-upgraded'; readonly isFull: boolean };

type Upgraded = Result<null, DatabaseProblem | 'corrupt'>;

/**
 * Brings an older file at `path` into today's form, after a backup: the steps are taken on a copy, which takes the file's place when
 * all of them worked. Does nothing for a file that is current, newer, new, or not there. It reads and copies the whole file.
 */
export function upgrade(path: string, steps: readonly string[]): Upgraded {
  const next = `${path}.next`;
  if (!isOutdated(path, steps)) return done;
  try {
    removeCopy(next);
    foldLog(path);
    const version = writtenVersion(path);
    if (!isBetween(version, steps)) return done;
    const backup = backUp(dirname(path), `schema-${version}`);
    if (!backup.ok) return notUpgraded(backup.error);
    copyDurably(path, next);
    takeSteps(next, version, steps);
    writeThrough(next);
    renameFileSync(next, path);
    return done;
  } catch (error) {
    return isCorrupt(error) ? err('corrupt') : notUpgraded(sqliteCode(error));
  } finally {
    removeCopy(next);
  }
}

/** Whether `upgrade` has something to do, as far as the file says; what is newer may still be in its log. */
export function isOutdated(path: string, steps: readonly string[]): boolean {
  try {
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
    const version = writtenVersion(path);
    return isBetween(version, steps) || (version === 0 && sizeOf(`${path}-wal`) > 0);
  } catch {
    return false;
  }
}

/** `user_version` as it stands in the file itself; 0 where there is none. */
export function writtenVersion(path: string): number {
  const header = Buffer.alloc(headerBytes);
  if (sizeOf(path) < headerBytes) return 0;
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, headerBytes, 0);
  } finally {
    closeSync(file);
  }
  return header.readInt32BE(versionAt);
}

/** Of SQLite's file format. */
const headerBytes = 100;
const versionAt = 60;

/** Nothing may stay in the log: it would be taken for that of the file that comes in place of this one. */
export function foldLog(path: string): void {
  withFile(path, (database) => database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  if (sizeOf(`${path}-wal`) > 0) throw Object.assign(new Error('The log is in use'), { code: 'SQLITE_BUSY' });
}

/** Sees that all of it can be read, and takes the steps that it lacks. */
export function takeSteps(path: string, version: number, steps: readonly string[]): void {
  withFile(path, (database) => {
    checkWhole(database);
    database.exec('PRAGMA foreign_keys = ON');
    migrate(database, version, steps);
  });
}

/** `use` only executes: what it prepared would keep the file open, and SQLite's locks on it, until it is collected. */
export function withFile(path: string, use: (database: Pick<Database, 'exec' | 'transaction'>) => void): void {
  const database = connect(path);
  try {
    use(database);
  } finally {
    database.close();
  }
}

/** Each step is taken whole, with its version, or not at all. */
export function migrate(
  database: Pick<Database, 'exec' | 'transaction'>,
  version: number,
  steps: readonly string[],
): void {
  for (const [index, step] of steps.entries())
    if (index >= version) database.transaction(() => database.exec(`${step}; PRAGMA user_version = ${index + 1}`));
}

/** Reads all of it, and throws `SQLITE_CORRUPT` where it is damaged. */
export function checkWhole(database: Pick<Database, 'exec'>): void {
  try {
    database.exec(`CREATE TEMP TABLE checks (found TEXT CHECK (found = 'ok'));
      INSERT INTO checks SELECT quick_check FROM pragma_quick_check;
      DROP TABLE checks`);
  } catch (error) {
    if (!sqliteCode(error).startsWith('SQLITE_CONSTRAINT')) throw error;
    throw Object.assign(new Error('quick_check found damage'), { code: 'SQLITE_CORRUPT' });
  }
}

function isBetween(version: number, steps: readonly string[]): boolean {
  return version > 0 && version < steps.length;
}

function notUpgraded(code: string): Result<never, DatabaseProblem> {
  return err({ kind: 'not-upgraded', isFull: isFull(code) });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** With what SQLite puts beside it. */
export function removeCopy(next: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) removeFileSync(next + suffix);
}

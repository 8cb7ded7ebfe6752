import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  statfsSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Backup } from '../../shared/domain/local-data.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { removeFolderSync, renameFileSync } from '../file-retry.ts';
import { connect } from './sqlite.ts';

export const historyFile = 'rushes.db';
/** What a backup holds of a profile, as far as it is there. */
const keptFiles = [historyFile, 'settings.json'];
const daily = 'day-';
/** Of those of a day, and of all others, so many stay; fewer where they take more room than this, in bytes. The newest always stays. */
const most = { ofKind: 3, bytes: 1024 ** 3 } as const;
/** For so long a backup counts as fresh. */
const freshMs = 3 * 3_600_000;
/** A backup of a day leaves at least this much room on the disk, in bytes. */
const spareRoom = 512 * 1024 ** 2;

/** The absolute path of a backup's history, which is there. */
type KeptBackup = Backup & { readonly path: string };

/** The backups of the history in a folder, newest first. */
export function backupsIn(folder: string): readonly KeptBackup[] {
  return foundIn(join(folder, 'backups')).filter(({ bytes }) => bytes > 0);
}

/**
 * Copies history and settings into `backups/<name>` within this folder, in place of an older backup of that name; nobody may have the
 * history open. Ok: the absolute path of the backup, which is on the disk; error: the system's code, or an empty text.
 */
export function backUp(folder: string, name: string): Result<string, string> {
  return make(folder, name, (part) => {
    for (const file of keptFiles) if (existsSync(join(folder, file))) copyDurably(join(folder, file), join(part, file));
  });
}

/** Whether the history at `path` was written since its last backup, and that is some hours old. `now` in epoch ms. */
export function isBackupDue(path: string, now: number): boolean {
  // A clock that was wrong for once has made backups of days to come.
  const last = backupsIn(dirname(path)).find(({ at }) => at <= now)?.at ?? 0;
  return now - last >= freshMs && [path, `${path}-wal`].some((file) => timeOf(file) > last);
}

/** Copies a history that may be open, and is whole, into the backup of the day, in place of an earlier one, if the disk has room for it. It reads the whole file. */
export function backUpDay(path: string, now: number): Result<string, string> {
  const folder = dirname(path);
  const { bavail, bsize } = statfsSync(folder);
  const bytes = statSync(path).size;
  if (bytes > most.bytes || bavail * bsize < bytes + spareRoom) return err('ENOSPC');
  return make(folder, daily + dayOf(now), (part) => {
    const copy = join(part, historyFile);
    const database = connect(path);
    try {
      database.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`);
    } finally {
      database.close();
    }
    writeThrough(copy);
  });
}

/** Has a backup of this name made in a folder of its own, which takes its place when it is whole. */
function make(folder: string, name: string, fill: (part: string) => void): Result<string, string> {
  const all = join(folder, 'backups');
  const [target, part] = [join(all, name), join(all, `${name}.part`)];
  try {
    removeFolderSync(part);
    mkdirSync(part, { recursive: true, mode: 0o700 });
    fill(part);
    removeFolderSync(target);
    renameFileSync(part, target);
    keepNewest(all);
    return ok(target);
  } catch (error) {
    removeQuietly(part);
    return err((error as NodeJS.ErrnoException).code ?? '');
  }
}

/** Copies a file, where the disk can without taking room for it, and waits until it is there for good. */
export function copyDurably(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  writeThrough(to);
}

/** Waits until what was written into a file is on the disk. */
export function writeThrough(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Newest first; `bytes` is 0 where there is no history in one. */
function foundIn(all: string): readonly KeptBackup[] {
  const found = namesIn(all).map((id) => {
    const path = join(all, id, historyFile);
    const stats = statOf(path);
    const bytes = stats?.isFile() === true ? stats.size : 0;
    return { id, path, bytes, at: bytes > 0 ? timeOf(path) : timeOf(join(all, id)) };
  });
  return found.toSorted((a, b) => b.at - a.at);
}

function keepNewest(all: string): void {
  let bytes = 0;
  const counts = { days: 0, others: 0 };
  for (const [index, backup] of foundIn(all).entries()) {
    bytes += backup.bytes;
    const count = (counts[backup.id.startsWith(daily) ? 'days' : 'others'] += 1);
    if (index > 0 && (count > most.ofKind || bytes > most.bytes)) removeQuietly(join(all, backup.id));
  }
}

/** UTC. */
function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function timeOf(path: string): number {
  return statOf(path)?.mtimeMs ?? 0;
}

function namesIn(all: string): readonly string[] {
  try {
    return readdirSync(all).filter((name) => !name.endsWith('.part'));
  } catch {
    return [];
  }
}

/** Undefined for what is not there, or cannot be looked at: a backup must never keep the app from starting. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function removeQuietly(path: string): void {
  try {
    removeFolderSync(path);
  } catch {
    // Somebody looks at it: the next backup tries again.
  }
}

import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { removeFolderSync, renameFileSync } from '../file-retry.ts';

/** What a backup holds of a profile, as far as it is there. */
const keptFiles = ['rushes.db', 'settings.json'];
/** The newest ones stay. */
const mostBackups = 3;

/**
 * Copies history and settings into `backups/<name>` within this folder, in place of an older backup of that name; nobody may have the
 * history open. Ok: the absolute path of the backup, which is on the disk; error: the system's code, or an empty text.
 */
export function backUp(folder: string, name: string): Result<string, string> {
  const all = join(folder, 'backups');
  const [target, part] = [join(all, name), join(all, `${name}.part`)];
  try {
    removeFolderSync(part);
    mkdirSync(part, { recursive: true, mode: 0o700 });
    for (const file of keptFiles) if (existsSync(join(folder, file))) copyDurably(join(folder, file), join(part, file));
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

function keepNewest(all: string): void {
  const times = readdirSync(all).map((name) => ({ path: join(all, name), at: statSync(join(all, name)).mtimeMs }));
  for (const { path } of times.toSorted((a, b) => b.at - a.at).slice(mostBackups)) removeQuietly(path);
}

function removeQuietly(path: string): void {
  try {
    removeFolderSync(path);
  } catch {
    // Somebody looks at it: the next backup tries again.
  }
}

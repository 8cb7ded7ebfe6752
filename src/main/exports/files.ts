import { constants } from 'node:fs';
import { access, copyFile, link, open, stat, utimes } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CloudError } from '../api/errors.ts';
import { writeFailure } from '../api/failures.ts';
import type { Inspection } from '../media/probe.ts';
import { isInUse, removeFile, renameFile, unlinkFile } from '../file-retry.ts';

/** What can keep a file from its place. `elsewhere`: the place is on another disk. */
export type PlaceProblem = CloudError | { readonly kind: 'elsewhere' };

/** What an export does to the disk, apart from the download itself. Nothing here throws. */
export type ExportFiles = {
  /** Size in bytes and time of the last change (epoch ms), or null where there is no such file. */
  readonly look: (path: string) => Promise<{ readonly bytes: number; readonly changedAt: number } | null>;
  /** Why nothing can be written into the folder of this path; null where it can, as far as can be told. */
  readonly folderProblem: (path: string) => Promise<CloudError | null>;
  readonly inspect: (path: string) => Promise<Inspection>;
  /**
   * Puts the finished part in the target's place, in one step and lastingly. `taken`: there is another file, which may not be
   * replaced.
   */
  readonly place: (
    part: string,
    target: string,
    replaces: boolean,
  ) => Promise<Result<'placed' | 'taken', PlaceProblem>>;
  /** Moves a part to another folder, be it on another disk; its size and its time of the last change stay. */
  readonly move: (from: string, to: string) => Promise<Result<null, CloudError>>;
  readonly remove: (path: string) => Promise<void>;
};

/** `written`: resolves when what was written down so far is on the disk, or the next start would not know a file that is in its place. */
export function createExportFiles(
  inspect: (path: string) => Promise<Inspection>,
  written: () => Promise<void>,
): ExportFiles {
  return {
    look: async (path) => {
      const stats = await stat(path).catch(() => null);
      return stats?.isFile() ? { bytes: stats.size, changedAt: stats.mtimeMs } : null;
    },
    folderProblem: async (path) => {
      try {
        const folder = dirname(path);
        if (!(await stat(folder)).isDirectory()) return { kind: 'folder-gone' };
        await access(folder, constants.W_OK);
        return null;
      } catch (error) {
        return writeFailure(error);
      }
    },
    inspect,
    place: (part, target, replaces) => place(part, target, replaces, written),
    move,
    remove: (path) => removeFile(path).catch(() => undefined),
  };
}

async function place(
  part: string,
  target: string,
  replaces: boolean,
  written: () => Promise<void>,
): Promise<Result<'placed' | 'taken', PlaceProblem>> {
  try {
    await Promise.all([flush(part, 'r+'), written()]);
    if (replaces) await renameFile(part, target);
    else if (!(await placeBeside(part, target))) return ok('taken');
  } catch (error) {
    return err(codeOf(error) === 'EXDEV' ? { kind: 'elsewhere' } : await inUseFailure(error, target));
  }
  // The video is in its place; not every system can flush a folder.
  await flush(dirname(target), 'r').catch(() => undefined);
  return ok('placed');
}

/** A link is refused where there is a file, whoever made it and however late; false then. */
async function placeBeside(part: string, target: string): Promise<boolean> {
  try {
    await link(part, target);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') {
      if (!(await isSameFile(part, target))) return false;
    } else if (conclusive.has(code)) {
      throw error;
    } else {
      if ((await stat(target).catch(() => null)) !== null) return false;
      await renameFile(part, target);
      return true;
    }
  }
  // The video is where it is to be: what is left of it under its other name is cleared up later.
  await unlinkFile(part).catch(() => undefined);
  return true;
}

/**
 * These errors would stop a rename too. All others mean a file system without hard links: FAT and exFAT answer EISDIR on Windows
 * (nodejs/node#65817).
 */
const conclusive: ReadonlySet<string> = new Set(['ENOENT', 'ENOSPC', 'EXDEV']);

/** Of a file that stayed held although its folder can be written: somebody has it open. */
async function inUseFailure(error: unknown, path: string): Promise<CloudError> {
  if (!isInUse(error)) return writeFailure(error);
  const isOpen = await access(dirname(path), constants.W_OK).then(
    () => true,
    () => false,
  );
  return isOpen ? { kind: 'file-in-use' } : writeFailure(error);
}

/** Linked already, just before the app ended. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]);
  return left.ino === right.ino && left.dev === right.dev;
}

async function move(from: string, to: string): Promise<Result<null, CloudError>> {
  try {
    await renameFile(from, to).catch((error: unknown) => {
      if (codeOf(error) !== 'EXDEV') throw error;
      return copyOver(from, to);
    });
    return ok(null);
  } catch (error) {
    return err(await inUseFailure(error, to));
  }
}

async function copyOver(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
    const { atime, mtime } = await stat(from);
    await utimes(to, atime, mtime);
    await flush(to, 'r+');
  } catch (error) {
    await removeFile(to);
    throw error;
  }
  await unlinkFile(from);
}

async function flush(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

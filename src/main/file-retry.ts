import { constants, existsSync, renameSync, rmSync } from 'node:fs';
import { access, chmod, rename, rm, stat, unlink } from 'node:fs/promises';
import { systemClock } from './clock.ts';

/**
 * Renames a file that cannot be read, so that a fresh one can take its place and nothing is lost. `now` in epoch ms. Answers
 * with the new path, or null where there was no such file. Throws what `rename` throws.
 */
export function setAside(path: string, now: number): string | null {
  if (!existsSync(path)) return null;
  const stamp = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  const target = `${path}.broken-${stamp}`;
  renameFileSync(path, target);
  return target;
}

/**
 * Mends a folder of the app's own, which need not be there: what is no folder is set aside, and the user's right to write into it given
 * back. What cannot be mended shows where it is used.
 */
export async function mendFolder(path: string, now: number): Promise<void> {
  try {
    const found = await stat(path);
    if (!found.isDirectory()) return void setAside(path, now);
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK).catch(() => chmod(path, 0o700));
  } catch {
    // It is not there, or somebody else's.
  }
}

/** What a system answers where somebody else has the file open: a virus scanner, a player, an index. Or where it may not be touched. */
const inUseCodes: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** Some seconds in all: scanners let go after moments. In ms. */
const waits = [20, 50, 100, 200, 400, 800, 1_600] as const;

/** Does it again for some seconds where the file is held; then, and for any other reason, throws what the system threw. */
export async function retryInUse<T>(
  operation: () => Promise<T>,
  wait: (ms: number) => Promise<void> = systemClock.wait,
): Promise<T> {
  for (const ms of waits) {
    try {
      return await operation();
    } catch (error) {
      if (!isInUse(error)) throw error;
      await wait(ms);
    }
  }
  return operation();
}

/** The same where nothing else can be done meanwhile: main stands still, but only while somebody holds the file. */
export function retryInUseSync<T>(operation: () => T, wait: (ms: number) => void = sleepSync): T {
  for (const ms of waits) {
    try {
      return operation();
    } catch (error) {
      if (!isInUse(error)) throw error;
      wait(ms);
    }
  }
  return operation();
}

export function isInUse(error: unknown): boolean {
  return inUseCodes.has((error as NodeJS.ErrnoException).code ?? '');
}

export function renameFile(from: string, to: string): Promise<void> {
  return retryInUse(() => rename(from, to));
}

/** A file that may not be there. */
export function removeFile(path: string): Promise<void> {
  return retryInUse(() => rm(path, { force: true }));
}

/** A file that is there. */
export function unlinkFile(path: string): Promise<void> {
  return retryInUse(() => unlink(path));
}

/** A folder that may not be there, with all that is in it. */
export function removeFolder(path: string): Promise<void> {
  return retryInUse(() => rm(path, { recursive: true, force: true }));
}

export function renameFileSync(from: string, to: string): void {
  retryInUseSync(() => renameSync(from, to));
}

export function removeFileSync(path: string): void {
  retryInUseSync(() => rmSync(path, { force: true }));
}

export function removeFolderSync(path: string): void {
  retryInUseSync(() => rmSync(path, { recursive: true, force: true }));
}

function sleepSync(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

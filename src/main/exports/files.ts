import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** What an export does to the disk, apart from the download itself. Nothing here throws. */
export type ExportFiles = {
  /** Size in bytes and time of the last change (epoch ms), or null where there is no such file. */
  readonly look: (path: string) => Promise<{ readonly bytes: number; readonly changedAt: number } | null>;
  /** Whether the file opens as a video with at least one track, to its end. */
  readonly plays: (path: string) => Promise<boolean>;
  /** Puts the finished part in the target's place, in one step and lastingly. */
  readonly deliver: (part: string, target: string) => Promise<Result<null, Failure>>;
  readonly remove: (path: string) => Promise<void>;
};

export function createExportFiles(plays: (path: string) => Promise<boolean>): ExportFiles {
  return {
    look: async (path) => {
      const stats = await stat(path).catch(() => null);
      return stats?.isFile() ? { bytes: stats.size, changedAt: stats.mtimeMs } : null;
    },
    plays,
    deliver,
    remove: (path) => rm(path, { force: true }).catch(() => undefined),
  };
}

async function deliver(part: string, target: string): Promise<Result<null, Failure>> {
  try {
    await flush(part, 'r+');
    await rename(part, target);
  } catch (error) {
    return err(writeFailure(error));
  }
  // The video is in its place; not every system can flush a folder.
  await flush(dirname(target), 'r').catch(() => undefined);
  return ok(null);
}

async function flush(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function writeFailure(error: unknown): Failure {
  const code = (error as NodeJS.ErrnoException).code;
  return { code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'folder-read-only' };
}

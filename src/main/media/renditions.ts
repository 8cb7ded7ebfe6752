import { createHash } from 'node:crypto';
import { mkdir, readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { removeFile, renameFile } from '../file-retry.ts';

/** Proxies of films: smaller files with the same pictures at the same times, which play smoothly. */
export type Renditions = {
  /** The proxy of a file as it is now; null where there is none. */
  readonly find: (path: string) => Promise<string | null>;
  /** Keeps what `write` makes of a file as its proxy, where it says that it is whole. False where there is none then. */
  readonly make: (path: string, write: (toFile: string) => Promise<boolean>) => Promise<boolean>;
  /** Removes what was not used since then (epoch ms). Answers with how much that was, in bytes. */
  readonly clear: (unusedSince: number) => Promise<number>;
};

type RenditionsParts = {
  readonly dir: string;
  readonly clock: Pick<Clock, 'now'>;
  /** What all proxies together may take, in bytes; the newest always stays. */
  readonly maxBytes: number;
};

const ending = '.mp4';

export function createRenditions({ dir, clock, maxBytes }: RenditionsParts): Renditions {
  const find: Renditions['find'] = async (path) => {
    const place = await placeOf(dir, path);
    if (place === null || (await stat(place).catch(() => null)) === null) return null;
    // The one used last is the last to go.
    const now = clock.now() / 1000;
    await utimes(place, now, now).catch(() => undefined);
    return place;
  };
  return {
    find,
    clear: async (unusedSince) => {
      let freed = 0;
      for (const name of await readdir(dir).catch(() => [])) {
        const found = await stat(join(dir, name)).catch(() => null);
        if (found === null || found.mtimeMs >= unusedSince) continue;
        const isGone = await removeFile(join(dir, name)).then(
          () => true,
          () => false,
        );
        if (isGone) freed += found.size;
      }
      return freed;
    },
    make: async (path, write) => {
      const place = await placeOf(dir, path);
      if (place === null) return false;
      const part = `${place}.part`;
      try {
        await mkdir(dir, { recursive: true });
        if (!(await write(part)) || (await placeOf(dir, path)) !== place) return false;
        await renameFile(part, place);
        await dropOldest(dir, place, maxBytes);
        return true;
      } catch {
        return false;
      } finally {
        await removeFile(part).catch(() => undefined);
      }
    },
  };
}

/** Named by the file as it is now: of what it becomes, the proxy is another one. Null for a file that is gone. */
async function placeOf(dir: string, path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null);
  if (stats === null) return null;
  const name = createHash('sha256').update(`${path}\0${stats.size}\0${stats.mtimeMs}`).digest('hex');
  return join(dir, `${name}${ending}`);
}

/** Removes what was not used for the longest time until the rest fits, and what was broken off. */
async function dropOldest(dir: string, newest: string, maxBytes: number): Promise<void> {
  const found = await Promise.all(
    (await readdir(dir)).map(async (name) => {
      const path = join(dir, name);
      const { size, mtimeMs } = await stat(path);
      return { path, size, usedAt: path === newest ? Infinity : name.endsWith(ending) ? mtimeMs : -Infinity };
    }),
  );
  let left = found.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size, usedAt } of found.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (usedAt === Infinity || (left <= maxBytes && usedAt !== -Infinity)) break;
    await removeFile(path).catch(() => undefined);
    left -= size;
  }
}

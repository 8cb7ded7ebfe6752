import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Clock, unlessAborted } from '../clock.ts';
import { isSafeAddress } from '../api/addresses.ts';
import type { CloudErrorKind } from '../api/errors.ts';
import { cacheKey } from './cache-key.ts';
import { mediaExtension } from '../../shared/domain/media-type.ts';
import { removeFile, renameFile } from '../file-retry.ts';

/** `unsafe-address`: neither https nor this computer. `cancelled`: the caller's signal, or the app ends. */
type CacheFailure = 'unsafe-address' | 'not-fetched' | 'not-written' | 'cancelled';

type MediaCacheParts = {
  readonly dir: string;
  /** Fetches an address into a file. */
  readonly download: (
    url: string,
    toFile: string,
    signal: AbortSignal,
  ) => Promise<Result<unknown, { readonly kind: CloudErrorKind }>>;
  readonly clock: Clock;
  /** What all files together may take, in bytes; the one fetched last always stays. */
  readonly maxBytes: number;
};

/** Remote clips on this computer: files named by their content, the least recently used one first out. */
export type MediaCache = {
  /**
   * The path of the clip at `url`; fetched first where it is not there, once, however many ask. The signal ends the caller's wait
   * only: the download goes on for the next one.
   */
  readonly fetch: (url: string, signal?: AbortSignal) => Promise<Result<string, CacheFailure>>;
  /** The path of the clip at `url` if it was fetched already, else null; fetches nothing. */
  readonly find: (url: string) => Promise<string | null>;
  /** Removes what was not used since then (epoch ms). Answers with how much that was, in bytes. */
  readonly clear: (unusedSince: number) => Promise<number>;
  /** Breaks downloads off; resolves when nothing writes any more. */
  readonly close: () => Promise<void>;
};

const entry = z.object({
  /** The content's sha256 and its extension, which is also the file's name. */
  file: z.string().regex(/^[0-9a-f]{64}(?:\.[a-z0-9]+)?$/),
  bytes: z.number().int().nonnegative(),
  /** Epoch ms. */
  usedAt: z.number(),
});

const index = z.object({ version: z.literal(1), entries: z.record(z.string(), entry) });

type CacheEntry = Readonly<z.infer<typeof entry>>;

/** Which file holds what an address gave, by the sha256 of the address's key. */
type CacheIndex = ReadonlyMap<string, CacheEntry>;

/** What has nothing to do with the network. */
const ofDisk: ReadonlySet<CloudErrorKind> = new Set([
  'disk-full',
  'disk-short',
  'folder-gone',
  'folder-read-only',
  'file-in-use',
  'not-written',
]);

/** A use is written down when the last one is older than this. */
const useGrainMs = 60_000;

export function createMediaCache({ dir, download, clock, maxBytes }: MediaCacheParts): MediaCache {
  const closing = new AbortController();
  const running = new Map<string, Promise<Result<string, CacheFailure>>>();
  const index = createIndex(dir);
  const { ready } = index;
  const keyOf = createKeys();

  const hit = async (key: string): Promise<string | null> => {
    const entry = index.now().get(key);
    if (entry === undefined) return null;
    if (!(await isWhole(join(dir, entry.file), entry.bytes))) return null;
    const now = clock.now();
    if (now - entry.usedAt >= useGrainMs) await index.update(new Map(index.now()).set(key, { ...entry, usedAt: now }));
    return join(dir, entry.file);
  };

  const keep = async (key: string, entry: CacheEntry): Promise<void> => {
    await index.dropTo(fitted(new Map(index.now()).set(key, entry), key, maxBytes));
  };

  const fill = async (key: string, url: URL): Promise<Result<string, CacheFailure>> => {
    const part = join(dir, `${randomUUID()}.part`);
    try {
      const fetched = await download(url.href, part, closing.signal);
      if (!fetched.ok && closing.signal.aborted) return err('cancelled');
      if (!fetched.ok) return err(ofDisk.has(fetched.error.kind) ? 'not-written' : 'not-fetched');
      const { size } = await stat(part);
      const extension = mediaExtension(url.pathname);
      const file = (await hashOfFile(part)) + (extension && `.${extension}`);
      await renameFile(part, join(dir, file));
      await keep(key, { file, bytes: size, usedAt: clock.now() });
      return ok(join(dir, file));
    } catch {
      return err('not-written');
    } finally {
      await removeFile(part).catch(() => undefined);
    }
  };

  const findOrFill = async (key: string, url: URL): Promise<Result<string, CacheFailure>> => {
    await ready();
    const path = await hit(key);
    return path === null ? fill(key, url) : ok(path);
  };

  return {
    fetch: (address, signal) => {
      if (!URL.canParse(address)) return Promise.resolve(err('unsafe-address'));
      const url = new URL(address);
      if (!isSafeAddress(url)) return Promise.resolve(err('unsafe-address'));
      if (closing.signal.aborted || signal?.aborted) return Promise.resolve(err('cancelled'));
      const key = keyOf(url);
      const found = running.get(key) ?? findOrFill(key, url).finally(() => running.delete(key));
      running.set(key, found);
      return signal ? unlessAborted(found, signal, err('cancelled')) : found;
    },
    find: async (address) => {
      if (!URL.canParse(address)) return null;
      await ready();
      return hit(keyOf(new URL(address)));
    },
    clear: async (unusedSince) => {
      await ready();
      const before = index.now();
      const kept = new Map([...before].filter(([, { usedAt }]) => usedAt >= unusedSince));
      await index.dropTo(kept);
      return totalBytes(before) - totalBytes(kept);
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(running.values());
      await index.settled();
    },
  };
}

/** The index of a cache's folder, read once and written one change at a time. */
function createIndex(dir: string) {
  const path = join(dir, 'index.json');
  let index: CacheIndex = new Map();
  let opening: Promise<void> | null = null;
  let writing: Promise<void> = Promise.resolve();

  /** A cache whose index cannot be written still serves this run. */
  const update = (next: CacheIndex): Promise<void> => {
    index = next;
    return (writing = writing.then(() => writeIndex(path, index)).catch(() => undefined));
  };

  return {
    ready: (): Promise<void> => (opening ??= openCache(dir, path).then((read) => void (index = read))),
    now: (): CacheIndex => index,
    update,
    /** Keeps these alone, and removes the files of the others. */
    dropTo: async (kept: CacheIndex): Promise<void> => {
      const named = new Set([...kept.values()].map(({ file }) => file));
      const dropped = [...index.values()].map(({ file }) => file).filter((file) => !named.has(file));
      await update(kept);
      // A file that is being played cannot be removed on every system; the next start finds it unnamed.
      for (const file of dropped) await removeFile(join(dir, file)).catch(() => undefined);
    },
    settled: (): Promise<void> => writing,
  };
}

/** What a port on this computer serves is another thing in the next run. */
function createKeys(): (url: URL) => string {
  const run = randomUUID();
  return (url) => sha256(url.protocol === 'http:' ? `${run} ${url.href}` : cacheKey(url.href));
}

async function isWhole(path: string, bytes: number): Promise<boolean> {
  return (await stat(path).catch(() => null))?.size === bytes;
}

/** An index that is missing or broken is an empty one: everything in the cache can be fetched again. */
async function readIndex(path: string): Promise<CacheIndex> {
  try {
    const { entries } = index.parse(JSON.parse(await readFile(path, 'utf8')));
    return new Map(Object.entries(entries));
  } catch {
    return new Map();
  }
}

/** Replaces the index in one step. */
async function writeIndex(path: string, entries: CacheIndex): Promise<void> {
  const fresh = `${path}.part`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify({ version: 1, entries: Object.fromEntries(entries) }));
  } finally {
    await file.close();
  }
  await renameFile(fresh, path);
}

/** Makes the folder ready: what no entry names is left over from a download that was broken off, or from a lost index. */
async function openCache(dir: string, indexPath: string): Promise<CacheIndex> {
  const index = await readIndex(indexPath);
  try {
    await mkdir(dir, { recursive: true });
    const known = new Set(['index.json', ...[...index.values()].map(({ file }) => file)]);
    for (const name of await readdir(dir)) if (!known.has(name)) await removeFile(join(dir, name));
  } catch {
    // A folder that cannot be made or cleaned shows at the first download.
  }
  return index;
}

/** The index without what was not used for the longest time, until it fits. `newest` stays, whatever its size. */
function fitted(index: CacheIndex, newest: string, maxBytes: number): CacheIndex {
  const kept = new Map(index);
  const oldest = [...index].filter(([key]) => key !== newest).toSorted(([, a], [, b]) => a.usedAt - b.usedAt);
  for (const [key] of oldest) if (totalBytes(kept) > maxBytes) kept.delete(key);
  return kept;
}

/** Two addresses may share one content. */
function totalBytes(index: CacheIndex): number {
  const files = new Map([...index.values()].map(({ file, bytes }) => [file, bytes]));
  return [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** SHA-256 of a file's content, in hex. Rejects where it cannot be read. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

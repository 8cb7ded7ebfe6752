import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { renameFile } from '../patient-files.ts';

const entry = z.object({
  /** The content's sha256 and its extension, which is also the file's name. */
  file: z.string().regex(/^[0-9a-f]{64}(?:\.[a-z0-9]+)?$/),
  bytes: z.number().int().nonnegative(),
  /** Epoch ms. */
  usedAt: z.number(),
});

const index = z.object({ version: z.literal(1), entries: z.record(z.string(), entry) });

export type CacheEntry = Readonly<z.infer<typeof entry>>;

/** Which file holds what an address gave, by the sha256 of the address's key. */
export type CacheIndex = ReadonlyMap<string, CacheEntry>;

/** An index that is missing or broken is an empty one: everything in the cache can be fetched again. */
export async function readIndex(path: string): Promise<CacheIndex> {
  try {
    const { entries } = index.parse(JSON.parse(await readFile(path, 'utf8')));
    return new Map(Object.entries(entries));
  } catch {
    return new Map();
  }
}

/** Replaces the index in one step. */
export async function writeIndex(path: string, entries: CacheIndex): Promise<void> {
  const fresh = `${path}.part`;
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(JSON.stringify({ version: 1, entries: Object.fromEntries(entries) }));
  } finally {
    await file.close();
  }
  await renameFile(fresh, path);
}

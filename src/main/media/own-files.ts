import { stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { mediaExtension } from '../../shared/domain/media-type.ts';
import { cacheKey } from './cache-key.ts';
import { hashOfFile } from './cache.ts';
import type { UploadRecord, UploadStore } from '../storage/stores.ts';

type NameOf = (url: string) => string | null;
type Named = readonly [address: string, name: string];

const noName: NameOf = () => null;

/** Tells which clip of a draft is which of the user's own files, by the address under which the cloud keeps it. */
export type OwnFiles = {
  /** Names by address, for a project; null for an address that is no file of the user's. The same function as long as they are the same. */
  readonly namesIn: (projectId: string) => NameOf;
  /** Where the file lies, as long as its content is what was sent; else null. Looked at anew each time, read only when it changed. */
  readonly pathOf: (url: string) => Promise<string | null>;
};

/** Files whose content is remembered between two looks. */
const mostHashes = 500;

export function createOwnFiles(store: Pick<UploadStore, 'list' | 'atAddress'>, hashOf = hashOfFile): OwnFiles {
  const known = new Map<string, { readonly named: readonly Named[]; readonly names: NameOf }>();
  const hashes = new Map<string, Promise<string | null>>();

  /** By the file as it is now: a change of its size or time has it read again. */
  const contentOf = (path: string, size: number, changedAt: number): Promise<string | null> => {
    const key = `${size} ${changedAt} ${path}`;
    const found = hashes.get(key);
    if (found !== undefined) return found;
    const reading = hashOf(path).catch(() => {
      hashes.delete(key);
      return null;
    });
    hashes.set(key, reading);
    const [oldest] = hashes.keys();
    if (hashes.size > mostHashes && oldest !== undefined) hashes.delete(oldest);
    return reading;
  };
  const isUnchanged = async ({ upload, path, sha256 }: UploadRecord): Promise<boolean> => {
    if (upload.source !== 'file' || sha256 === null) return false;
    const stats = await stat(path).catch(() => null);
    if (stats === null || !stats.isFile() || stats.size !== upload.bytes) return false;
    return (await contentOf(path, stats.size, stats.mtimeMs)) === sha256;
  };

  return {
    namesIn: (projectId) => {
      const named = store
        .list(projectId)
        .flatMap(({ upload, cdnUrl }): readonly Named[] => (cdnUrl === null ? [] : [[cdnUrl, upload.name]]));
      const before = known.get(projectId);
      if (before !== undefined && isDeepStrictEqual(before.named, named)) return before.names;
      const byAddress = new Map(named);
      const names: NameOf = named.length === 0 ? noName : (url) => byAddress.get(cacheKey(url)) ?? null;
      known.set(projectId, { named, names });
      return names;
    },
    pathOf: async (url) => {
      const key = cacheKey(url);
      for (const record of store.atAddress(key))
        if (isOfItsFormat(key, record) && (await isUnchanged(record))) return record.path;
      return null;
    },
  };
}

/** The cloud may keep a file in another format: then the draft is about that one. */
function isOfItsFormat(url: string, { path }: UploadRecord): boolean {
  const format = URL.canParse(url) ? mediaExtension(new URL(url).pathname) : '';
  return format === '' || format === mediaExtension(path);
}

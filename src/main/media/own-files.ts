import { stat } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { mediaExtension } from '../../shared/domain/media-type.ts';
import { cacheKey } from './cache-key.ts';
import type { UploadRecord, UploadStore } from '../storage/stores.ts';

type NameOf = (url: string) => string | null;
type Named = readonly [address: string, name: string];

const noName: NameOf = () => null;

/** Tells which clip of a draft is which of the user's own files, by the address under which the cloud keeps it. */
export type OwnFiles = {
  /** Names by address, for a project; null for an address that is no file of the user's. The same function as long as they are the same. */
  readonly namesIn: (projectId: string) => NameOf;
  /** Where the file lies, as long as it is what was sent; else null. */
  readonly pathOf: (url: string) => Promise<string | null>;
};

export function createOwnFiles(store: Pick<UploadStore, 'list' | 'atAddress'>): OwnFiles {
  const known = new Map<string, { readonly named: readonly Named[]; readonly names: NameOf }>();
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

async function isUnchanged({ upload, path }: UploadRecord): Promise<boolean> {
  if (upload.source !== 'file') return false;
  const stats = await stat(path).catch(() => null);
  return stats !== null && stats.isFile() && stats.size === upload.bytes;
}

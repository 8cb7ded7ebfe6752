import { randomUUID } from 'node:crypto';
import { cacheKey } from './cache-key.ts';

/** Where the bytes of a media id come from. */
export type MediaSource =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'remote'; readonly url: string };

/**
 * Opaque ids for what may be played: a window can name an id, never a path or an address. They last for one run of the app, and
 * those of files only as long as somebody needs the file.
 */
export type MediaRegistry = {
  /** The same path has the same id. */
  readonly file: (path: string) => string;
  /** The same clip has the same id, whatever its address is signed with; the newest signature counts. */
  readonly remote: (url: string) => string;
  /** The id of a clip that has one already; its newest signature stays. */
  readonly known: (url: string) => string | null;
  readonly resolve: (id: string) => MediaSource | null;
  /** Whether anybody still needs a file (absolute path) that was named here. Asked again after each `lookAgain`. */
  readonly keepWhile: (isNeeded: (path: string) => boolean) => void;
  /** Something that files were named for is gone. */
  readonly lookAgain: () => void;
};

export function createMediaRegistry(): MediaRegistry {
  const ids = new Map<string, string>();
  const sources = new Map<string, MediaSource>();
  /** Ids of files that are needed as far as anybody knows. */
  const needed = new Set<string>();
  let isNeeded = (_path: string): boolean => true;

  const register = (key: string, source: MediaSource): string => {
    const id = ids.get(key) ?? randomUUID();
    ids.set(key, id);
    sources.set(id, source);
    needed.add(id);
    return id;
  };
  const forget = (id: string, path: string): null => {
    ids.delete(`file ${path}`);
    sources.delete(id);
    return null;
  };

  return {
    file: (path) => register(`file ${path}`, { kind: 'file', path }),
    remote: (url) => register(`remote ${cacheKey(url)}`, { kind: 'remote', url }),
    known: (url) => ids.get(`remote ${cacheKey(url)}`) ?? null,
    resolve: (id) => {
      const source = sources.get(id) ?? null;
      if (source?.kind !== 'file' || needed.has(id)) return source;
      if (!isNeeded(source.path)) return forget(id, source.path);
      needed.add(id);
      return source;
    },
    keepWhile: (given) => (isNeeded = given),
    lookAgain: () => needed.clear(),
  };
}

import type { ClearableData } from '../../shared/domain/local-data.ts';
import type { Cloud } from '../api/cloud.ts';
import type { Env } from '../app/env.ts';
import { createMediaCache } from './cache.ts';
import { createMediaRegistry, type MediaRegistry } from './registry.ts';
import { createMediaServer } from './serve.ts';
import type { Stores } from '../storage/stores.ts';
import { ok, type Result } from '../../shared/result.ts';
import { createOwnFiles, type OwnFiles } from './own-files.ts';
import { createRenditions, type Renditions } from './renditions.ts';

/** Fetched clips and proxies together, in bytes, and the share that proxies may take. */
const mediaCacheBytes = 2 * 1024 ** 3;
const proxyShare = 0.2;

/** What was played so lately may be played still. */
const lateMs = 10 * 60_000;

export type Media = {
  readonly registry: MediaRegistry;
  readonly ownNames: OwnFiles['namesIn'];
  /** Where a clip lies on this computer: the user's own file, or what was fetched. */
  readonly fetchClip: (url: string, signal?: AbortSignal) => Promise<Result<string, unknown>>;
  /** The same, as long as nothing must be fetched for it; else null. */
  readonly findClip: (url: string) => Promise<string | null>;
  /** The same by media id; null for what is not known, or not to be had. */
  readonly pathOf: (mediaId: string) => Promise<string | null>;
  readonly renditions: Renditions;
  /** Removes clips or proxies that nobody has used lately, but for these media. Answers with how much that was, in bytes. */
  readonly clear: (what: ClearableData, inUse: readonly string[]) => Promise<number>;
  readonly serve: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
};

type MediaDeps = {
  readonly cloud: Pick<Cloud, 'download'>;
  readonly stores: Pick<Stores, 'uploads'>;
  /** Where fetched clips are kept; proxies are beside it. */
  readonly folder: string;
};

/** All that plays: files of this computer, and clips of drafts. */
export function openMedia({ clock }: Pick<Env, 'clock'>, { cloud, stores, folder }: MediaDeps): Media {
  const registry = createMediaRegistry();
  const ownFiles = createOwnFiles(stores.uploads);
  const cache = createMediaCache({
    dir: folder,
    download: (url, toFile, signal) => cloud.download({ source: { kind: 'url', url }, toFile, signal }),
    clock,
    maxBytes: mediaCacheBytes * (1 - proxyShare),
  });
  const fetchClip: Media['fetchClip'] = async (url, signal) => {
    const own = await ownFiles.pathOf(url);
    return own === null ? cache.fetch(url, signal) : ok(own);
  };
  const findRemote = async (url: string): Promise<string | null> => (await ownFiles.pathOf(url)) ?? cache.find(url);
  const renditions = createRenditions({
    dir: `${folder}-proxies`,
    clock,
    maxBytes: mediaCacheBytes * proxyShare,
  });
  return {
    registry,
    ownNames: ownFiles.namesIn,
    fetchClip,
    findClip: findRemote,
    pathOf: async (mediaId) => {
      const source = registry.resolve(mediaId);
      if (source === null || source.kind === 'file') return source?.path ?? null;
      const fetched = await fetchClip(source.url);
      return fetched.ok ? fetched.value : null;
    },
    renditions,
    clear: async (what, inUse) => {
      // To look for a file is to use it.
      for (const mediaId of inUse) {
        const source = registry.resolve(mediaId);
        const path = source?.kind === 'remote' ? await findRemote(source.url) : source?.path;
        if (path !== undefined && path !== null) await renditions.find(path);
      }
      return (what === 'clips' ? cache : renditions).clear(clock.now() - lateMs);
    },
    serve: createMediaServer({ registry, fetchRemote: fetchClip, findRemote, proxyOf: renditions.find }),
    close: cache.close,
  };
}

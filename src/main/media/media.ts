import type { Cloud } from '../api/cloud.ts';
import type { Env } from '../app/env.ts';
import { createMediaCache } from './cache.ts';
import { createMediaRegistry, type MediaRegistry } from './registry.ts';
import { createMediaServer } from './serve.ts';
import type { Stores } from '../storage/stores.ts';
import { ok, type Result } from '../../shared/result.ts';
import { createOwnFiles, type OwnFiles } from './own-files.ts';

/** Fetched clips together, in bytes. */
const mediaCacheBytes = 2 * 1024 ** 3;

export type Media = {
  readonly registry: MediaRegistry;
  readonly ownNames: OwnFiles['namesIn'];
  /** Where a clip lies on this computer: the user's own file, or what was fetched. */
  readonly fetchClip: (url: string, signal?: AbortSignal) => Promise<Result<string, unknown>>;
  readonly serve: (request: Request) => Promise<Response>;
  readonly close: () => Promise<void>;
};

export type MediaDeps = {
  readonly cloud: Pick<Cloud, 'download'>;
  readonly stores: Pick<Stores, 'uploads'>;
  /** Where fetched clips are kept. */
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
    maxBytes: mediaCacheBytes,
  });
  const fetchClip: Media['fetchClip'] = async (url, signal) => {
    const own = await ownFiles.pathOf(url);
    return own === null ? cache.fetch(url, signal) : ok(own);
  };
  return {
    registry,
    ownNames: ownFiles.namesIn,
    fetchClip,
    serve: createMediaServer({ registry, fetchRemote: fetchClip }),
    close: cache.close,
  };
}

import type { Composition } from '../../shared/composition/composition.ts';
import type { DraftChange, PastVersion, VersionPage } from '../../shared/domain/timeline.ts';
import type { StoredDraft } from '../storage/stores.ts';
import { differ } from './difference.ts';
import { compose } from './compose.ts';
import { type DraftReading, type DraftSegment, playableClips, readCanvas, readDraft } from './draft-parser.ts';
import type { DraftVersionsDeps } from './draft-versions.ts';
import { toTimeline } from './timeline.ts';

/** A version by its number, or the last one that a turn made. */
export type VersionName = number | string;

/** Looks back on the versions of a project's cut. Nothing here changes anything. */
export type Past = {
  /** Newest first: the newest ones, or those before one. */
  readonly versions: (projectId: string, before?: number) => VersionPage;
  /** A version's draft exactly as it came; without a number, the present one's. Null where it cannot be had. */
  readonly draft: (projectId: string, version?: number) => unknown;
  /** Null where there is no such version, or none that can be read. */
  readonly look: (projectId: string, name: VersionName) => PastVersion | null;
  /** How a version looks and sounds; without a number, the present one. Null where there is none that can be read. */
  readonly composition: (projectId: string, version?: number) => Composition | null;
  /** What became different from one version to another; null where one of them cannot be had. */
  readonly compare: (projectId: string, from: number, to: number) => readonly DraftChange[] | null;
};

/** How many versions a list gets at a time. */
const pageLength = 50;

type PastDeps = Pick<DraftVersionsDeps, 'store' | 'ownNames' | 'registerUrl'> & {
  /** The `canvas_config` of the project's state as it came last. */
  readonly canvasConfig: (projectId: string) => unknown;
};

export function createPast({ store, ownNames, registerUrl, canvasConfig }: PastDeps): Past {
  const find = (projectId: string, name: VersionName): StoredDraft | null => {
    const version = typeof name === 'number' ? name : store.ofTurn(projectId, name);
    return version === null ? null : store.get(projectId, version);
  };

  /** An old draft's addresses may have run out: a clip that is still in the cut is fetched by its present one. */
  const renewAddresses = (projectId: string): void => {
    const present = store.latest(projectId);
    if (present) for (const { url } of addressed(readDraft(present.draft))) registerUrl(url);
  };

  return {
    versions: (projectId, before) => store.versions(projectId, { limit: pageLength, before }),
    draft: (projectId, version) =>
      (version === undefined ? store.latest(projectId) : store.get(projectId, version))?.draft ?? null,
    look: (projectId, name) => {
      const stored = find(projectId, name);
      if (stored === null) return null;
      const reading = readDraft(stored.draft, ownNames(projectId));
      const clips = playableClips(reading).map(({ url, name: label }) => ({ mediaId: registerUrl(url), name: label }));
      renewAddresses(projectId);
      const [note] = store.versions(projectId, { limit: 1, before: stored.version + 1 }).versions;
      return { projectId, at: note?.at ?? null, timeline: toTimeline(reading, stored.version), clips };
    },
    composition: (projectId, version) => {
      const stored = version === undefined ? store.latest(projectId) : store.get(projectId, version);
      if (stored === null) return null;
      const reading = readDraft(stored.draft, ownNames(projectId));
      const canvas = readCanvas(stored.draft, canvasConfig(projectId));
      const sourceOf = (url: string) => ({ mediaId: registerUrl(url), width: null, height: null });
      const composition = compose(reading, canvas, { sourceOf });
      if (version !== undefined) renewAddresses(projectId);
      return composition;
    },
    compare: (projectId, from, to) => {
      const [before, after] = [store.get(projectId, from), store.get(projectId, to)];
      const names = ownNames(projectId);
      return before && after ? differ(readDraft(before.draft, names), readDraft(after.draft, names)) : null;
    },
  };
}

/** Every piece with an address: pictures and sounds. */
function addressed({ tracks }: DraftReading): readonly (DraftSegment & { readonly url: string })[] {
  return tracks.flatMap(({ segments }) =>
    segments.filter((segment): segment is DraftSegment & { readonly url: string } => segment.url !== null),
  );
}

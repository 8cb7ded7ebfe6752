import type { Composition } from '../../shared/composition/composition.ts';
import type { DraftChange, PastVersion, VersionPage } from '../../shared/domain/timeline.ts';
import type { StoredDraft } from '../storage/stores.ts';
import { compose } from './compose.ts';
import { type DraftReading, playableClips, readCanvas } from './draft-parser.ts';
import type { DraftVersionsDeps } from './draft-versions.ts';
import { inSteps, type Steps } from './steps.ts';
import { toTimeline } from './timeline.ts';

/** A version by its number, or the last one that a turn made. */
type VersionName = number | string;

/** Looks back on the versions of a project's cut. Nothing here changes anything; long drafts are read in steps. */
export type VersionReader = {
  /** Newest first: the newest ones, or those before one. */
  readonly versions: (projectId: string, before?: number) => VersionPage;
  /** A version's draft exactly as it came; without a number, the present one's. Null where it cannot be had. */
  readonly draft: (projectId: string, version?: number) => unknown;
  /** Null where there is no such version, or none that can be read. */
  readonly look: (projectId: string, name: VersionName) => Promise<PastVersion | null>;
  /** How a version looks and sounds; without a number, the present one. Null where there is none that can be read. */
  readonly composition: (projectId: string, version?: number) => Promise<Composition | null>;
  /** What became different from one version to another; null where one of them cannot be had. */
  readonly compare: (projectId: string, from: number, to: number) => Promise<readonly DraftChange[] | null>;
};

/** How many versions a list gets at a time. */
const pageLength = 50;

type VersionReaderDeps = Pick<DraftVersionsDeps, 'store' | 'drafts' | 'registerUrl'> & {
  /** The `canvas_config` of the project's state as it came last. */
  readonly canvasConfig: (projectId: string) => unknown;
};

export function createVersionReader({ store, drafts, registerUrl, canvasConfig }: VersionReaderDeps): VersionReader {
  const find = (projectId: string, version: number | undefined): StoredDraft | null =>
    version === undefined ? drafts.latest(projectId) : drafts.get(projectId, version);

  /** An old draft's addresses may have run out: a clip that is still in the cut is fetched by its present one. */
  function* renewAddresses(projectId: string): Steps<void> {
    const present = drafts.latest(projectId);
    if (present) for (const url of addressesIn(yield* drafts.reading(projectId, present.draft))) registerUrl(url);
  }

  function* look({ projectId, version, draft }: StoredDraft): Steps<PastVersion> {
    const reading = yield* drafts.reading(projectId, draft);
    const clips = playableClips(reading).map(({ url, name }) => ({ mediaId: registerUrl(url), name }));
    yield;
    yield* renewAddresses(projectId);
    const [note] = store.versions(projectId, { limit: 1, before: version + 1 }).versions;
    return { projectId, at: note?.at ?? null, timeline: toTimeline(reading, version), clips };
  }

  function* composition({ projectId, draft }: StoredDraft, isPast: boolean): Steps<Composition> {
    const reading = yield* drafts.reading(projectId, draft);
    const composed = yield* compose(reading, readCanvas(draft, canvasConfig(projectId)), { registerUrl });
    if (isPast) yield* renewAddresses(projectId);
    return composed;
  }

  return {
    versions: (projectId, before) => store.versions(projectId, { limit: pageLength, before }),
    draft: (projectId, version) => find(projectId, version)?.draft ?? null,
    look: async (projectId, name) => {
      const version = typeof name === 'number' ? name : store.ofTurn(projectId, name);
      const stored = version === null ? null : drafts.get(projectId, version);
      return stored && inSteps(look(stored));
    },
    composition: async (projectId, version) => {
      const stored = find(projectId, version);
      return stored && inSteps(composition(stored, version !== undefined));
    },
    compare: async (projectId, from, to) => {
      const [before, after] = [drafts.get(projectId, from), drafts.get(projectId, to)];
      return before && after && inSteps(drafts.changes(projectId, before, after.draft));
    },
  };
}

/** Of every piece that has one: pictures and sounds. */
function addressesIn({ tracks }: DraftReading): ReadonlySet<string> {
  return new Set(tracks.flatMap(({ segments }) => segments.flatMap(({ url }) => url ?? [])));
}

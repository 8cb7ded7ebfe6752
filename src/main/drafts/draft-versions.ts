import type { DraftChange, Preview, Timeline } from '../../shared/domain/timeline.ts';
import type { Env } from '../app/env.ts';
import type { DraftStore, StoredDraft } from '../storage/stores.ts';
import type { DraftMemory } from './draft-memory.ts';
import { type Clip, hasContent, isReadable, newestClip, playableClips, readCanvas } from './draft-parser.ts';
import { atOnce, inSteps, type Steps } from './steps.ts';
import { toTimeline } from './timeline.ts';
import { unsigned } from './values.ts';

/** What the cut is now, and what is different from what a turn began with, or from what was known before. */
export type StateReading = {
  readonly changed: boolean;
  readonly changes: readonly DraftChange[];
  readonly timeline: Timeline | null;
};

type DraftView = { readonly timeline: Timeline | null; readonly preview: Preview | null };

/** The project's cut as far as this computer knows it. */
export type DraftVersions = Views &
  TurnStarts & {
    /** Prepares this draft in small steps while the app goes on, so that `take` is quick. Changes nothing. */
    readonly prepare: (projectId: string, draft: unknown) => Promise<void>;
    /**
     * Stores a draft as a new version where it differs from the last one, under the turn that runs, whoever has read it. Null or
     * unreadable: nothing new.
     */
    readonly take: (projectId: string, draft: unknown) => StateReading;
  };

type Views = {
  readonly view: (projectId: string) => DraftView;
  /** The size of the picture in pixels; null where the draft does not tell. */
  readonly size: (projectId: string) => { readonly width: number; readonly height: number } | null;
  readonly unchanged: (projectId: string) => StateReading;
};

type TurnStarts = {
  /** The turn's message is about to go out to this session: from now on its changes are those since now. */
  readonly begin: (projectId: string, turnId: string, sessionId: string) => void;
  readonly hasBegun: (projectId: string, turnId: string) => boolean;
  /** Whether the last known draft may not be the present one: a message went to this session before, which may have gone on. */
  readonly isDoubtful: (projectId: string, sessionId: string) => boolean;
  /** What became different since the turn began, whoever has read the state meanwhile. */
  readonly since: (projectId: string, turnId: string) => StateReading;
};

export type DraftVersionsDeps = {
  readonly store: DraftStore;
  /** What the store's drafts say. */
  readonly drafts: DraftMemory;
  /** Makes a clip's address playable under an opaque id; the one that was registered last counts. */
  readonly registerUrl: (url: string) => string;
  readonly isOver: (turnId: string) => boolean;
};

export function createDraftVersions(env: Pick<Env, 'bus' | 'clock'>, deps: DraftVersionsDeps): DraftVersions {
  const { store, drafts, registerUrl, isOver } = deps;
  /** The unsigned address of the clip that came last in each project, as long as the app runs; after a restart the reader chooses. */
  const newest = new Map<string, string>();
  const views = createViews(drafts, registerUrl, (projectId, { url }) => unsigned(url) === newest.get(projectId));

  const runningTurn = (projectId: string): string | null => {
    const turnId = store.turnStart(projectId)?.turnId ?? null;
    return turnId === null || isOver(turnId) ? null : turnId;
  };

  /** The same cut with addresses that are good for longer. */
  const renew = ({ projectId, version }: StoredDraft, draft: unknown): void => {
    drafts.renew(projectId, version, draft);
    for (const { url } of playableClips(atOnce(drafts.reading(projectId, draft)))) registerUrl(url);
  };

  const isNew = (before: StoredDraft | null, draft: unknown): boolean =>
    isReadable(draft) && isOther(drafts, before, draft);

  function* understand(projectId: string, draft: unknown): Steps<void> {
    const latest = drafts.latest(projectId);
    if (latest !== null) yield* drafts.reading(projectId, latest.draft);
    if (!isNew(latest, draft)) return;
    yield* drafts.changes(projectId, latest, draft);
    const start = store.turnStart(projectId);
    if (start === null || start.version === latest?.version) return;
    const before = start.fresh ? null : drafts.get(projectId, start.version);
    if (isOther(drafts, before, draft)) yield* drafts.changes(projectId, before, draft);
  }

  return {
    ...views,
    ...createTurnStarts(store, drafts, views),
    prepare: (projectId, draft) => inSteps(understand(projectId, draft)),
    take: (projectId, draft) => {
      const before = drafts.latest(projectId);
      if (!isNew(before, draft)) {
        if (before !== null && drafts.compared(before.draft, draft) === 'signed-anew') renew(before, draft);
        return views.unchanged(projectId);
      }
      const earlier = before && atOnce(drafts.reading(projectId, before.draft));
      const reading = atOnce(drafts.reading(projectId, draft));
      const changes = atOnce(drafts.changes(projectId, before, draft));
      drafts.add(projectId, runningTurn(projectId), draft, { at: env.clock.now(), changes });
      const clip = newestClip(reading, earlier);
      if (clip) newest.set(projectId, unsigned(clip.url));
      const view = views.view(projectId);
      env.bus.emit({ type: 'timeline', projectId, ...view });
      return { changed: true, changes, timeline: view.timeline };
    },
  };
}

/** A session's empty first draft is no change: taken for one, it would end the recovery of a first message too early. */
function isOther(drafts: DraftMemory, before: StoredDraft | null, draft: unknown): boolean {
  return before === null ? hasContent(draft) : drafts.compared(before.draft, draft) === 'other';
}

/** The present version as it is shown. `isNewest`: whether this clip is known to have come last. */
function createViews(
  drafts: DraftMemory,
  registerUrl: DraftVersionsDeps['registerUrl'],
  isNewest: (projectId: string, clip: Clip) => boolean,
): Views {
  const view = (projectId: string): DraftView => {
    const stored = drafts.latest(projectId);
    if (!stored) return { timeline: null, preview: null };
    const reading = atOnce(drafts.reading(projectId, stored.draft));
    const clip = playableClips(reading).find((one) => isNewest(projectId, one)) ?? newestClip(reading);
    return {
      timeline: toTimeline(reading, stored.version),
      preview: clip ? { mediaId: registerUrl(clip.url), name: clip.name } : null,
    };
  };
  return {
    view,
    size: (projectId) => {
      const { width, height } = readCanvas(drafts.latest(projectId)?.draft, null);
      return width === null || height === null ? null : { width, height };
    },
    unchanged: (projectId) => ({ changed: false, changes: [], timeline: view(projectId).timeline }),
  };
}

/** What turns begin with, by which their changes are judged. */
function createTurnStarts(store: DraftStore, drafts: DraftMemory, { view, unchanged }: Views): TurnStarts {
  return {
    begin: (projectId, turnId, sessionId) => {
      const earlier = store.turnStart(projectId);
      const version = drafts.latest(projectId)?.version ?? 0;
      // Still fresh where nothing has been read of this session yet.
      const fresh =
        earlier !== null && (earlier.sessionId !== sessionId || (earlier.fresh && earlier.version === version));
      store.setTurnStart(projectId, { turnId, sessionId, version, fresh });
    },
    hasBegun: (projectId, turnId) => store.turnStart(projectId)?.turnId === turnId,
    isDoubtful: (projectId, sessionId) => {
      const earlier = store.turnStart(projectId);
      return earlier === null ? drafts.latest(projectId) !== null : earlier.sessionId === sessionId;
    },
    since: (projectId, turnId) => {
      const start = store.turnStart(projectId);
      const latest = drafts.latest(projectId);
      if (!latest || start?.turnId !== turnId || latest.version === start.version) return unchanged(projectId);
      const before = start.fresh ? null : drafts.get(projectId, start.version);
      if (!isOther(drafts, before, latest.draft)) return unchanged(projectId);
      const changes = atOnce(drafts.changes(projectId, before, latest.draft));
      return { changed: true, changes, timeline: view(projectId).timeline };
    },
  };
}

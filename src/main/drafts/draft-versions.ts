import type { DraftChange, Preview, Timeline } from '../../shared/domain/timeline.ts';
import type { DraftStore, StoredDraft } from '../storage/stores.ts';
import { hasContent, isReadable, newestClip, noName, type OwnName, playableClips, readCanvas } from './reader.ts';
import type { DraftReading } from './parsed-draft.ts';
import { createRecentDrafts } from './recent-drafts.ts';
import { atOnce, inSteps, type Steps } from './steps.ts';
import { toTimeline } from './timeline.ts';
import { createUnderstanding } from './understanding.ts';
import { unsigned } from './values.ts';

/** What the cut is now, and what is different from what a turn began with, or from what was known before. */
export type StateReading = {
  readonly changed: boolean;
  readonly changes: readonly DraftChange[];
  readonly timeline: Timeline | null;
};

export type DraftView = { readonly timeline: Timeline | null; readonly preview: Preview | null };

/** The project's cut as far as this computer knows it. */
export type DraftVersions = {
  /**
   * Does the long work of taking in this draft beforehand, in steps between which the app goes on. It changes nothing, so that all
   * else here happens at once, whatever came in between.
   */
  readonly prepare: (projectId: string, draft: unknown) => Promise<void>;
  /**
   * Takes in a draft as it came and keeps it as a new version when it differs from the last one: as that of the turn that runs, whoever
   * has read it. Null, or unreadable: no news.
   */
  readonly take: (projectId: string, draft: unknown) => StateReading;
  /** The turn's message is about to go out to this session: from now on its changes are those since now. */
  readonly begin: (projectId: string, turnId: string, sessionId: string) => void;
  readonly hasBegun: (projectId: string, turnId: string) => boolean;
  /** Whether the last known draft may not be the present one: a message went to this session before, which may have gone on. */
  readonly isDoubtful: (projectId: string, sessionId: string) => boolean;
  /** What became different since the turn began, whoever has read the state meanwhile. */
  readonly since: (projectId: string, turnId: string) => StateReading;
  readonly view: (projectId: string) => DraftView;
  /** The size of the picture in pixels; null where the draft does not tell. */
  readonly size: (projectId: string) => { readonly width: number; readonly height: number } | null;
};

export type DraftVersionsParts = {
  readonly store: DraftStore;
  /** The names of the user's own files in a project: the same function as long as they are the same. */
  readonly ownNames?: (projectId: string) => OwnName;
  /** Makes a clip's address playable under an opaque id; the one that was registered last counts. */
  readonly registerUrl: (url: string) => string;
  readonly onChange: (projectId: string, view: DraftView) => void;
  readonly isOver: (turnId: string) => boolean;
  /** Epoch ms. */
  readonly now: () => number;
};

export function createDraftVersions(parts: DraftVersionsParts): DraftVersions {
  const { store, ownNames = () => noName, registerUrl, onChange, isOver, now } = parts;
  /** The unsigned address of the clip that came last in each project, as long as the app runs; after a restart the reader chooses. */
  const newest = new Map<string, string>();
  const drafts = createRecentDrafts(store);
  const understanding = createUnderstanding();
  const readDraft = (draft: unknown, names: OwnName): DraftReading => atOnce(understanding.reading(draft, names));

  const view = (projectId: string): DraftView => {
    const stored = drafts.latest(projectId);
    if (!stored) return { timeline: null, preview: null };
    const reading = readDraft(stored.draft, ownNames(projectId));
    const clip =
      playableClips(reading).find(({ url }) => unsigned(url) === newest.get(projectId)) ?? newestClip(reading);
    return {
      timeline: toTimeline(reading, stored.version),
      preview: clip ? { mediaId: registerUrl(clip.url), name: clip.name } : null,
    };
  };

  const runningTurn = (projectId: string): string | null => {
    const turnId = store.turnStart(projectId)?.turnId ?? null;
    return turnId === null || isOver(turnId) ? null : turnId;
  };

  const unchanged = (projectId: string): StateReading => ({
    changed: false,
    changes: [],
    timeline: view(projectId).timeline,
  });

  /** The same cut with addresses that are good for longer. */
  const renew = ({ projectId, version }: StoredDraft, draft: unknown): void => {
    drafts.renew(projectId, version, draft);
    for (const { url } of playableClips(readDraft(draft, ownNames(projectId)))) registerUrl(url);
  };

  const isNew = (before: StoredDraft | null, draft: unknown): boolean => isReadable(draft) && isOther(before, draft);

  /** A session's empty first draft is no change: taken for one, it would end the recovery of a first message too early. */
  const isOther = (before: StoredDraft | null, draft: unknown): boolean =>
    before === null ? hasContent(draft) : understanding.compared(before.draft, draft) === 'other';

  function* understand(projectId: string, draft: unknown): Steps<void> {
    const names = ownNames(projectId);
    const latest = drafts.latest(projectId);
    if (latest !== null) yield* understanding.reading(latest.draft, names);
    if (!isNew(latest, draft)) return;
    yield* understanding.changes(latest, draft, names);
    const start = store.turnStart(projectId);
    if (start === null || start.version === latest?.version) return;
    const before = start.fresh ? null : drafts.get(projectId, start.version);
    if (isOther(before, draft)) yield* understanding.changes(before, draft, names);
  }

  return {
    prepare: (projectId, draft) => inSteps(understand(projectId, draft)),
    view,
    size: (projectId) => {
      const { width, height } = readCanvas(drafts.latest(projectId)?.draft, null);
      return width === null || height === null ? null : { width, height };
    },
    take: (projectId, draft) => {
      const before = drafts.latest(projectId);
      if (!isNew(before, draft)) {
        if (before !== null && understanding.compared(before.draft, draft) === 'signed-anew') renew(before, draft);
        return unchanged(projectId);
      }
      const names = ownNames(projectId);
      const earlier = before ? readDraft(before.draft, names) : null;
      const reading = readDraft(draft, names);
      const changes = atOnce(understanding.changes(before, draft, names));
      drafts.add(projectId, runningTurn(projectId), draft, { at: now(), changes });
      const clip = newestClip(reading, earlier);
      if (clip) newest.set(projectId, unsigned(clip.url));
      const present = view(projectId);
      onChange(projectId, present);
      return { changed: true, changes, timeline: present.timeline };
    },
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
      if (!isOther(before, latest.draft)) return unchanged(projectId);
      const changes = atOnce(understanding.changes(before, latest.draft, ownNames(projectId)));
      return { changed: true, changes, timeline: view(projectId).timeline };
    },
  };
}

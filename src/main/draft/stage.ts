import type { DraftChange, Preview, Timeline } from '../../shared/domain/timeline.ts';
import type { DraftStore, StoredDraft } from '../state/stores.ts';
import { differ } from './difference.ts';
import { hasContent, isReadable, newestClip, type OwnName, playableClips, readCanvas, readDraft } from './reader.ts';
import { compareDrafts } from './same-draft.ts';
import { toTimeline } from './timeline.ts';
import { unsigned } from './values.ts';

/** What the cut is now, and what is different from what a turn began with, or from what was known before. */
export type StateReading = {
  readonly changed: boolean;
  readonly changes: readonly DraftChange[];
  readonly timeline: Timeline | null;
};

export type StageView = { readonly timeline: Timeline | null; readonly preview: Preview | null };

/** The project's cut as far as this computer knows it. */
export type Stage = {
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
  readonly view: (projectId: string) => StageView;
  /** The size of the picture in pixels; null where the draft does not tell. */
  readonly size: (projectId: string) => { readonly width: number; readonly height: number } | null;
};

export type StageParts = {
  readonly store: DraftStore;
  /** The names of the user's own files in a project. */
  readonly ownNames?: (projectId: string) => OwnName;
  /** Makes a clip's address playable under an opaque id; the one that was registered last counts. */
  readonly registerUrl: (url: string) => string;
  readonly onChange: (projectId: string, view: StageView) => void;
  readonly isOver: (turnId: string) => boolean;
  /** Epoch ms. */
  readonly now: () => number;
};

export function createStage(parts: StageParts): Stage {
  const { store, ownNames = () => () => null, registerUrl, onChange, isOver, now } = parts;
  /** The unsigned address of the clip that came last in each project, as long as the app runs; after a restart the reader chooses. */
  const newest = new Map<string, string>();

  const view = (projectId: string): StageView => {
    const stored = store.latest(projectId);
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
    store.renew(projectId, version, draft);
    for (const { url } of playableClips(readDraft(draft))) registerUrl(url);
  };

  return {
    view,
    size: (projectId) => {
      const { width, height } = readCanvas(store.latest(projectId)?.draft, null);
      return width === null || height === null ? null : { width, height };
    },
    take: (projectId, draft) => {
      const before = store.latest(projectId);
      if (!isNews(before, draft)) {
        if (before !== null && compareDrafts(before.draft, draft) === 'signed-anew') renew(before, draft);
        return unchanged(projectId);
      }
      const names = ownNames(projectId);
      const earlier = before ? readDraft(before.draft, names) : null;
      const reading = readDraft(draft, names);
      const changes = differ(earlier, reading);
      store.add(projectId, runningTurn(projectId), draft, { at: now(), changes });
      const clip = newestClip(reading, earlier);
      if (clip) newest.set(projectId, unsigned(clip.url));
      const present = view(projectId);
      onChange(projectId, present);
      return { changed: true, changes, timeline: present.timeline };
    },
    begin: (projectId, turnId, sessionId) => {
      const earlier = store.turnStart(projectId);
      const version = store.latest(projectId)?.version ?? 0;
      // Still fresh where nothing has been read of this session yet.
      const fresh =
        earlier !== null && (earlier.sessionId !== sessionId || (earlier.fresh && earlier.version === version));
      store.setTurnStart(projectId, { turnId, sessionId, version, fresh });
    },
    hasBegun: (projectId, turnId) => store.turnStart(projectId)?.turnId === turnId,
    isDoubtful: (projectId, sessionId) => {
      const earlier = store.turnStart(projectId);
      return earlier === null ? store.latest(projectId) !== null : earlier.sessionId === sessionId;
    },
    since: (projectId, turnId) => {
      const start = store.turnStart(projectId);
      const latest = store.latest(projectId);
      if (!latest || start?.turnId !== turnId || latest.version === start.version) return unchanged(projectId);
      const before = start.fresh ? null : store.get(projectId, start.version);
      if (!isOther(before, latest.draft)) return unchanged(projectId);
      const names = ownNames(projectId);
      const changes = differ(before && readDraft(before.draft, names), readDraft(latest.draft, names));
      return { changed: true, changes, timeline: view(projectId).timeline };
    },
  };
}

function isNews(before: StoredDraft | null, draft: unknown): boolean {
  return isReadable(draft) && isOther(before, draft);
}

/** A session's empty first draft is no change: taken for one, it would end the recovery of a first message too early. */
function isOther(before: StoredDraft | null, draft: unknown): boolean {
  return before === null ? hasContent(draft) : compareDrafts(before.draft, draft) === 'other';
}

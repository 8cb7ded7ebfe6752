import { isDeepStrictEqual } from 'node:util';
import type { DraftChange, Preview, Timeline } from '../../shared/domain/timeline.ts';
import type { DraftStore, StoredDraft } from '../state/stores.ts';
import { differ } from './difference.ts';
import { type Clip, hasContent, isReadable, newestClip, readCanvas, readDraft } from './reader.ts';
import { toTimeline } from './timeline.ts';

/** What the cloud's state says now, against what was known before. */
export type StateReading = {
  readonly changed: boolean;
  readonly changes: readonly DraftChange[];
  readonly timeline: Timeline | null;
};

export type StageView = { readonly timeline: Timeline | null; readonly preview: Preview | null };

/** The project's cut as far as this computer knows it. */
export type Stage = {
  /** Takes in a draft as it came and keeps it as a new version when it differs from the last one. Null, or unreadable: no news. */
  readonly take: (projectId: string, turnId: string | null, draft: unknown) => StateReading;
  readonly view: (projectId: string) => StageView;
  /** The size of the picture in pixels; null where the draft does not tell. */
  readonly size: (projectId: string) => { readonly width: number; readonly height: number } | null;
};

export type StageParts = {
  readonly store: DraftStore;
  /** Makes a clip's address playable under an opaque id. */
  readonly registerUrl: (url: string) => string;
  readonly onChange: (projectId: string, view: StageView) => void;
  /** Epoch ms. */
  readonly now: () => number;
};

export function createStage({ store, registerUrl, onChange, now }: StageParts): Stage {
  /** The clip that came last in each project, as long as the app runs; after a restart the reader chooses. */
  const newest = new Map<string, Clip | null>();

  const view = (projectId: string): StageView => {
    const stored = store.latest(projectId);
    if (!stored) return { timeline: null, preview: null };
    const reading = readDraft(stored.draft);
    const clip = newest.get(projectId) ?? newestClip(reading);
    return {
      timeline: toTimeline(reading, stored.version),
      preview: clip ? { mediaId: registerUrl(clip.url), name: clip.name } : null,
    };
  };

  return {
    view,
    size: (projectId) => {
      const { width, height } = readCanvas(store.latest(projectId)?.draft, null);
      return width === null || height === null ? null : { width, height };
    },
    take: (projectId, turnId, draft) => {
      const before = store.latest(projectId);
      if (!isNews(before, draft)) return { changed: false, changes: [], timeline: view(projectId).timeline };
      const earlier = before ? readDraft(before.draft) : null;
      const reading = readDraft(draft);
      const changes = differ(earlier, reading);
      store.add(projectId, turnId, draft, { at: now(), changes });
      newest.set(projectId, newestClip(reading, earlier));
      const present = view(projectId);
      onChange(projectId, present);
      return { changed: true, changes, timeline: present.timeline };
    },
  };
}

/** A session's empty first draft is no change: taken for one, it would end the recovery of a first message too early. */
function isNews(before: StoredDraft | null, draft: unknown): boolean {
  if (!isReadable(draft)) return false;
  return before === null ? hasContent(draft) : !isDeepStrictEqual(before.draft, draft);
}

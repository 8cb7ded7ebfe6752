import { describe, expect, it } from 'vitest';
import { createStage, type Stage } from '../../../src/main/draft/stage.ts';
import type { DraftStore } from '../../../src/main/state/stores.ts';
import { createMemoryDrafts } from '../../support/memory-drafts.ts';

const projectId = 'project';
const clip = { t: [{ tt: 0, sg: [{ d: 10_000, m: { name: 'sea', url: 'https://media.test/sea.mp4' } }] }] };
const empty = { t: [] };

function createTestStage(): { readonly stage: Stage; readonly store: DraftStore } {
  const { store } = createMemoryDrafts({});
  const stage = createStage({ store, registerUrl: (url) => url, onChange: () => undefined, now: () => 7 });
  return { stage, store };
}

describe('taking in a draft', () => {
  it.each([null, undefined, empty, {}, 'no JSON', 3, [1], { t: 'three' }, { t: [{ tt: 0, sg: [] }] }])(
    'takes %j of a fresh session for no change',
    (draft) => {
      const { stage, store } = createTestStage();
      expect(stage.take(projectId, null, draft)).toEqual({ changed: false, changes: [], timeline: null });
      expect(store.latest(projectId)).toBeNull();
    },
  );

  it('keeps what was there when a draft cannot be read', () => {
    const { stage, store } = createTestStage();
    stage.take(projectId, null, clip);
    for (const draft of [null, {}, 'no JSON', { tracks: 3 }])
      expect(stage.take(projectId, null, draft)).toMatchObject({ changed: false, timeline: { version: 1 } });
    expect(store.latest(projectId)?.version).toBe(1);
  });

  it('tells the first clip, and its removal', () => {
    const { stage } = createTestStage();
    expect(stage.take(projectId, null, clip)).toMatchObject({ changed: true, changes: [{ kind: 'added' }] });
    expect(stage.take(projectId, null, clip)).toMatchObject({ changed: false });
    expect(stage.take(projectId, null, empty)).toMatchObject({
      changed: true,
      changes: [{ kind: 'removed' }],
      timeline: { version: 2, tracks: [] },
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { PastVersion } from '../../../../src/shared/domain/timeline.ts';
import { apply, applySnapshot, withOpenProject } from '../../../../src/renderer/state/apply.ts';
import { initialState } from '../../../../src/renderer/state/model.ts';
import { snapshot } from './fixtures.ts';

const past: PastVersion = {
  projectId: 'here',
  at: 1,
  timeline: { version: 1, durationMs: 0, tracks: [], summary: '' },
  clips: [],
};

describe('a past version', () => {
  const looking = { ...initialState, openProjectId: 'here', player: { past, watched: null } };

  it('stays on screen until another project comes, or another cloud', () => {
    expect(withOpenProject(looking, 'here').player.past).toBe(past);
    expect(withOpenProject(looking, 'there').player.past).toBeNull();
    expect(applySnapshot(looking, snapshot()).player.past).toBeNull();
    const timeline = { ...past.timeline, version: 2 };
    expect(apply(looking, { type: 'timeline', projectId: 'here', timeline, preview: null }).player.past).toBe(past);
  });
});

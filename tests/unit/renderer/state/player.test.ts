import { describe, expect, it } from 'vitest';
import type { PastVersion } from '../../../../src/shared/domain/timeline.ts';
import { apply, applySnapshot, withOpenProject } from '../../../../src/renderer/state/apply.ts';
import { initialState } from '../../../../src/renderer/state/model.ts';
import { startOfClip } from '../../../../src/renderer/state/player.ts';
import { snapshot } from './fixtures.ts';

const past: PastVersion = {
  projectId: 'here',
  at: 1,
  timeline: { version: 1, durationMs: 0, tracks: [], summary: '' },
  clips: [],
};

describe('a past version', () => {
  const looking = {
    ...initialState,
    openProjectId: 'here',
    player: { past, watched: null, beside: 'present' },
  } as const;

  it('stays on screen until another project comes, or another cloud', () => {
    expect(withOpenProject(looking, 'here').player.past).toBe(past);
    expect(withOpenProject(looking, 'there').player).toMatchObject({ past: null, beside: null });
    expect(applySnapshot(looking, snapshot()).player.past).toBeNull();
    const timeline = { ...past.timeline, version: 2 };
    expect(apply(looking, { type: 'timeline', projectId: 'here', timeline, preview: null }).player.past).toBe(past);
  });
});

describe('the start of a clip', () => {
  const piece = (name: string, startMs: number) => ({ name, startMs, durationMs: 1000, text: null, volume: null });
  const timeline = {
    ...past.timeline,
    tracks: [
      { kind: 'video', segments: [piece('sea', 0), piece('city', 1000), piece('sea', 9000)] },
      { kind: 'text', segments: [piece('sea', 8000)] },
    ],
  } as const;

  it('is where it stands in the cut by now, nearest to where it was', () => {
    expect(startOfClip(timeline, 'city', 4000)).toBe(1000);
    expect(startOfClip(timeline, 'sea', 8000)).toBe(9000);
    expect(startOfClip(timeline, 'sea', 4000)).toBe(0);
  });

  it('is where it was, when the cut does not hold it any more', () => {
    expect(startOfClip(timeline, 'rain', 4000)).toBe(4000);
    expect(startOfClip(null, 'rain', 0)).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import type { InterchangeJob } from '../../../src/shared/domain/interchange-job.ts';
import type { PastVersion } from '../../../src/shared/domain/version.ts';
import { apply, applySnapshot, withOpenProject } from '../../../src/renderer/state/apply.ts';
import { initialState } from '../../../src/renderer/state/model.ts';
import { when } from '../../../src/renderer/versions/when.ts';
import { snapshot } from './state/fixtures.ts';

const past: PastVersion = {
  projectId: 'here',
  at: 1,
  timeline: { version: 1, durationMs: 0, tracks: [], summary: '' },
  clips: [],
};
const job: InterchangeJob = {
  id: 'interchange',
  projectId: 'here',
  folderName: 'Kit',
  state: 'gathering',
  done: 0,
  of: 2,
  missing: 0,
  subtitles: true,
  failure: null,
  createdAt: 1,
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

  it('says the day where it is not today', () => {
    const noon = new Date(2026, 2, 5, 12, 4).getTime();
    expect(when('en', noon, noon + 60_000)).toMatch(/^12:04\sPM$/u);
    expect(when('en', noon, noon + 24 * 3_600_000)).toMatch(/^Mar 5, 12:04\sPM$/u);
    expect(when('zh', noon, noon + 24 * 3_600_000)).toContain('3月5日');
  });
});

describe('a folder for another editor', () => {
  it('is shown as it begins, and then only kept up to date', () => {
    const begun = apply(initialState, { type: 'interchange', job });
    expect(begun).toMatchObject({ popover: 'exports', interchanges: [job] });
    const saved = apply({ ...begun, popover: null }, { type: 'interchange', job: { ...job, state: 'saved' } });
    expect(saved).toMatchObject({ popover: null, interchanges: [{ state: 'saved' }] });
  });
});

import { describe, expect, it } from 'vitest';
import { apply } from '../../../../src/renderer/state/apply.ts';
import { initialState } from '../../../../src/renderer/state/model.ts';
import type { InterchangeJob } from '../../../../src/shared/domain/export-job.ts';

const job: InterchangeJob = {
  id: 'interchange',
  projectId: 'here',
  target: 'timelines',
  folderName: 'Sea',
  state: 'gathering',
  done: 0,
  of: 2,
  missing: 0,
  subtitles: true,
  failure: null,
  createdAt: 1,
};

describe('a folder for another editor', () => {
  it('is shown as it begins, and then only kept up to date', () => {
    const begun = apply(initialState, { type: 'interchange', job });
    expect(begun).toMatchObject({ popover: 'exports', interchanges: [job] });
    const saved = apply({ ...begun, popover: null }, { type: 'interchange', job: { ...job, state: 'saved' } });
    expect(saved).toMatchObject({ popover: null, interchanges: [{ state: 'saved' }] });
  });
});

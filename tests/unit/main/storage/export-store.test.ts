import { beforeEach, describe, expect, it } from 'vitest';
import type { Stores } from '../../../../src/main/storage/stores.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { anExport, aProject } from './samples.ts';

describe('the store of exports', () => {
  let stores: Stores;
  const project = aProject();
  beforeEach(() => {
    stores = temporaryStores();
    stores.projects.save(project);
  });

  it('keeps an export’s draft apart, whole, and lets both go together', () => {
    const job = anExport(project.id, { check: null, batchId: 'batch' });
    const draft = { t: [{ tt: 0, sg: [{ d: 10_000, unknown: { deep: [1, null, '海'] } }] }] };
    stores.exports.save(job);
    expect(stores.exports.draft(job.job.id)).toBeNull();
    stores.exports.save(job, { draft });
    expect(stores.exports.draft(job.job.id)).toEqual(draft);
    const part = { path: '/videos/.sea.mp4.1.part', validator: '"v1"', bytes: 9, safeBytes: 3, wholeAt: null };
    const info = { durationMs: 1, bytes: 9, width: 2, height: 3, videoCodec: 'avc', audioCodec: null };
    const further = {
      ...job,
      part,
      replaces: true,
      job: { ...job.job, check: { ...info, warnings: ['black'], watched: false } },
    } as const;
    stores.exports.save(further);
    expect(stores.exports.list()).toEqual([further]);
    expect(stores.exports.draft(job.job.id)).toEqual(draft);
    stores.exports.remove(job.job.id);
    expect([stores.exports.list(), stores.exports.get(job.job.id)]).toEqual([[], null]);
  });

  it('counts what a project has ever exported, over removals and other projects', () => {
    const other = aProject();
    stores.projects.save(other);
    const [one, two] = [anExport(project.id), anExport(project.id)];
    expect(stores.exports.made(project.id)).toBe(0);
    stores.exports.add(one);
    stores.exports.add(two, { draft: { t: [] } });
    stores.exports.save({ ...two, renders: 1 });
    expect([stores.exports.made(project.id), stores.exports.draft(two.job.id)]).toEqual([2, { t: [] }]);
    stores.exports.remove(two.job.id);
    expect([stores.exports.made(project.id), stores.exports.made(other.id)]).toEqual([2, 0]);
    stores.exports.add(anExport(other.id));
    expect([stores.exports.made(project.id), stores.exports.made(other.id)]).toEqual([2, 1]);
    // Only of a project that is there.
    expect(() => stores.exports.add(anExport('nobody'))).toThrow(/FOREIGN KEY/);
    expect(stores.exports.made('nobody')).toBe(0);
  });

  it('keeps what the state says of the picture with the project', () => {
    expect(stores.projects.canvas(project.id)).toBeNull();
    stores.projects.setCanvas(project.id, { fps: 25, odd: ['海'] });
    stores.projects.save({ ...project, name: 'Another' });
    expect(stores.projects.canvas(project.id)).toEqual({ fps: 25, odd: ['海'] });
    stores.projects.setCanvas('nobody', { fps: 25 });
    expect(stores.projects.canvas('nobody')).toBeNull();
  });

  it('remembers how long the newest renders took', () => {
    for (let tookMs = 1; tookMs <= 5; tookMs += 1) stores.exports.addRenderTime({ draftMs: 10, tookMs });
    expect(stores.exports.renderTimes(2)).toEqual([
      { draftMs: 10, tookMs: 5 },
      { draftMs: 10, tookMs: 4 },
    ]);
  });
});

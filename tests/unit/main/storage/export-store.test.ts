import { beforeEach, describe, expect, it } from 'vitest';
import type { ExportRecord, Stores } from '../../../../src/main/storage/stores.ts';
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

  it('gives the newest with what matters of the others, then page by page those before', () => {
    const quiet = aProject();
    stores.projects.save(quiet);
    const add = (projectId: string, n: number, change: Partial<ExportRecord['job']> = {}): string => {
      const record = anExport(projectId, { id: String(n), state: 'saved', endedAt: n, ...change });
      stores.exports.save(record);
      return record.job.id;
    };
    add(project.id, 1, { state: 'rendering', endedAt: null });
    add(quiet.id, 2);
    for (let n = 3; n <= 10; n += 1) add(project.id, n);
    const idsOf = (records: readonly ExportRecord[]) => records.map(({ job }) => job.id);
    const first = stores.exports.page(null, 3);
    expect(idsOf(first.records)).toEqual(['1', '2', '8', '9', '10']);
    // A removed one leaves no gap, and loses no place.
    stores.exports.remove('7');
    const second = stores.exports.page(first.before, 3);
    expect(idsOf(second.records)).toEqual(['4', '5', '6']);
    const third = stores.exports.page(second.before, 3);
    expect([idsOf(third.records), third.before]).toEqual([['1', '2', '3'], null]);
    expect(stores.exports.page(null, 100)).toMatchObject({ before: null });
    expect(idsOf(stores.exports.since(8))).toEqual(['1', '9', '10']);
    expect(idsOf(stores.exports.since(Infinity))).toEqual(['1']);
    expect(idsOf(stores.exports.ofProject(quiet.id))).toEqual(['2']);
  });

  it('finds those that leave something to be done, and whose a file is', () => {
    const part = { path: '/p', validator: null, bytes: 9, safeBytes: 3, wholeAt: null };
    const check = { durationMs: 1, bytes: 9, width: 2, height: 3, videoCodec: 'avc', audioCodec: null, warnings: [] };
    const over = { endedAt: 1 } as const;
    const kinds: Readonly<Record<string, ExportRecord>> = {
      running: anExport(project.id, { state: 'queued' }),
      'part left': { ...anExport(project.id, { state: 'failed', ...over }), part },
      'render left': { ...anExport(project.id, { state: 'cancelled', ...over }), renderId: 'render_1' },
      unwatched: anExport(project.id, { state: 'saved', ...over, check: { ...check, watched: false } }),
      saved: {
        ...anExport(project.id, { state: 'saved', ...over, check: { ...check, watched: true } }),
        renderId: 'render_2',
      },
      failed: anExport(project.id, { state: 'failed', ...over }),
    };
    for (const record of Object.values(kinds)) stores.exports.save({ ...record, targetPath: `/of ${record.job.id}` });
    const names = new Map(Object.entries(kinds).map(([name, { job }]) => [job.id, name]));
    const unsettled = stores.exports.unsettled().map(({ job }) => names.get(job.id));
    expect(unsettled).toEqual(['running', 'part left', 'render left', 'unwatched']);
    expect(stores.exports.renderIds()).toEqual(['render_1', 'render_2']);
    const [someId = ''] = names.keys();
    expect([stores.exports.uses(`/of ${someId}`), stores.exports.uses('/of nobody')]).toEqual([true, false]);
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

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportFilter } from '../../../../src/renderer/state/exports.ts';
import { detailsOf } from '../../../../src/renderer/exports/saved-file.ts';
import { exportJob, project } from '../state/fixtures.ts';

beforeEach(() => {
  vi.stubGlobal('window', { rushes: {} });
});

const jobs = [
  exportJob({ id: 'x1', fileName: 'City at Night.mp4', state: 'saved', projectId: 'p1' }),
  exportJob({ id: 'x2', fileName: '海边.mp4', state: 'failed', projectId: 'p2' }),
  exportJob({ id: 'x3', fileName: 'a.mp4', state: 'cancelled', projectId: 'p2' }),
  exportJob({ id: 'x4', fileName: 'b.mp4', state: 'rendering', projectId: 'p1' }),
];
const projects = [project({ id: 'p1', name: 'Paradise' }), project({ id: 'p2', name: 'Über den Bergen' })];

async function found(filter: ExportFilter, query: string): Promise<readonly string[]> {
  const { findExports } = await import('../../../../src/renderer/state/exports.ts');
  return findExports(jobs, projects, filter, query).map(({ id }) => id);
}

describe('findExports', () => {
  it('keeps what the filter names; what was cancelled did not come to anything either', async () => {
    expect(await found('all', '')).toEqual(['x1', 'x2', 'x3', 'x4']);
    expect(await found('running', ' ')).toEqual(['x4']);
    expect(await found('saved', '')).toEqual(['x1']);
    expect(await found('failed', '')).toEqual(['x2', 'x3']);
  });

  it('finds words in the names of files and projects, in any case, width and language', async () => {
    expect(await found('all', 'night')).toEqual(['x1']);
    expect(await found('all', '海边')).toEqual(['x2']);
    expect(await found('all', 'ÜBER')).toEqual(['x2', 'x3']);
    expect(await found('all', 'ｐａｒａ')).toEqual(['x1', 'x4']);
    expect(await found('saved', '海边')).toEqual([]);
  });
});

describe('factsOf', () => {
  const known = { durationMs: 61_400, width: 1280, height: 720, videoCodec: 'avc', audioCodec: 'aac' };

  it('tells length, resolution, codecs and size', () => {
    expect(detailsOf({ bytes: 2_516_582, check: null }, known)).toEqual(['1:01', '1280 × 720', 'H.264, AAC', '2.4 MB']);
  });

  it('leaves out what is not known, and keeps a codec without a better name', () => {
    expect(detailsOf({ bytes: 1024, check: null }, null)).toEqual(['1 KB']);
    const odd = { durationMs: null, width: 0, height: 0, videoCodec: 'prores', audioCodec: null };
    expect(detailsOf({ bytes: null, check: null }, odd)).toEqual(['prores']);
  });
});

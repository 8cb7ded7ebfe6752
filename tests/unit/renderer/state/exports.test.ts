import { describe, expect, it } from 'vitest';
import { type ExportFilter, findExports } from '../../../../src/renderer/state/exports.ts';
import { exportJob, project } from './fixtures.ts';

const jobs = [
  exportJob({ id: 'x1', fileName: 'City at Night.mp4', state: 'saved', projectId: 'p1' }),
  exportJob({ id: 'x2', fileName: '海边.mp4', state: 'failed', projectId: 'p2' }),
  exportJob({ id: 'x3', fileName: 'a.mp4', state: 'cancelled', projectId: 'p2' }),
  exportJob({ id: 'x4', fileName: 'b.mp4', state: 'rendering', projectId: 'p1' }),
];
const projects = [project({ id: 'p1', name: 'Paradise' }), project({ id: 'p2', name: 'Über den Bergen' })];

function found(filter: ExportFilter, query: string): readonly string[] {
  return findExports(jobs, projects, filter, query).map(({ id }) => id);
}

describe('findExports', () => {
  it('keeps what the filter names; what was cancelled did not come to anything either', () => {
    expect(found('all', '')).toEqual(['x1', 'x2', 'x3', 'x4']);
    expect(found('running', ' ')).toEqual(['x4']);
    expect(found('saved', '')).toEqual(['x1']);
    expect(found('failed', '')).toEqual(['x2', 'x3']);
  });

  it('finds words in the names of files and projects, in any case, width and language', () => {
    expect(found('all', 'night')).toEqual(['x1']);
    expect(found('all', '海边')).toEqual(['x2']);
    expect(found('all', 'ÜBER')).toEqual(['x2', 'x3']);
    expect(found('all', 'ｐａｒａ')).toEqual(['x1', 'x4']);
    expect(found('saved', '海边')).toEqual([]);
  });
});

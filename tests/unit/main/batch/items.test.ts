import { describe, expect, it } from 'vitest';
import { freeTarget } from '../../../../src/main/batch/items.ts';

const now = new Date(2026, 0, 5, 23, 30).getTime();
const base = { folder: '/videos', project: 'Sea', fileName: 'clip.one.mov', n: 3, now, taken: () => false };

describe('freeTarget', () => {
  it('fills in the pattern', () => {
    expect(freeTarget({ ...base, pattern: '{date} {project} {name} {n}' })).toBe(
      '/videos/2026-01-05 Sea clip.one 3.mp4',
    );
  });

  it('never leaves the folder, nor makes a name that a system refuses', () => {
    expect(freeTarget({ ...base, pattern: '../{name}', fileName: '../../etc.mp4' })).toMatch(/^\/videos\/[^/]+\.mp4$/);
    expect(freeTarget({ ...base, pattern: '{project}', project: '' })).toBe('/videos/Rushes.mp4');
  });

  it('counts on until the name is free', () => {
    const taken = new Set(['/videos/a.mp4', '/videos/a (2).mp4']);
    expect(freeTarget({ ...base, pattern: 'a', taken: (path) => taken.has(path) })).toBe('/videos/a (3).mp4');
  });
});

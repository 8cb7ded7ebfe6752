import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../src/renderer/media-tools/film.tsx';
import { targetsFor } from '../../../../src/renderer/media-tools/compress-form.tsx';

describe('a handle', () => {
  it.each([
    ['ArrowRight', false, 5100],
    ['ArrowUp', true, 6000],
    ['ArrowLeft', true, 4000],
    ['PageDown', false, -5000],
    ['PageUp', false, 15_000],
    ['Home', false, 0],
    ['End', false, 9000],
    ['Enter', false, null],
  ])('%s (Shift: %s) leads to %s', (key, shiftKey, at) => {
    expect(stepOf({ key, shiftKey }, 5000, 9000)).toBe(at);
  });
});

describe('target sizes', () => {
  it('are parts of a file that is small enough', () => {
    expect(targetsFor(400, 1000)).toEqual([
      { name: 'half', bytes: 200 },
      { name: 'quarter', bytes: 100 },
    ]);
  });

  it('begin with what just fits for one that is not', () => {
    expect(targetsFor(5000, 1000)).toEqual([
      { name: 'limit', bytes: 980 },
      { name: 'half', bytes: 490 },
      { name: 'quarter', bytes: 245 },
    ]);
  });
});

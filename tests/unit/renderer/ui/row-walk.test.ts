import { describe, expect, it } from 'vitest';
import { rowStep } from '../../../../src/renderer/ui/row-walk.ts';

describe('the keys of a long list', () => {
  it.each([
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 2, 7],
    ['PageUp', 2, 0],
    ['Home', 5, 0],
    ['End', 5, 9],
    ['a', 5, null],
  ])('%s from %d leads to %s', (key, from, to) => {
    expect(rowStep(key, from, 10, 5)).toBe(to);
  });
});

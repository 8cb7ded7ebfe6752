import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../../src/renderer/media-tools/trim-strip.tsx';

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

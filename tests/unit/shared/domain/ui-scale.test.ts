import { describe, expect, it } from 'vitest';
import { largestScale, nextScale, smallestScale, uiScales } from '../../../../src/shared/domain/ui-scale.ts';

describe('nextScale', () => {
  it.each([
    [100, 1, 110],
    [100, -1, 90],
    [125, 0, 100],
    [97, 1, 100],
    [97, -1, 90],
    [150, 1, 150],
    [80, -1, 80],
  ] as const)('leads from %d by %d to %d', (scale, step, next) => expect(nextScale(scale, step)).toBe(next));

  it('knows its ends', () => {
    expect([uiScales[0], uiScales.at(-1)]).toEqual([smallestScale, largestScale]);
  });
});

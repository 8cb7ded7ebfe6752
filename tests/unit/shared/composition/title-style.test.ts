import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleMiddle } from '../../../../src/shared/composition/title-style.ts';

describe('a title’s box', () => {
  it('stands where the draft says, as long as it fits there', () => {
    expect(titleMiddle({ y: 0.5 }, 0.2)).toBe(0.5);
    expect(titleMiddle({ y: 0.84 }, 0.2)).toBe(0.84);
  });

  it('moves up, or down, as far as its lines would not be seen', () => {
    expect(titleMiddle({ y: 0.84 }, 0.4)).toBeCloseTo(0.77);
    expect(titleMiddle({ y: 0.02 }, 0.1)).toBeCloseTo(0.08);
  });

  it('stays outside where the draft wants it there', () => {
    expect(titleMiddle({ y: 1.4 }, 0.2)).toBe(1.4);
    expect(titleMiddle({ y: -0.4 }, 0.2)).toBe(-0.4);
  });

  it('is wholly seen wherever it is meant to be', () => {
    const share = (max: number) => fc.double({ min: 0, max, noNaN: true });
    fc.assert(
      fc.property(share(1), share(0.94), (y, height) => {
        const middle = titleMiddle({ y }, height);
        expect(middle - height / 2).toBeGreaterThanOrEqual(0);
        expect(middle + height / 2).toBeLessThanOrEqual(1);
      }),
    );
  });
});

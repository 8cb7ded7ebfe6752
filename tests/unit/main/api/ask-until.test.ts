import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBackoff, pauseMs, steady } from '../../../../src/main/api/ask-until.ts';

describe('the pause before the next question', () => {
  it('is the ordinary one, give or take a tenth', () => {
    expect([0, 0.5, 1].map((random) => pauseMs(30_000, steady, random))).toEqual([27_000, 30_000, 33_000]);
  });

  it('grows with each failure in a row, up to ten times as long', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 50].map((failures) => pauseMs(30_000, { ...steady, failures }, 0.5));
    expect(pauses).toEqual([30_000, 30_000, 60_000, 120_000, 240_000, 300_000, 300_000]);
  });

  it('is never shorter than what the cloud asked for', () => {
    expect(pauseMs(30_000, { failures: 0, retryAfterMs: 120_000 }, 0)).toBe(120_000);
    expect(pauseMs(30_000, { failures: 0, retryAfterMs: 5_000 }, 0.5)).toBe(30_000);
  });

  it('stays within bounds whatever happens', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const pause = pauseMs(30_000, { failures, retryAfterMs: null }, random);
        expect(pause).toBeGreaterThanOrEqual(27_000);
        expect(pause).toBeLessThanOrEqual(330_000);
      }),
    );
  });
});

describe('the pace', () => {
  it('counts failures until there is an answer; a 429 is no failure', () => {
    const failed = nextBackoff(nextBackoff(steady, { kind: 'interrupted' }), {
      kind: 'server',
      status: 500,
      code: null,
    });
    expect(failed.failures).toBe(2);
    const limited = nextBackoff(failed, { kind: 'rate-limited', retryAfterMs: 90_000 });
    expect(limited).toEqual({ failures: 2, retryAfterMs: 90_000 });
    expect(nextBackoff(limited, null)).toEqual(steady);
  });
});

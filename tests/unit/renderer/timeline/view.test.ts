import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitted,
  following,
  isFitted,
  msAt,
  panned,
  resized,
  revealing,
  ticksOf,
  toMs,
  type View,
  xOf,
  zoomed,
} from '../../../../src/renderer/timeline/view.ts';

const anyView = fc
  .record({
    durationMs: fc.integer({ min: 1, max: 86_400_000 }),
    width: fc.integer({ min: 40, max: 4000 }),
    factor: fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    by: fc.integer({ min: -1e6, max: 1e6 }),
  })
  .map(({ durationMs, width, factor, at, by }) => panned(zoomed(fitted(durationMs, width), factor, at * width), by));

const within = ({ durationMs, width, pxPerMs, fromMs }: View): boolean =>
  fromMs >= 0 && fromMs + width / pxPerMs <= durationMs * (1 + 1e-9) + 1e-6 && Number.isFinite(pxPerMs);

describe('the view', () => {
  it('shows all of a cut where it fits', () => {
    const view = fitted(10_000, 500);
    expect([xOf(view, 0), xOf(view, 10_000), msAt(view, 250)]).toEqual([0, 500, 5000]);
    expect(isFitted(view)).toBe(true);
  });

  it('never shows what is before the start or behind the end, whatever is done to it', () => {
    fc.assert(fc.property(anyView, (view) => within(view)));
    fc.assert(
      fc.property(anyView, fc.nat(1e8), fc.nat(1e6), (view, startMs, length) =>
        [revealing(view, startMs, startMs + length), following(view, view.fromMs, startMs)].every(within),
      ),
    );
  });

  it('keeps what is under the pointer where it is, as long as the ends allow', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0, max: 1, noNaN: true }), (view, at) => {
        const x = at * view.width;
        const closer = zoomed(view, 1.5, x);
        expect(msAt(closer, x)).toBeCloseTo(msAt(view, x), 3);
      }),
    );
  });

  it('leads from a place to its moment and back', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0, max: 1, noNaN: true }), (view, at) => {
        const ms = view.fromMs + at * (Math.min(view.durationMs, toMs(view)) - view.fromMs);
        expect(msAt(view, xOf(view, ms))).toBeCloseTo(ms, 3);
      }),
    );
  });

  it('zooms no closer than to frames, and no further than to all', () => {
    const view = fitted(60_000, 600);
    expect(zoomed(view, 1e9, 0).pxPerMs).toBe(0.4);
    expect(zoomed(view, 0.5, 300)).toEqual(view);
    // A cut that is short enough is closer than that from the start.
    expect(zoomed(fitted(100, 600), 4, 0)).toEqual(fitted(100, 600));
  });

  it('goes on to show all when it did, and else stays where it was', () => {
    expect(resized(fitted(10_000, 500), 20_000, 800)).toEqual(fitted(20_000, 800));
    const close = zoomed(fitted(10_000, 500), 4, 500);
    expect(resized(close, 10_000, 400)).toMatchObject({ pxPerMs: close.pxPerMs, fromMs: close.fromMs, width: 400 });
  });

  it('turns over when the playhead leaves it, and not for who looks elsewhere', () => {
    const close = zoomed(fitted(10_000, 500), 4, 0);
    expect(following(close, 2400, 2490)).toEqual(close);
    expect(following(close, 2490, 2510).fromMs).toBeCloseTo(2385);
    expect(following(close, 5000, 5010)).toEqual(close);
  });

  it('brings a piece into sight by as little as it takes', () => {
    const close = zoomed(fitted(10_000, 500), 10, 0);
    expect(revealing(close, 200, 400)).toEqual(close);
    const later = revealing(close, 5000, 5200);
    expect(xOf(later, 5200)).toBeLessThanOrEqual(500);
    expect(xOf(later, 5000)).toBeGreaterThan(250);
    expect(xOf(revealing(later, 2000, 9000), 2000)).toBeCloseTo(24);
  });
});

describe('the ruler', () => {
  it.each([
    [10_000, 500, [0, 2, 4, 6, 8, 10]],
    [3_000, 500, [0, 0.5, 1, 1.5, 2, 2.5, 3]],
    [95_000, 500, [0, 15, 30, 45, 60, 75, 90]],
  ])('of %d ms on %d px', (durationMs, width, ticks) => expect(ticksOf(fitted(durationMs, width))).toEqual(ticks));

  it('is readable in every view, with numbers in sight only', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const ticks = ticksOf(view);
        expect(ticks.length).toBeLessThanOrEqual(view.width / 64 + 2);
        for (const tick of ticks) {
          expect(xOf(view, tick * 1000)).toBeGreaterThan(-1);
          expect(xOf(view, tick * 1000)).toBeLessThan(view.width + 1);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextEnd } from '../../../../src/renderer/chat/pace.ts';

const anyText = fc
  .tuple(fc.constantFrom('word ', '字', '🎬', 'a🎬'), fc.nat({ max: 12_000 }))
  .map(([piece, count]) => piece.repeat(count));

describe('what is drawn of a growing text', () => {
  it('is all of it where little is new', () => {
    const text = 'word '.repeat(100);
    expect(nextEnd(text, 0)).toBe(text.length);
    expect(nextEnd(text, text.length)).toBe(text.length);
  });

  it('gets on in steps that can be drawn in one frame, to the end, and parts no sign', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ends = [0];
        for (let end = 0; end < text.length; ends.push(end)) {
          const next = nextEnd(text, end);
          expect(next - end).toBeGreaterThan(0);
          expect(next - end).toBeLessThanOrEqual(8_001);
          end = next;
        }
        expect(ends.filter((end) => /[\ud800-\udbff]$/.test(text.slice(0, end)))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('is all of a text that became shorter', () => {
    expect(nextEnd('short', 100)).toBe(5);
  });
});

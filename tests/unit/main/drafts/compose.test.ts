import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layersAt } from '../../../../src/shared/composition/frame.ts';
import { indexOf } from '../../../../src/shared/composition/frame-index.ts';
import { soundingWithin } from '../../../../src/shared/composition/sound.ts';
import { compose } from '../../../../src/main/drafts/compose.ts';
import { readCanvas, readDraft } from '../../../../src/main/drafts/draft-parser.ts';
import { atOnce } from '../../../../src/main/drafts/steps.ts';

const deps = { registerUrl: (url: string) => url };
const of = (draft: unknown) => atOnce(compose(readDraft(draft), readCanvas(draft, null), deps));

describe('a draft becomes a composition', () => {
  it('with clips in their in and out points, at whole frames', () => {
    const { frames, tracks, canvas, rate } = of({
      m: { width: 1080, height: 1920 },
      t: [
        {
          tt: 0,
          sg: [
            { d: 2000, m: { url: 'https://a.test/one.mp4', in: 1500, out: 3500 } },
            { d: 1000, m: { url: 'https://a.test/two.mp4' } },
          ],
        },
      ],
    });
    expect({ frames, canvas, rate }).toEqual({
      frames: 90,
      canvas: { width: 1080, height: 1920 },
      rate: { numerator: 30, denominator: 1 },
    });
    expect(tracks[0]).toMatchObject([
      { kind: 'clip', start: 0, end: 60, inSeconds: 1.5, speed: 1, volume: 1 },
      { kind: 'clip', start: 60, end: 90, inSeconds: 0 },
    ]);
  });

  it('with titles above pictures whatever the order of the tracks, and pictures that stand still', () => {
    const { tracks } = of({
      t: [
        { tt: 7, sg: [{ d: 1000, m: { text: '你好' } }] },
        { tt: 5, sg: [{ d: 1000, m: { name: 'Glow' } }] },
        { tt: 0, sg: [{ d: 1000, m: { url: 'https://a.test/logo.png?sig=1' } }] },
      ],
    });
    expect(tracks.map(([item]) => item?.kind)).toEqual(['still', 'block', 'title']);
  });

  it('tells what may differ', () => {
    expect(
      of({
        t: [
          { tt: 7, sg: [{ d: 1000, m: { text: 'Hi' } }] },
          { tt: 9, sg: [{ d: 5 }] },
        ],
      }).doubts,
    ).toEqual(['no-size', 'font', 'title-place']);
    expect(of({ t: [{ tt: 9, sg: [{ d: 500 }] }] }).doubts).toContain('unknown-track');
  });

  it('that says only once what many of its pieces have in common, and is made in steps', () => {
    const sg = Array.from({ length: 5000 }, () => ({ d: 1000, m: { url: 'https://a.test/one.mp4' } }));
    const work = compose(readDraft({ t: [{ tt: 0, sg }] }), readCanvas({}, null), deps);
    const steps = [work.next(), work.next(), work.next()];
    const composition = steps.at(-1)?.value;
    expect(steps.map(({ done }) => done)).toEqual([false, false, true]);
    expect(composition?.tracks[0]).toHaveLength(5000);
    // 308 bytes a piece where each has a copy of its own of everything.
    expect(serialize(composition).byteLength).toBeLessThan(5000 * 220);
  });

  it('plays a piece faster where it is longer than its place', () => {
    const speedOf = (out: number) => {
      const [item] =
        of({ t: [{ tt: 0, sg: [{ d: 1000, m: { url: 'https://a.test/a.mp4', in: 0, out } }] }] }).tracks[0] ?? [];
      return item?.kind === 'clip' ? item.speed : null;
    };
    expect([speedOf(2000), speedOf(1000), speedOf(990)]).toEqual([2, 1, 1]);
  });
});

const times = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom('12', '', null, -1, 1e308, NaN, Infinity, '1e9'),
  fc.boolean(),
);
const segment = fc.dictionary(
  fc.constantFrom('d', 's', 'start', 'm', 'tr', 'sr', 'speed', 'clip', 'volume', 'fade_in_duration', 'text'),
  fc.oneof(
    times,
    fc.anything(),
    fc.dictionary(fc.constantFrom('url', 'in', 'out', 's', 'd', 'text', 'alpha', 'scale'), times),
  ),
);
const hostile = fc.oneof(
  fc.anything(),
  fc.record({
    m: fc.anything(),
    t: fc.array(fc.record({ tt: fc.oneof(fc.constantFrom(0, 1, 7, 5, '0'), fc.anything()), sg: fc.array(segment) })),
  }),
);

describe('a hostile draft', () => {
  it('never throws, has whole frames inside a day, and every layer stands where it is seen', () => {
    fc.assert(
      fc.property(hostile, fc.double({ min: 0, max: 1, noNaN: true }), (draft, share) => {
        const composition = of(draft);
        const { frames, tracks } = composition;
        expect(Number.isInteger(frames) && frames >= 0 && frames <= 24 * 3600 * 120).toBe(true);
        for (const item of tracks.flat()) {
          expect(Number.isInteger(item.start) && Number.isInteger(item.end) && item.start < item.end).toBe(true);
        }
        const index = indexOf(composition);
        const frame = Math.floor(share * frames);
        for (const layer of layersAt(index, frame)) {
          expect(layer.item.start <= frame && frame < layer.item.end).toBe(true);
          if (layer.kind === 'block') continue;
          const share = layer.kind === 'effect' ? layer.strength : layer.opacity;
          expect(share >= 0 && share <= 1).toBe(true);
        }
        for (const piece of soundingWithin(index, 0, 1))
          expect(piece.gains.every(({ gain }) => gain >= 0 && gain <= 2)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('of ten thousand pieces that overlap is indexed and drawn', () => {
    const sg = Array.from({ length: 10_000 }, (_, at) => ({
      s: at * 40,
      d: 4000,
      m: { url: `https://a.test/${at}.mp4` },
    }));
    const index = indexOf(of({ t: [{ tt: 0, sg }] }));
    expect(layersAt(index, 6000)).toHaveLength(32);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wantedAt } from '../../../../src/shared/composition/ahead.ts';
import type { Clip, Composition, Item } from '../../../../src/shared/composition/composition.ts';
import { fadeAt, layersAt } from '../../../../src/shared/composition/frame.ts';
import { indexOf, itemsWithin } from '../../../../src/shared/composition/frame-index.ts';
import { asItIs, coversCanvas, place } from '../../../../src/shared/composition/place.ts';
import { frameOf, secondsOf, toRate } from '../../../../src/shared/composition/rate.ts';
import { gainAt, soundingWithin } from '../../../../src/shared/composition/sound.ts';
import { aClip } from '../../../support/clip-sample.ts';

const clip = (start: number, end: number, more: Partial<Clip> = {}): Clip =>
  aClip({ id: `${start}-${end}`, start, end, ...more });
const film = (...tracks: readonly (readonly Item[])[]): Composition => ({
  canvas: { width: 1920, height: 1080 },
  rate: { numerator: 30, denominator: 1 },
  frames: Math.max(0, ...tracks.flat().map(({ end }) => end)),
  tracks,
  doubts: [],
});
const opaque = (composition: Composition) =>
  indexOf(composition, (mediaId) => (mediaId === 'a' ? { width: 1920, height: 1080 } : null));
const seen = (composition: Composition, frame: number) =>
  layersAt(opaque(composition), frame).map(({ item }) => item.id);

describe('the layers of a frame', () => {
  it('change at the cut, on the very frame', () => {
    const cut = film([clip(0, 30), clip(30, 60)]);
    expect([29, 30, 59, 60].map((frame) => seen(cut, frame))).toEqual([['0-30'], ['30-60'], ['30-60'], []]);
  });

  it('leave out what a picture hides, and keep what shows beside it', () => {
    const below = clip(0, 30);
    expect(seen(film([below], [clip(0, 20)]), 5)).toEqual(['0-20']);
    const small = clip(0, 20, { placement: { ...asItIs, scale: 0.5 } });
    expect(seen(film([below], [small]), 5)).toEqual(['0-30', '0-20']);
    const pale = clip(0, 20, { placement: { ...asItIs, opacity: 0.5 } });
    expect(seen(film([below], [pale]), 5)).toEqual(['0-30', '0-20']);
    const unknown = clip(0, 20, { source: { mediaId: 'b' } });
    expect(seen(film([below], [unknown]), 5)).toEqual(['0-30', '0-20']);
    const fading = clip(0, 20, { fadeIn: 10 });
    expect(seen(film([below], [fading]), 5)).toEqual(['0-30', '0-20']);
  });

  it('take each picture at the second that its speed and in point say', () => {
    const [layer] = layersAt(indexOf(film([clip(30, 90, { inSeconds: 2, speed: 2 })])), 45);
    expect(layer?.kind === 'picture' ? layer.seconds : null).toBe(3);
  });

  it('are the same as when every item is looked at', () => {
    const items = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 80 })), { maxLength: 40 });
    fc.assert(
      fc.property(items, fc.nat(300), fc.integer({ min: 1, max: 20 }), (spans, from, length) => {
        const track = spans.map(([start, long], at) => clip(start, start + long, { id: String(at) }));
        const [index] = indexOf(film(track)).tracks;
        const found = index ? [...itemsWithin(index, from, from + length)].map(({ id }) => id) : [];
        const wanted = track.filter(({ start, end }) => start < from + length && end > from).map(({ id }) => id);
        expect(found.toSorted()).toEqual(wanted.toSorted());
      }),
    );
  });
});

describe('what is opened ahead', () => {
  it('is what is seen, then what begins within half a second, from where it will be seen', () => {
    const index = indexOf(film([clip(0, 30), clip(30, 60, { inSeconds: 4 }), clip(60, 90)]));
    expect(wantedAt(index, 20).map(({ item: { id }, seconds }) => [id, seconds])).toEqual([
      ['0-30', 20 / 30],
      ['30-60', 4],
    ]);
  });

  it('leaves out what others hide, until shortly before it shows', () => {
    const below = clip(0, 90);
    const opened = (frame: number, above: Clip) =>
      wantedAt(opaque(film([below], [above])), frame).map(({ item: { id }, seconds }) => [id, seconds]);
    expect(opened(30, clip(0, 60))).toEqual([['0-60', 1]]);
    expect(opened(50, clip(0, 60))).toEqual([
      ['0-60', 50 / 30],
      ['0-90', 2],
    ]);
    expect(opened(30, clip(0, 60, { fadeOut: 20 }))).toEqual([
      ['0-60', 1],
      ['0-90', 41 / 30],
    ]);
    expect(opened(30, clip(0, 60, { source: { mediaId: 'pale' } })).map(([id]) => id)).toEqual(['0-90', '0-60']);
  });

  it('is all that shows at any frame until then, from where it shows first', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }), fc.nat(20), fc.nat(20), fc.boolean()),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(spans, fc.nat(60), (items, frame) => {
        const tracks = items.map(([start, long, fadeIn, fadeOut, isSeenThrough], at) => [
          clip(start, start + long, {
            id: String(at),
            fadeIn,
            fadeOut,
            source: { mediaId: isSeenThrough ? 'pale' : 'a' },
          }),
        ]);
        const index = opaque(film(...tracks));
        const shown = Array.from({ length: 16 }, (_, more) => layersAt(index, frame + more)).flat();
        const first = new Map(shown.toReversed().map((layer) => [layer.item.id, 'seconds' in layer && layer.seconds]));
        const found = new Map(wantedAt(index, frame).map(({ item, seconds }) => [item.id, seconds]));
        expect(found).toEqual(first);
      }),
    );
  });
});

describe('fades', () => {
  it('rise and fall inside the item', () => {
    const item = clip(10, 40, { fadeIn: 10, fadeOut: 5 });
    expect([10, 15, 20, 30, 35, 38].map((frame) => fadeAt(item, frame))).toEqual([0, 0.5, 1, 1, 1, 0.4]);
  });
});

describe('sound', () => {
  it('is cut to what is asked for, at the source second that fits', () => {
    const [piece] = soundingWithin(indexOf(film([clip(30, 90, { inSeconds: 2, speed: 2 })])), 1.5, 1.6);
    expect(piece).toMatchObject({ from: 1.5, to: 1.6, sourceAt: 3 });
  });

  it('follows its fades, also where they meet', () => {
    const gains = (more: Partial<Clip>) => soundingWithin(indexOf(film([clip(0, 60, more)])), 0, 2)[0]?.gains ?? [];
    const plain = gains({ volume: 0.5, fadeIn: 30, fadeOut: 15 });
    expect([0, 0.5, 1, 1.4, 1.75, 2].map((at) => gainAt(plain, at))).toEqual([0, 0.25, 0.5, 0.5, 0.25, 0]);
    const meeting = gains({ fadeIn: 60, fadeOut: 60 });
    expect([0, 0.5, 1, 1.5].map((at) => gainAt(meeting, at))).toEqual([0, 0.25, 0.5, 0.25]);
  });

  it('leaves out what is mute or has no source', () => {
    expect(soundingWithin(indexOf(film([clip(0, 30, { volume: 0 })], [clip(0, 30, { source: null })])), 0, 1)).toEqual(
      [],
    );
  });
});

describe('rates', () => {
  it('mean what a camera means', () => {
    expect([toRate(29.97), toRate(23.976), toRate(25), toRate(12.5), toRate(null), toRate(NaN)]).toEqual([
      { numerator: 30_000, denominator: 1001 },
      { numerator: 24_000, denominator: 1001 },
      { numerator: 25, denominator: 1 },
      { numerator: 12_500, denominator: 1000 },
      { numerator: 30, denominator: 1 },
      { numerator: 30, denominator: 1 },
    ]);
  });

  it('count frames there and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(24, 25, 29.97, 30, 59.94, 60), fc.nat(10_000_000), (fps, frame) => {
        expect(frameOf(toRate(fps), secondsOf(toRate(fps), frame) * 1000)).toBe(frame);
      }),
    );
  });
});

describe('a picture on the canvas', () => {
  const canvas = { width: 1920, height: 1080 };
  it('is whole, as large as fits, and moved in half canvases with y up', () => {
    const placed = place({ width: 1080, height: 1920 }, canvas, { ...asItIs, x: 1, y: 1 });
    expect(placed).toMatchObject({ width: 607.5, height: 1080, centerX: 1920, centerY: 0 });
  });
  it('covers it only if nothing shows beside it', () => {
    const wide = { width: 1280, height: 720 };
    expect(coversCanvas(wide, canvas, asItIs)).toBe(true);
    expect(coversCanvas({ width: 1080, height: 1920 }, canvas, asItIs)).toBe(false);
    expect(coversCanvas(wide, canvas, { ...asItIs, x: 0.1 })).toBe(false);
    expect(coversCanvas(wide, canvas, { ...asItIs, rotation: 10 })).toBe(false);
  });
});

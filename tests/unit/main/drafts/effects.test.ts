import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cut, emptyCut } from '../../../../src/demo-cloud/draft/cut.ts';
import { applyEdits, type Edit } from '../../../../src/demo-cloud/draft/edits.ts';
import { canvasOf, dialects, writeDraft } from '../../../../src/demo-cloud/draft/wire.ts';
import { compose } from '../../../../src/main/drafts/compose.ts';
import { readCanvas, readDraft } from '../../../../src/main/drafts/draft-parser.ts';
import { effectOf } from '../../../../src/main/drafts/effects.ts';
import { atOnce } from '../../../../src/main/drafts/steps.ts';
import type { Composition } from '../../../../src/shared/composition/composition.ts';
import { soundingWithin } from '../../../../src/shared/composition/sound.ts';
import { layersAt } from '../../../../src/shared/composition/frame.ts';
import { indexOf } from '../../../../src/shared/composition/frame-index.ts';

const clip = (name: string, durationMs: number) => ({ name, url: `https://example.com/${name}.mp4`, durationMs });
const cut = applyEdits(emptyCut, [
  { kind: 'place-clips', clips: [clip('a', 6000), clip('b', 5000), clip('c', 4000)] },
  { kind: 'set-music', name: 'Lo-fi', url: 'https://example.com/m.m4a' },
  { kind: 'set-title', text: 'Blue Hour' },
]);

function composed(draft: unknown): Composition {
  const reading = readDraft(draft);
  return atOnce(compose(reading, readCanvas(draft, canvasOf(emptyCut)), { registerUrl: (url) => url }));
}

describe('an effect', () => {
  it.each([
    ['warm', 'warm'],
    ['Warm filter', 'warm'],
    ['黑白', 'mono'],
    ['Black & White', 'mono'],
    ['fade in', 'fade-in'],
    ['淡出', 'fade-out'],
    ['Cross dissolve', 'cross-fade'],
    ['叠化', 'cross-fade'],
    ['sparkles', null],
    ['', null],
  ])('is known by its name: %s', (name, effect) => {
    expect(effectOf(name)).toBe(effect);
  });

  it.each(dialects)('is drawn from the rehearsal’s own drafts, in %s, without a doubt', (dialect) => {
    const edits: readonly Edit[] = [
      { kind: 'cross-fade', which: [2], durationMs: 1000 },
      { kind: 'grade', which: [2, 3], grade: 'warm' },
      { kind: 'add-effect', name: 'fade in' },
      { kind: 'add-effect', name: 'fade out' },
      { kind: 'change-titles', which: 'all', style: { x: 0, y: 0.72, color: [1, 0, 0] }, scale: 2 },
    ];
    const { tracks, doubts } = composed(writeDraft(applyEdits(cut, edits), dialect, 1));
    const items = tracks.flat();
    expect(doubts).not.toContain('unknown-track');
    expect(doubts).not.toContain('title-place');
    expect(items.filter(({ kind }) => kind === 'effect')).toMatchObject([
      { effect: 'warm', start: 150, end: 420, fadeIn: 30 },
      { effect: 'fade-in', start: 0, end: 30 },
      { effect: 'fade-out', start: 390, end: 420 },
    ]);
    expect(items.filter(({ kind }) => kind === 'clip')).toMatchObject([
      { name: 'a', start: 0, end: 180, soundFadeOut: 30 },
      { name: 'b', start: 150, end: 300, fadeIn: 30, inSeconds: 0 },
      { name: 'c', start: 300, end: 420 },
      { name: 'Lo-fi', start: 0, end: 420 },
    ]);
    expect(items.find(({ kind }) => kind === 'title')).toMatchObject({
      text: 'Blue Hour',
      style: { color: [1, 0, 0], size: 0.15, y: 0.14 },
      fadeIn: 0,
      fadeOut: 9,
    });
  });

  it('colours no clip but its own in a cross-fade, and lets titles come and go', () => {
    const edits: readonly Edit[] = [
      { kind: 'cross-fade', which: [2], durationMs: 1000 },
      { kind: 'grade', which: [1], grade: 'mono' },
    ];
    const composition = composed(writeDraft(applyEdits(cut, edits), 'short', 1));
    const shown = (frame: number) =>
      layersAt(
        indexOf(composition, () => null),
        frame,
      ).flatMap((layer): readonly (string | number)[] =>
        layer.kind === 'effect'
          ? [layer.strength]
          : layer.kind === 'title'
            ? [`title ${layer.opacity.toFixed(1)}`]
            : [],
      );
    expect([149, 165, 180].map(shown)).toEqual([[1], [0.5], []]);
    expect([0, 3, 45, 87].map((frame) => shown(frame).at(-1))).toEqual([
      'title 1.0',
      'title 1.0',
      'title 1.0',
      'title 0.3',
    ]);
  });

  it('stays a labelled block where it is not known, or where no clips meet in it', () => {
    const sg = [
      { s: 0, d: 2000, m: { name: 'sparkles' } },
      { s: 1000, d: 500, m: { name: 'cross-fade' } },
    ];
    const draft = {
      t: [
        { tt: 0, sg: [{ d: 4000, m: { url: 'https://example.com/a.mp4' } }] },
        { tt: 6, sg },
      ],
    };
    const { tracks, doubts } = composed(draft);
    expect(tracks.flat().filter(({ kind }) => kind === 'block')).toHaveLength(2);
    expect(doubts).toContain('unknown-track');
  });

  it('lets clips that only touch lie over each other, with what their sources have before and after', () => {
    const sg = [
      { s: 0, d: 3000, m: { url: 'https://example.com/a.mp4' } },
      { s: 3000, d: 3000, m: { url: 'https://example.com/b.mp4', in: 2000 } },
    ];
    const draft = {
      t: [
        { tt: 0, sg },
        { tt: 6, sg: [{ s: 2500, d: 1000, m: { name: 'dissolve' } }] },
      ],
    };
    const composition = composed(draft);
    expect(composition.tracks[0]).toMatchObject([
      { start: 0, end: 105, soundFadeOut: 30 },
      { start: 75, end: 180, inSeconds: 1.5, fadeIn: 30 },
    ]);
    const [first] = soundingWithin(
      indexOf(composition, () => null),
      2.6,
      3.4,
    );
    expect(first?.gains).toHaveLength(3);
  });
});

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('split' as const), atMs: fc.nat(16_000) }),
  fc.record({
    kind: fc.constant('remove-span' as const),
    fromMs: fc.nat(8000),
    toMs: fc.integer({ min: 8000, max: 12_000 }),
  }),
  fc.record({ kind: fc.constant('move' as const), from: fc.nat(4), to: fc.nat(4) }),
  fc.record({ kind: fc.constant('speed' as const), which: fc.constant([1]), factor: fc.constantFrom(0.5, 2, 1.5) }),
  fc.record({ kind: fc.constant('cross-fade' as const), which: fc.constant('all' as const), durationMs: fc.nat(2000) }),
  fc.record({
    kind: fc.constant('volume' as const),
    of: fc.constant('video' as const),
    which: fc.constant([2]),
    level: fc.constantFrom(0, 0.3),
  }),
  fc.record({ kind: fc.constant('trim' as const), durationMs: fc.integer({ min: 4000, max: 20_000 }) }),
  fc.record({ kind: fc.constant('set-title' as const), text: fc.constantFrom('A', '你好'), startMs: fc.nat(9000) }),
);

describe('a cut after any edits', () => {
  it('reads the same in every dialect', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.constantFrom(...dialects), (edits, dialect) => {
        const edited = applyEdits(cut, edits);
        expect(readBack(writeDraft(edited, dialect, 1))).toEqual(asRead(edited));
      }),
      { numRuns: 300 },
    );
  });
});

function readBack(draft: unknown): unknown {
  return readDraft(draft).tracks.map(({ segments }) =>
    segments.map(({ startMs, durationMs, text, volume, sourceInMs, look }) => ({
      startMs,
      durationMs,
      text,
      volume,
      inMs: sourceInMs ?? 0,
      speed: look.speed ?? 1,
    })),
  );
}

function asRead({ tracks }: Cut): unknown {
  return tracks.map(({ segments }) =>
    segments.map(({ startMs, durationMs, text, volume, inMs, speed }) => ({
      startMs,
      durationMs,
      text,
      volume,
      inMs,
      speed,
    })),
  );
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeOtio } from '../../../../src/main/interchange/otio.ts';
import { endOf, type Item, planCut } from '../../../../src/main/interchange/plan.ts';
import { type FrameRate, perSecond, usualRate } from '../../../../src/main/interchange/timecode.ts';
import { otioPlaces } from '../../../support/otio.ts';
import { aReading, aSegment, anAsset, assetMaps, info, rates, readings, sea, size, song, words } from './samples.ts';

// The schemas that OpenTimelineIO publishes ("Serialized Data Documentation"), closed: a member that none of them has is an error.
const time = z.strictObject({
  OTIO_SCHEMA: z.literal('RationalTime.1'),
  rate: z.number().positive(),
  value: z.number().int().min(0),
});
const range = z.strictObject({ OTIO_SCHEMA: z.literal('TimeRange.1'), start_time: time, duration: time });
const base = { metadata: z.record(z.string(), z.unknown()), name: z.string() };
const item = { ...base, effects: z.array(z.never()), markers: z.array(z.never()), enabled: z.boolean() };
const reference = z.discriminatedUnion('OTIO_SCHEMA', [
  z.strictObject({
    OTIO_SCHEMA: z.literal('ExternalReference.1'),
    ...base,
    target_url: z.string().regex(/^assets\/[^/]+$/),
    available_range: range.nullable(),
  }),
  z.strictObject({
    OTIO_SCHEMA: z.literal('GeneratorReference.1'),
    ...base,
    generator_kind: z.string(),
    parameters: z.strictObject({ text: z.string() }),
    available_range: z.null(),
  }),
]);
const clip = z.strictObject({
  OTIO_SCHEMA: z.literal('Clip.1'),
  ...item,
  source_range: range,
  media_reference: reference,
});
const gap = z.strictObject({ OTIO_SCHEMA: z.literal('Gap.1'), ...item, source_range: range });
const track = z.strictObject({
  OTIO_SCHEMA: z.literal('Track.1'),
  ...item,
  source_range: z.null(),
  kind: z.enum(['Video', 'Audio']),
  children: z.array(z.discriminatedUnion('OTIO_SCHEMA', [clip, gap])),
});
const timeline = z.strictObject({
  OTIO_SCHEMA: z.literal('Timeline.1'),
  ...base,
  global_start_time: z.null(),
  tracks: z.strictObject({
    OTIO_SCHEMA: z.literal('Stack.1'),
    ...item,
    source_range: z.null(),
    children: z.array(track),
  }),
});

/** Reads a timeline by the schemas and, where it is at hand, by the reference implementation, which must see the same. */
function read(text: string): z.output<typeof timeline> {
  const result = timeline.parse(JSON.parse(text));
  expect(otioPlaces(text) ?? placesOf(result)).toBe(placesOf(result));
  return result;
}

function placesOf({ tracks }: z.output<typeof timeline>): string {
  return tracks.children
    .flatMap(({ kind, children }) => {
      let at = 0;
      return children.map(({ OTIO_SCHEMA, source_range }) => {
        const start = at;
        at += source_range.duration.value;
        return `${kind} ${OTIO_SCHEMA} ${start} ${source_range.duration.value}\n`;
      });
    })
    .join('');
}

/** Where an item begins in its file, in the frames of the file's own clock where it has one, and how many of those are a second. */
function sourceOf({ source, asset }: Item, rate: FrameRate): readonly [number, number] {
  const timecode = asset?.info.timecode ?? null;
  if (timecode === null) return [source, perSecond(rate)];
  const own = perSecond(timecode.rate);
  return [timecode.frames + Math.round((source * own) / perSecond(rate)), own];
}

describe('OpenTimelineIO', () => {
  it('fits the published schemas, and every piece lies where it lay, whatever the draft', () => {
    fc.assert(
      fc.property(readings, assetMaps, rates, words, (reading, assets, rate, name) => {
        const plan = planCut(reading, { name, rate, ...size, assets });
        const { tracks } = read(writeOtio(plan));
        const pictures = plan.rows.filter(({ kind }) => kind !== 'audio');
        const sounds = plan.rows.filter(({ kind }) => kind === 'audio');
        const kinds = tracks.children.map(({ kind }) => kind);
        expect(kinds).toEqual(kinds.toSorted().toReversed());
        const placed = tracks.children.map(({ children }) => {
          let at = 0;
          return children.flatMap((child) => {
            const { start_time, duration } = child.source_range;
            expect(duration.rate).toBe(perSecond(rate));
            const start = at;
            at += duration.value;
            return child.OTIO_SCHEMA === 'Clip.1' ? [[start, at, start_time.value, start_time.rate]] : [];
          });
        });
        const expected = [...pictures, ...sounds].map(({ items }) =>
          items.filter((one) => one.asset ?? one.words).map((one) => [one.start, endOf(one), ...sourceOf(one, rate)]),
        );
        expect(placed.slice(0, pictures.length)).toEqual(expected.slice(0, pictures.length));
        expect(placed.slice(placed.length - sounds.length)).toEqual(expected.slice(pictures.length));
      }),
    );
  });

  it('names files beside it, words, volumes, and the sound of pictures', () => {
    const assets = new Map([
      [sea, anAsset('assets/sea 海.mp4', { info: info({ durationMs: 10_000 }) })],
      [song, anAsset('assets/song.mp3', { kind: 'audio', info: info({ hasVideo: false }) })],
    ]);
    const reading = aReading(
      [
        'video',
        aSegment(1_000, 2_000, { url: sea, sourceInMs: 500 }),
        aSegment(3_000, 1_000, { url: sea, volume: 0, look: { speed: 2 } }),
      ],
      ['text', aSegment(0, 1_000, { text: 'Urban "Dreams" 🌃' })],
      ['audio', aSegment(0, 6_000, { url: song, volume: 0.35 })],
    );
    const { tracks, name } = read(writeOtio(planCut(reading, { name: '城市', rate: usualRate, ...size, assets })));
    const [picture, titles, sound, music] = tracks.children;
    expect(name).toBe('城市');
    expect(tracks.children).toHaveLength(4);
    expect(picture?.children).toMatchObject([
      { OTIO_SCHEMA: 'Gap.1', source_range: { duration: { value: 30, rate: 30 } } },
      {
        source_range: { start_time: { value: 15 }, duration: { value: 60 } },
        media_reference: { target_url: 'assets/sea%20%E6%B5%B7.mp4', available_range: { duration: { value: 300 } } },
      },
      { metadata: { rushes: { volume: 0, speed: 2 } } },
    ]);
    expect(titles?.children).toMatchObject([{ media_reference: { parameters: { text: 'Urban "Dreams" 🌃' } } }]);
    expect(sound).toMatchObject({ kind: 'Audio', children: [{ OTIO_SCHEMA: 'Gap.1' }, { OTIO_SCHEMA: 'Clip.1' }] });
    expect(music?.children).toMatchObject([
      {
        metadata: { rushes: { volume: 0.35 } },
        media_reference: { target_url: 'assets/song.mp3', available_range: null },
      },
    ]);
  });
});

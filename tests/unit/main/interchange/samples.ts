import fc from 'fast-check';
import type { DraftReading, DraftSegment, DraftTrack } from '../../../../src/main/drafts/draft-parser.ts';
import type { TrackKind } from '../../../../src/shared/domain/timeline.ts';
import type { Asset, ClipInfo } from '../../../../src/main/interchange/plan.ts';
import { usualRate } from '../../../../src/main/interchange/timecode.ts';

const unknownMediaInfo: ClipInfo = {
  durationMs: null,
  width: null,
  height: null,
  fps: null,
  hasVideo: true,
  hasAudio: true,
  timecode: null,
};

export function anAsset(path: string, change: Partial<Asset> = {}): Asset {
  return { path, name: path.replace('assets/', ''), kind: 'video', there: true, info: unknownMediaInfo, ...change };
}

export function info(change: Partial<ClipInfo>): ClipInfo {
  return { ...unknownMediaInfo, ...change };
}

export function aSegment(startMs: number, durationMs: number, change: Partial<DraftSegment> = {}): DraftSegment {
  return {
    name: 'piece',
    startMs,
    durationMs,
    text: null,
    volume: null,
    url: null,
    sourceInMs: null,
    sourceOutMs: null,
    look: {},
    key: '',
    ...change,
  };
}

export type TestTracks = readonly (readonly [TrackKind, ...DraftSegment[]])[];

export function aReading(...tracks: TestTracks): DraftReading {
  const read = tracks.map(([kind, ...segments]): DraftTrack => ({ kind, segments }));
  const ends = read.flatMap(({ segments }) => segments.map(({ startMs, durationMs }) => startMs + durationMs));
  return { tracks: read, durationMs: Math.max(0, ...ends) };
}

export const sea = 'https://cdn.test/sea.mp4';
export const song = 'https://cdn.test/song.mp3';
export const photo = 'https://cdn.test/photo.jpg';

/** Names and texts as people, agents and attackers write them. */
export const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '城市夜景',
    '👩‍👩‍👧‍👦 family',
    'a --> b',
    '00:00:01,000 --> 00:00:02,000',
    '1',
    'two\n\nlines',
    'two\r\nlines\r',
    '<b>&amp;"\'</b>',
    ']]>',
    '{\\an8}',
    'NOTE',
    'STYLE',
    'WEBVTT',
    '\ud83c',
    '\u0000\u0007\ufffe',
    '  ',
    '',
  ),
);

const segment = fc.record({
  startMs: fc.nat(20_000),
  durationMs: fc.nat(8_000),
  name: words,
  text: fc.option(words),
  volume: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  url: fc.option(fc.constantFrom(sea, song, photo, 'https://cdn.test/unknown.bin')),
  sourceInMs: fc.option(fc.nat(4_000)),
  sourceOutMs: fc.constant(null),
  key: fc.constant(''),
  look: fc.constantFrom({}, { opacity: 0.5, speed: 2 }),
});

export const readings: fc.Arbitrary<DraftReading> = fc
  .array(fc.tuple(fc.constantFrom<TrackKind>('video', 'audio', 'text', 'other'), fc.array(segment, { maxLength: 6 })), {
    maxLength: 5,
  })
  .map((tracks) => aReading(...tracks.map(([kind, segments]) => [kind, ...segments] as const)));

const length = fc.option(fc.integer({ min: 1, max: 12_000 }));

/** The files of those cuts; one address has none. */
export const assetMaps: fc.Arbitrary<ReadonlyMap<string, Asset>> = fc
  .record({
    sea: length,
    song: length,
    fps: fc.option(fc.constantFrom(23.976, 25, 29.97, 30, 13.7)),
    muted: fc.boolean(),
    timecode: fc.option(
      fc.record({
        frames: fc.nat(24 * 3_600 * 60),
        rate: fc.constantFrom({ num: 25, den: 1 }, { num: 30_000, den: 1_001 }, { num: 24_000, den: 1_001 }),
        drop: fc.boolean(),
      }),
    ),
  })
  .map(
    (known) =>
      new Map([
        [
          sea,
          anAsset('assets/sea.mp4', {
            info: info({
              durationMs: known.sea,
              width: 1080,
              height: 1920,
              fps: known.fps,
              hasAudio: !known.muted,
              timecode: known.timecode,
            }),
          }),
        ],
        [
          song,
          anAsset('assets/海 song.mp3', { kind: 'audio', info: info({ durationMs: known.song, hasVideo: false }) }),
        ],
        [photo, anAsset('assets/photo.jpg', { kind: 'image', there: false, info: info({ hasAudio: false }) })],
      ]),
  );

export const rates = fc.constantFrom(usualRate, { num: 24_000, den: 1_001 }, { num: 25, den: 1 });

export const size = { width: 1920, height: 1080 } as const;

import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../../src/main/drafts/draft-parser.ts';

type Times = readonly [startMs: number, durationMs: number, sourceInMs: number | null, sourceOutMs: number | null];

function timesOf(draft: unknown): readonly Times[] {
  const segments = readDraft(draft).tracks.flatMap((track) => track.segments);
  return segments.map(({ startMs, durationMs, sourceInMs, sourceOutMs }) => [
    startMs,
    durationMs,
    sourceInMs,
    sourceOutMs,
  ]);
}

const video = (...sg: readonly unknown[]) => ({ t: [{ tt: 0, sg }] });
const range = (start: number, duration: number) => ({ target_timerange: { start, duration } });
const cut = (start: number, duration: number) => ({ source_timerange: { start, duration } });

describe('microseconds', () => {
  const ten = [[0, 10_000, null, null]];
  const two = [
    [0, 4000, null, null],
    [4000, 6000, null, null],
  ];
  it.each([
    ['agree with the draft’s `d` only divided', { d: 10_000, ...video({ s: 0, d: 10_000_000 }) }, ten],
    ['agree with the draft’s `d`, several', { d: 10_000, ...video({ d: 4_000_000 }, { d: 6_000_000 }) }, two],
    ['agree with the draft’s `d`, in a range', { d: 10_000, ...video(range(0, 4e6), range(4e6, 6e6)) }, two],
    ['agree with the segment’s `d`', video({ d: 4000, ...range(0, 4e6) }, { d: 6000, ...range(4e6, 6e6) }), two],
    ['agree with short ones', video({ d: 500, ...range(2e6, 500_000) }), [[2000, 500, null, null]]],
    ['are all a thousand times too long', { d: 10e6, ...video({ s: 0, d: 10e6 }) }, ten],
    ['are all too long, with no `d`', video(range(0, 4e6), range(4e6, 6e6)), two],
    ['are a long film, too long', { d: 1_200_000, ...video(range(0, 1_200_000_000)) }, [[0, 1_200_000, null, null]]],
    [
      'show words for an hour',
      { t: [{ tt: 7, sg: [{ s: 0, d: 3_000_000, m: { text: 'a' } }] }] },
      [[0, 3000, null, null]],
    ],
    ['are those of the source', video({ d: 4000, ...cut(2e6, 4e6) }), [[0, 4000, 2000, 6000]]],
    ['are those of a source that plays twice as fast', video({ d: 4000, ...cut(2e6, 8e6) }), [[0, 4000, 2000, 10_000]]],
    ['are those of the source’s ends', video({ d: 4000, m: { in: 2e6, out: 6e6 } }), [[0, 4000, 2000, 6000]]],
    ['are both ranges’', video({ ...range(0, 4e6), ...cut(1e6, 4e6) }), [[0, 4000, 1000, 5000]]],
    ['are written as text', { d: '10000', ...video({ s: '0', d: '10000000' }) }, ten],
  ])('are read where times %s', (_what, draft, times) => {
    expect(timesOf(draft)).toEqual(times);
  });

  const hour = 3_600_000;
  it.each([
    ['an hour', { d: hour, ...video({ s: 0, d: hour }) }, [[0, hour, null, null]]],
    ['an hour without the whole', video({ s: 0, d: hour }), [[0, hour, null, null]]],
    [
      'three hours of pieces',
      video({ d: 3 * hour }, { d: 5000 }),
      [
        [0, 3 * hour, null, null],
        [3 * hour, 5000, null, null],
      ],
    ],
    ['a range in ms', video({ d: 5000, ...range(2000, 5000), ...cut(1000, 5000) }), [[2000, 5000, 1000, 6000]]],
    ['five minutes as a range alone', video(range(0, 300_000)), [[0, 300_000, null, null]]],
    ['a second that a long source was made to', video({ d: 1000, ...cut(0, 20_000) }), [[0, 1000, 0, 20_000]]],
    ['nothing at all', { d: 0, ...video({ s: 0, d: 0 }) }, [[0, 0, null, null]]],
  ])('are not taken for %s', (_what, draft, times) => {
    expect(timesOf(draft)).toEqual(times);
  });
});

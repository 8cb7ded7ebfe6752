import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../../src/main/drafts/draft-parser.ts';
import { summarize } from '../../../../src/main/drafts/timeline.ts';
import { toTimeline } from '../../../../src/main/drafts/timeline.ts';
import { mangledDraft, threeTracks } from './samples.ts';

const line = (...t: readonly unknown[]) => summarize(readDraft({ t }));

describe('summarize', () => {
  it('has exactly the form of the wire contract', () => {
    expect(summarize(readDraft(threeTracks))).toBe(
      'Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)',
    );
  });

  it('writes seconds with at most one decimal', () => {
    expect(line({ tt: 0, sg: [{ n: 'a', s: 1500, d: 1040 }] })).toBe('Timeline (1 track): 1. Video: a (1.5-2.5s)');
    expect(line({ tt: 0, sg: [{ n: 'a', s: 0, d: 9999 }] })).toBe('Timeline (1 track): 1. Video: a (0-10s)');
  });

  it('names a track of several segments by its first, over the whole range', () => {
    const sg = [
      { n: 'intro', d: 2000 },
      { n: 'middle', d: 3000 },
      { n: 'end', d: 1000 },
    ];
    expect(line({ tt: 0, sg })).toBe('Timeline (1 track): 1. Video: intro +2 (0-6s)');
    const titles = [
      { text: 'One', s: 1000, d: 1000 },
      { text: 'Two', s: 500, d: 100 },
    ];
    expect(line({ tt: 7, sg: titles })).toBe('Timeline (1 track): 1. Title: "One" +1 (0.5-2s)');
  });

  it('gives a volume only where it is known and the same throughout', () => {
    const song = (volume: number) => ({ n: 'song', d: 1000, volume });
    expect(line({ tt: 1, sg: [song(0.5), song(0.5)] })).toContain('(0-2s, 50%)');
    expect(line({ tt: 1, sg: [song(0.5), song(0.6)] })).toContain('(0-2s)');
    expect(line({ tt: 1, sg: [song(0)] })).toContain('(0-1s, 0%)');
  });

  it('has a label for other tracks and a word for nameless segments', () => {
    expect(line({ tt: 9, sg: [{ d: 1000 }] })).toBe('Timeline (1 track): 1. Track: untitled (0-1s)');
  });

  it('says so when there is nothing', () => {
    expect(line()).toBe('Timeline (0 tracks)');
  });

  it('is one line for any draft', () => {
    fc.assert(
      fc.property(mangledDraft, (draft) => {
        expect(summarize(readDraft(draft))).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('toTimeline', () => {
  it('lets nothing across but what people see', () => {
    const timeline = toTimeline(readDraft(threeTracks), 4);
    expect(timeline).toMatchObject({ version: 4, durationMs: 10_000 });
    expect(timeline.tracks[0]).toEqual({
      kind: 'video',
      segments: [{ name: 'city timelapse', startMs: 0, durationMs: 10_000, text: null, volume: null }],
    });
    expect(JSON.stringify(timeline)).not.toMatch(/https?:|id:/);
  });
});

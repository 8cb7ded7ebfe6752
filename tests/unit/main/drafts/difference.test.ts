import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceOf } from '../../../../src/main/drafts/difference.ts';
import type { DraftReading } from '../../../../src/main/drafts/draft-parser.ts';
import { readDraft } from '../../../../src/main/drafts/draft-parser.ts';
import { atOnce } from '../../../../src/main/drafts/steps.ts';
import { mangledDraft, threeTracks } from './samples.ts';

const clip = (name: string, s: number, more: object = {}) => ({
  s,
  d: 1000,
  m: { name, url: `https://a.example/${name}` },
  ...more,
});
const title = (text: string, s: number, more: object = {}) => ({ s, d: 1000, text, ...more });
const video = (...sg: readonly unknown[]) => readDraft({ t: [{ tt: 0, sg }] });
const titles = (...sg: readonly unknown[]) => readDraft({ t: [{ tt: 7, sg }] });

/** The changes without their places, which have a test of their own. */
const differ = (before: DraftReading | null, after: DraftReading) =>
  atOnce(differenceOf(before, after)).map((change) => ({ ...change, at: undefined }));

describe('differ', () => {
  it('says where each change stands: as the later draft lists it, and of what is gone where the earlier one had it', () => {
    const before = readDraft({
      t: [
        { tt: 7, sg: [title('Hi', 200)] },
        { tt: 0, sg: [clip('a', 0), clip('b', 1000)] },
      ],
    });
    const after = readDraft({ t: [{ tt: 0, sg: [clip('c', 2500), clip('b', 3500), clip('a', 0, { d: 400 })] }] });
    expect(
      atOnce(differenceOf(before, after)).map(({ kind, at }) => [kind, at?.segment, at?.startMs, at?.endMs]),
    ).toEqual([
      ['added', '0:0', 2500, 3500],
      ['moved', '0:1', 3500, 4500],
      ['trimmed', '0:2', 0, 400],
      ['removed', '0:0', 200, 1200],
    ]);
    expect(atOnce(differenceOf(null, after)).some((change) => 'at' in change)).toBe(false);
  });

  it('takes everything for added where there was no draft', () => {
    expect(differ(null, readDraft(threeTracks))).toEqual([
      { kind: 'added', track: 'video', name: 'city timelapse', startMs: 0, endMs: 10_000, volume: null },
      { kind: 'added', track: 'audio', name: 'Lo-fi', startMs: 0, endMs: 10_000, volume: 0.35 },
      { kind: 'added', track: 'text', name: 'Urban Dreams', startMs: 0, endMs: 3_000, volume: null },
    ]);
  });

  it('sees what was added and removed', () => {
    expect(differ(video(clip('a', 0), clip('b', 1000)), video(clip('a', 0), clip('c', 1000)))).toEqual([
      { kind: 'removed', track: 'video', name: 'b' },
      { kind: 'added', track: 'video', name: 'c', startMs: 1000, endMs: 2000, volume: null },
    ]);
  });

  it('sees what was trimmed, moved and made louder', () => {
    const after = video(clip('a', 500, { d: 400, v: 80 }));
    expect(differ(video(clip('a', 0, { v: 35 })), after)).toEqual([
      { kind: 'trimmed', track: 'video', name: 'a', fromMs: 1000, toMs: 400 },
      { kind: 'moved', track: 'video', name: 'a', fromMs: 0, toMs: 500 },
      { kind: 'volume', track: 'video', name: 'a', from: 0.35, to: 0.8 },
    ]);
  });

  describe('where pieces only follow one before them', () => {
    const three = [clip('a', 0), clip('b', 1000), clip('c', 2500)] as const;
    const added = (name: string) => ({ kind: 'added', track: 'video', name });

    it('does not list them behind one that was trimmed', () => {
      const after = video(clip('a', 0, { d: 400 }), clip('b', 400), clip('c', 1900, { v: 80 }));
      expect(differ(video(...three), after)).toEqual([
        { kind: 'trimmed', track: 'video', name: 'a', fromMs: 1000, toMs: 400 },
        { kind: 'volume', track: 'video', name: 'c', from: null, to: 0.8 },
      ]);
    });

    it('does not list them behind one that was removed or added', () => {
      const removed = [{ kind: 'removed', track: 'video', name: 'a' }];
      const two = [clip('b', 0), clip('c', 1500)];
      expect(differ(video(...three), video(...two))).toEqual(removed);
      expect(differ(video(...two), video(...three))).toMatchObject([added('a')]);
    });

    it('adds up what happened before each', () => {
      const after = video(clip('a', 0, { d: 900 }), clip('x', 900), clip('c', 2400), clip('d', 3400));
      const before = video(...three, clip('d', 3500, { d: 700 }));
      expect(differ(before, after).map(({ kind }) => kind)).toEqual(['removed', 'trimmed', 'added', 'trimmed']);
    });

    it('does not list what lies on another track and followed too', () => {
      const cut = (videos: readonly unknown[], words: unknown) =>
        readDraft({
          t: [
            { tt: 0, sg: videos },
            { tt: 7, sg: [words] },
          ],
        });
      const after = cut([clip('b', 0), clip('c', 1500)], title('Hi', 1600));
      expect(differ(cut(three, title('Hi', 2600)), after)).toEqual([{ kind: 'removed', track: 'video', name: 'a' }]);
    });

    it('does not mind times that were rounded', () => {
      const before = video(clip('a', 0, { d: 333.4 }), clip('b', 333.4, { d: 333.4 }), clip('c', 666.8));
      expect(differ(before, video(clip('c', 0)))).toMatchObject([{ kind: 'removed' }, { kind: 'removed' }]);
    });

    it('lists what moved by another amount, or without a reason', () => {
      const moved = (name: string, fromMs: number, toMs: number) => ({
        kind: 'moved',
        track: 'video',
        name,
        fromMs,
        toMs,
      });
      const shorter = [clip('a', 0, { d: 400 }), clip('b', 500), clip('c', 1900)];
      expect(differ(video(...three), video(...shorter))).toMatchObject([{ kind: 'trimmed' }, moved('b', 1000, 500)]);
      expect(differ(video(clip('a', 0), clip('b', 1000)), video(clip('b', 0), clip('a', 1000)))).toEqual([
        moved('b', 1000, 0),
        moved('a', 0, 1000),
      ]);
      const early = [clip('a', 0), clip('b', 400), clip('c', 1900, { d: 400 })];
      expect(differ(video(...three), video(...early)).map(({ kind }) => kind)).toEqual(['moved', 'trimmed', 'moved']);
    });
  });

  it('sees a title get other words, with an id or by its place', () => {
    const renamed = { kind: 'renamed', track: 'text', from: 'Old', to: 'New' };
    expect(differ(titles(title('Old', 0, { id: 1 })), titles(title('New', 500, { id: 1 })))).toEqual([
      renamed,
      { kind: 'moved', track: 'text', name: 'New', fromMs: 0, toMs: 500 },
    ]);
    expect(differ(titles(title('Old', 0)), titles(title('New', 0)))).toEqual([renamed]);
  });

  it('takes another clip in the same place for another clip', () => {
    const kindsOf = differ(video(clip('a', 0, { id: 1 })), video(clip('b', 0, { id: 1 }))).map((change) => change.kind);
    expect(kindsOf).toEqual(['removed', 'added']);
  });

  it('keeps equal segments apart', () => {
    const both = video(clip('a', 0), clip('a', 5000));
    expect(differ(both, video(clip('a', 5000)))).toEqual([{ kind: 'removed', track: 'video', name: 'a' }]);
    expect(differ(video(clip('a', 5000)), both)).toMatchObject([{ kind: 'added', startMs: 0 }]);
    expect(differ(both, both)).toEqual([]);
  });

  it('is not misled by ids that are numbered by place', () => {
    const before = video(clip('a', 0, { id: 1 }), clip('b', 1000, { id: 2 }));
    expect(differ(before, video(clip('b', 1000, { id: 1 })))).toEqual([{ kind: 'removed', track: 'video', name: 'a' }]);
  });

  it('knows a clip again under a newly signed address', () => {
    const signed = (sig: string) => ({ s: 0, d: 1000, url: `https://a.example/c.mp4?sig=${sig}` });
    expect(differ(video(signed('1')), video(signed('2')))).toEqual([]);
  });

  it('does not mix kinds of track', () => {
    const before = readDraft({ t: [{ tt: 0, sg: [clip('a', 0)] }] });
    const after = readDraft({ t: [{ tt: 1, sg: [clip('a', 0)] }] });
    expect(differ(before, after).map((change) => `${change.kind} ${change.track}`)).toEqual([
      'removed video',
      'added audio',
    ]);
  });

  it('sees nothing between a draft and itself', () => {
    fc.assert(
      fc.property(mangledDraft, (draft) => {
        expect(differ(readDraft(draft), readDraft(structuredClone(draft)))).toEqual([]);
      }),
    );
  });

  it('does not mind the order in which segments with a start are listed', () => {
    const placed = fc.uniqueArray(fc.record({ name: fc.constantFrom('a', 'b'), s: fc.nat(9) }), {
      selector: (segment) => segment.s,
    });
    const shuffled = placed.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const reading = (segments: typeof list) => video(...segments.map(({ name, s }) => clip(name, s)));
        expect(differ(reading(list), reading(other))).toEqual([]);
      }),
    );
  });

  it('accounts for every segment between any two drafts', () => {
    fc.assert(
      fc.property(mangledDraft, mangledDraft, (one, two) => {
        const [before, after] = [readDraft(one), readDraft(two)];
        const size = (reading: typeof before) => reading.tracks.flatMap((track) => track.segments).length;
        const changes = differ(before, after);
        const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
        expect(size(before) - count('removed') + count('added')).toBe(size(after));
        expect(differ(null, after).every((change) => change.kind === 'added')).toBe(true);
        expect(differ(null, after)).toHaveLength(size(after));
      }),
    );
  });
});

describe('a draft of very many segments', () => {
  /** A reading of so many clips that counts how often anything asks for the start of one. */
  function counted(clips: number, apart: boolean, shiftMs: number) {
    const asked = { times: 0 };
    const segments = Array.from({ length: clips }, (_, index) => ({
      ...(video(clip(`${index}`, 0)).tracks[0]?.segments[0] ?? expect.fail()),
      durationMs: 1000 + shiftMs * (index % 3),
      get startMs() {
        asked.times += 1;
        return (index + shiftMs) * 1000;
      },
    }));
    const tracks = apart ? segments.map((one) => [one]) : [segments];
    const reading = {
      tracks: tracks.map((all) => ({ kind: 'video' as const, segments: all })),
      durationMs: clips * 1000,
    };
    return { reading, asked };
  }

  it.each([
    ['on one track', false],
    ['each on its own track', true],
  ])('costs twice as much for twice as many, %s', (_, apart) => {
    const cost = (clips: number): number => {
      const [before, after] = [counted(clips, apart, 0), counted(clips, apart, 1)];
      differ(before.reading, after.reading);
      return before.asked.times + after.asked.times;
    };
    expect(cost(4_000) / cost(2_000)).toBeLessThan(2.5);
  });

  it('tells a long name by its beginning, and sees a change behind it', () => {
    const long = 'x'.repeat(5_000_000);
    const [change] = differ(titles(title(`${long}a`, 0, { id: 1 })), titles(title(`${long}b`, 0, { id: 1 })));
    expect(change?.kind).toBe('renamed');
    expect(JSON.stringify(change).length).toBeLessThan(1_000);
    expect(JSON.stringify(differ(null, video(clip(long, 0)))).length).toBeLessThan(1_000);
  });
});

describe('what is only told by its look', () => {
  it('is adjusted: a title in another place, a clip from another part of its file; not what has other changes', () => {
    const placed = title('Hi', 0, { clip: { transform: { x: 0, y: 0.7 } } });
    expect(differ(titles(title('Hi', 0)), titles(placed))).toEqual([{ kind: 'restyled', track: 'text', name: 'Hi' }]);
    const later = { ...clip('a', 0), m: { ...clip('a', 0).m, in: 500 } };
    expect(differ(video(clip('a', 0)), video(later))).toEqual([{ kind: 'restyled', track: 'video', name: 'a' }]);
    expect(differ(titles(title('Hi', 0)), titles({ ...placed, d: 500 })).map(({ kind }) => kind)).toEqual(['trimmed']);
    expect(differ(titles(placed), titles(placed))).toEqual([]);
  });
});

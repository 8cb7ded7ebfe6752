import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../../src/main/drafts/draft-parser.ts';
import { toTimeline } from '../../../../src/main/drafts/timeline.ts';
import { roleOf } from '../../../../src/main/drafts/track-role.ts';

describe('what an unknown track holds', () => {
  it.each([
    ['by its own word', { type: 'sticker' }, [{}], 'sticker'],
    ['by the word of its pieces', {}, [{ m: { type: 'video_transition' } }, { type: 'Transition' }], 'transition'],
    ['by their names', {}, [{ m: { name: '电影滤镜' } }], 'filter'],
    ['by nothing', {}, [{ m: { name: 'fade in' } }], null],
    ['by pieces that do not agree', {}, [{ type: 'sticker' }, { type: 'filter' }], null],
    ['by none', {}, [], null],
  ] as const)('%s', (_, track, segments, role) => expect(roleOf(track, segments)).toBe(role));

  it('is told to the window, of unknown tracks only', () => {
    const sg = [{ d: 1000, m: { name: 'Heart', type: 'sticker' } }];
    const reading = readDraft({
      t: [
        { tt: 4, sg },
        { tt: 0, sg },
        { tt: 5, sg: [{ d: 1000 }] },
      ],
    });
    expect(toTimeline(reading, 1).tracks.map(({ kind, role }) => [kind, role])).toEqual([
      ['other', 'sticker'],
      ['video', undefined],
      ['other', undefined],
    ]);
  });

  it('is never an error', () => {
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (track, all) =>
        [null, 'transition', 'sticker', 'filter'].includes(roleOf(track, all)),
      ),
    );
  });
});

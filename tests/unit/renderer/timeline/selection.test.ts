import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLocale, loadChinese } from '../../../../src/renderer/locales/text.ts';
import { lanesOf } from '../../../../src/renderer/timeline/lanes.ts';
import {
  extended,
  moved,
  selectionAt,
  type Selection,
  selectedPieces,
  spanOf,
  withMarks,
} from '../../../../src/renderer/timeline/selection.ts';
import { type EditAction, actionsFor, actionText } from '../../../../src/renderer/timeline/wording.ts';
import { costKinds } from '../../../../src/shared/domain/message-cost.ts';
import { anySegments, cut, segment } from './cuts.ts';

await loadChinese();

const { lanes } = lanesOf(
  cut(
    ['video', [segment(0, 4000), segment(4000, 4500), segment(8500, 1500)]],
    ['audio', [segment(0, 10_000)]],
    ['text', [segment(0, 1000), segment(9000, 1000)]],
  ),
);
const [titles, clips, music] = [0, 1, 2];
const second = selectionAt({ lane: clips, piece: 1 });
const [en, zh] = [inLocale('en'), inLocale('zh')];

describe('a way through the pieces', () => {
  it('goes within a lane and stays inside of it', () => {
    const from = { lane: clips, piece: 1 };
    const piece = (key: string) => moved(lanes, from, key)?.piece;
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End'].map(piece)).toEqual([0, 2, 0, 2]);
    expect(moved(lanes, { lane: clips, piece: 2 }, 'ArrowRight')).toEqual({ lane: clips, piece: 2 });
    expect(moved(lanes, from, 'a')).toBeNull();
  });

  it('goes to another lane at about the same time', () => {
    expect(moved(lanes, { lane: clips, piece: 2 }, 'ArrowUp')).toEqual({ lane: titles, piece: 1 });
    expect(moved(lanes, { lane: clips, piece: 0 }, 'ArrowUp')).toEqual({ lane: titles, piece: 0 });
    expect(moved(lanes, { lane: clips, piece: 2 }, 'ArrowDown')).toEqual({ lane: music, piece: 0 });
    expect(moved(lanes, { lane: music, piece: 0 }, 'ArrowDown')).toEqual({ lane: music, piece: 0 });
  });

  it('never leaves what is there', () => {
    const keys = fc.array(fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'));
    fc.assert(
      fc.property(anySegments, anySegments, keys, (one, other, presses) => {
        const { lanes: all } = lanesOf(cut(['video', one], ['text', other]));
        let where = { lane: 0, piece: 0 };
        for (const key of presses) where = moved(all, where, key) ?? where;
        expect(all[where.lane]?.pieces[where.piece]).toBeDefined();
      }),
    );
  });

  it('extends on its lane, and begins anew on another', () => {
    const range = extended(second, { lane: clips, piece: 0 });
    expect(selectedPieces(lanes, range).map(({ number }) => number)).toEqual([1, 2]);
    expect(spanOf(lanes, range)).toEqual({ fromMs: 0, toMs: 8500 });
    expect(extended(second, { lane: music, piece: 0 })).toEqual(selectionAt({ lane: music, piece: 0 }));
  });
});

describe('what is chosen, in words', () => {
  const part = { ...second, span: { fromMs: 5000, toMs: 6250 } };

  it.each([
    ['ask', 'About clip 2, 4.0–8.5 s: ', '关于片段 2（4.0–8.5 秒）：'],
    ['remove', 'Remove clip 2, 4.0–8.5 s.', '移除片段 2（4.0–8.5 秒）。'],
    ['mute', 'Mute clip 2, 4.0–8.5 s.', '把片段 2（4.0–8.5 秒）静音。'],
    ['replace', 'Replace clip 2, 4.0–8.5 s with ', '把片段 2（4.0–8.5 秒）替换为'],
  ] as const)('to %s', (action, english, chinese) => {
    expect([actionText(en, action, lanes, second), actionText(zh, action, lanes, second)]).toEqual([english, chinese]);
  });

  it('is a part of a clip, to which that can be trimmed', () => {
    const hindrances = (selection: Selection) =>
      Object.fromEntries(
        actionsFor(lanes, selection).flatMap(({ action, cannot }) => (cannot ? [[action, cannot]] : [])),
      );
    expect(hindrances(part)).toEqual({});
    expect(actionText(en, 'trim', lanes, part)).toBe('Trim clip 2 to 5.0–6.3 s.');
    expect(actionText(zh, 'trim', lanes, part)).toBe('把片段 2裁剪到 5.0–6.3 秒。');
    expect(hindrances(second)).toEqual({ trim: 'noPart' });
    expect(hindrances(extended(second, { lane: clips, piece: 2 }))).toEqual({ trim: 'several' });
    expect(hindrances(selectionAt({ lane: titles, piece: 0 }))).toEqual({ trim: 'noPart', mute: 'noSound' });
    const mute = lanesOf(cut(['audio', [segment(0, 1000, { volume: 0 })]])).lanes;
    expect(actionsFor(mute, selectionAt({ lane: 0, piece: 0 })).at(3)).toEqual({ action: 'mute', cannot: 'silent' });
  });

  it('is the part between the marks I and O where they lie over it, and was not marked otherwise', () => {
    const marked = (from: number, to: number | null, selection = second) => withMarks(lanes, selection, { from, to });
    expect(marked(5, 6).span).toEqual({ fromMs: 5000, toMs: 6000 });
    expect(marked(3, 6).span).toEqual({ fromMs: 4000, toMs: 6000 });
    expect(marked(8, 60).span).toEqual({ fromMs: 8000, toMs: 8500 });
    for (const [from, to] of [
      [5, null],
      [0, 60],
      [4, 8.5],
      [0, 4],
      [9, 10],
    ] as const)
      expect(marked(from, to)).toBe(second);
    expect(withMarks(lanes, second, null)).toBe(second);
    expect(marked(4, 5, part)).toBe(part);
    expect(actionText(en, 'ask', lanes, marked(4.5, 6))).toBe('About clip 2, 4.5–6.0 s: ');
  });

  it('is several pieces, one of several tracks, and late in a film', () => {
    expect(actionText(en, 'remove', lanes, extended(second, { lane: clips, piece: 2 }))).toBe(
      'Remove clips 2–3, 4.0–10.0 s.',
    );
    const two = lanesOf(cut(['video', [segment(0, 1000)]], ['video', [segment(64_000, 4500)]])).lanes;
    expect(actionText(en, 'remove', two, selectionAt({ lane: 1, piece: 0 }))).toBe(
      'Remove clip 1 on track “Video 2”, 1:04.0–1:08.5.',
    );
  });

  it('costs what an edit costs, as far as the words tell', () => {
    const sure: readonly EditAction[] = ['remove', 'trim', 'mute'];
    for (const t of [en, zh])
      for (const action of sure) expect(costKinds(actionText(t, action, lanes, part), true)).toEqual(['edit']);
  });
});

import { describe, expect, it } from 'vitest';
import {
  canTick,
  fullReason,
  isTicked,
  matching,
  shortReason,
  tickAll,
} from '../../../../src/renderer/import-review/rows.ts';
import { inLocale, loadChinese } from '../../../../src/renderer/locales/text.ts';
import type { ImportCheck, ImportRow } from '../../../../src/shared/domain/import-review.ts';

await loadChinese();

const row = (id: number, name: string, check: ImportCheck = { state: 'usable' }, folder = ''): ImportRow => ({
  id,
  name,
  folder,
  bytes: 1,
  kind: 'video',
  check,
});
const large: ImportCheck = { state: 'offer', reason: { kind: 'too-large', maxBytes: 1 } };
const refused: ImportCheck = { state: 'refused', failure: { code: 'unsupported-file' } };
const rows = [
  row(0, 'Clip A.mp4', { state: 'usable' }, 'Lake/day 1'),
  row(1, 'notes.txt', refused, 'Lake'),
  row(2, '湖 B.mp4', large, 'Lake/Day 2'),
  row(3, 'c.mp4', { state: 'checking' }),
];

describe('the rows of a list to tick', () => {
  it('are ticked where they are usable, until the user says otherwise', () => {
    expect(rows.map((one) => isTicked(one, new Map()))).toEqual([true, false, false, false]);
    const ticks = new Map([0, 1, 2, 3].map((id) => [id, id !== 0]));
    expect(rows.map((one) => isTicked(one, ticks))).toEqual([false, false, true, false]);
    expect(rows.map(canTick)).toEqual([true, false, true, false]);
  });

  it('are found by words of name and folder, in any case', () => {
    expect(matching(rows, ' DAY mp4 ').map(({ id }) => id)).toEqual([0, 2]);
    expect(matching(rows, '湖').map(({ id }) => id)).toEqual([2]);
    expect(matching(rows, '  ')).toBe(rows);
  });

  it('are all ticked, without those that only may become something; unticked with them', () => {
    const all = tickAll(new Map(), rows, true);
    expect(rows.map((one) => isTicked(one, all))).toEqual([true, false, false, false]);
    const none = tickAll(new Map([[2, true]]), rows, false);
    expect(rows.map((one) => isTicked(one, none))).toEqual([false, false, false, false]);
  });

  it('say in a few words why they are not usable', () => {
    const t = inLocale('en');
    expect(rows.map((one) => shortReason(t, one))).toEqual([null, 'not supported', 'larger than 500 MB', null]);
    const misnamed: ImportCheck = { state: 'offer', reason: { kind: 'misnamed', name: 'a.b.png' } };
    expect(shortReason(t, row(4, 'a.b.mp4', misnamed))).toBe('really png');
  });

  it.each([
    ['en', 'FLAC', 'Select it to see whether this computer can convert it.'],
    ['zh', 'FLAC', '勾选后会看这台电脑能否转换它。'],
  ] as const)('say in whole sentences (%s) which formats there are, and what can be done', (locale, format, action) => {
    const t = inLocale(locale);
    const flac = row(4, 'a.flac', { state: 'offer', reason: { kind: 'convertible', format: 'flac' } });
    expect(shortReason(t, flac)).toContain(format);
    for (const words of [format, 'mp4, mov', 'm4a, aac', action]) expect(fullReason(t, flac)).toContain(words);
    expect(fullReason(t, row(1, 'notes.txt', refused))).toContain('mp4, mov');
    expect(fullReason(t, row(0, 'clip.mp4'))).toBeNull();
  });
});

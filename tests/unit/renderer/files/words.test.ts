import { describe, expect, it } from 'vitest';
import { fileAnnouncement } from '../../../../src/renderer/shell/announcements.ts';
import { totalsOf, fileLine, stateLine, totalWords, wordsOf } from '../../../../src/renderer/files/words.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import { unknownMediaInfo } from '../../../../src/shared/domain/media-info.ts';
import { turn, upload } from '../state/fixtures.ts';

const t = inLocale('en');
const megabyte = 1024 * 1024;
const sending = (sent: number, changes: Parameters<typeof upload>[0] = {}) =>
  upload({ bytes: 100 * megabyte, sent: sent * megabyte, ...changes });

describe('the words for a file', () => {
  it('say what it is', () => {
    expect(fileLine(t, sending(0), { ...unknownMediaInfo, kind: 'video', durationMs: 12_400 })).toBe('0:12 · 100 MB');
    expect(fileLine(t, sending(0, { kind: 'image' }), undefined)).toBe('Picture · 100 MB');
  });

  it.each([
    [sending(0, { state: 'waiting' }), null, 'waiting'],
    [sending(40), null, '40%'],
    [sending(40), 2 * megabyte, '40% · 2.0 MB/s · about 30 s left'],
    [sending(40), 0.2 * megabyte, '40% · 205 KB/s · about 5 min left'],
    [sending(98), 2 * megabyte, '98% · 2.0 MB/s · almost done'],
    [sending(40), 10, '40% · 10 B/s'],
    [sending(0), 1, '0%'],
    [sending(0), 0, '0% · stalled'],
    [sending(40), 0, '40% · stalled'],
    [sending(95), null, '95% · almost done'],
    [sending(99), 2 * megabyte, '99% · waiting for confirmation'],
    [sending(100, { state: 'uploaded' }), null, ''],
    [sending(0, { state: 'failed', failure: { code: 'file-empty' } }), null, 'This file is empty.'],
    [
      sending(0, { state: 'failed', failure: { code: 'file-too-large', params: { name: 'clip.mp4' } } }),
      null,
      'The Rushes service says this file is too large. Compress or trim it, then attach it again.',
    ],
  ] as const)('say how far it is (%#)', (file, rate, words) => {
    expect(stateLine(t, file, rate)).toBe(words);
  });

  it('sum several up; what failed is told apart', () => {
    const files = [
      sending(100, { id: 'a', state: 'uploaded' }),
      sending(20, { id: 'b' }),
      sending(0, { id: 'c', state: 'waiting' }),
      sending(0, { id: 'd', state: 'failed' }),
    ];
    const speed = { sent: 0, at: 0, beganAt: 0, movedAt: 0, rate: 3 * megabyte };
    expect(totalWords(t, totalsOf(files, { b: speed, a: speed }))).toEqual([
      '4 files',
      '300 MB',
      '40% sent',
      '3.0 MB/s',
      'about 1 min left',
      '1 not uploaded',
    ]);
    expect(totalWords(t, totalsOf(files.slice(0, 1), {}))).toEqual(['1 file', '100 MB']);
  });
});

describe('what a screen reader hears of files', () => {
  const one = upload({ id: 'a', state: 'uploading' });
  const other = upload({ id: 'b', state: 'waiting' });
  it.each([
    ['the first ones begin', [], [one, other], 'Uploading 2 files'],
    ['one moves on', [one, other], [{ ...one, sent: 500 }, other], null],
    ['one of two is there', [one, other], [{ ...one, state: 'uploaded' }, other], null],
    ['the last one is there', [one], [{ ...one, state: 'uploaded' }], '1 file uploaded'],
    [
      'one fails',
      [one, other],
      [{ ...one, state: 'failed', failure: { code: 'file-changed' } }, other],
      /^clip\.mp4 wasn't uploaded: /,
    ],
    ['the last one is taken out', [one], [], null],
  ] as const)('%s', (_, before, now, words) => {
    const announcement = fileAnnouncement(t, before, now);
    if (words instanceof RegExp) expect(announcement).toMatch(words);
    else expect(announcement).toBe(words);
  });
});

describe('a message with notes', () => {
  const prompt = 'Make a film\n\nFiles:\n- clip.mp4: the intro';
  it('is shown without them where they stand on its files', () => {
    expect(wordsOf(turn({ prompt, attachments: ['clip.mp4'] }), [upload({ note: 'the intro' })])).toBe('Make a film');
  });
  it('is shown whole where nobody knows its files any more', () => {
    expect(wordsOf(turn({ prompt, attachments: ['clip.mp4'] }), [])).toBe(prompt);
  });
});

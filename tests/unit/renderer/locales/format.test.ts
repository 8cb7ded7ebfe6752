import { describe, expect, it } from 'vitest';
import {
  ago,
  clock,
  clockTenths,
  length,
  listed,
  loudness,
  moment,
  percent,
  sentences,
  size,
  timeOfDay,
} from '../../../../src/renderer/locales/format.ts';
import { inLocale, loadChinese } from '../../../../src/renderer/locales/text.ts';

await loadChinese();

const en = inLocale('en');
const zh = inLocale('zh');

describe('times', () => {
  it.each([
    [0, '0:00'],
    [38.9, '0:38'],
    [725, '12:05'],
    [3723, '1:02:03'],
    [-4, '0:00'],
  ])('a clock at %d s', (seconds, text) => expect(clock(seconds)).toBe(text));

  it.each([
    [0, '0:00.0'],
    [3.4, '0:03.4'],
    [9.99, '0:09.9'],
    [61.25, '1:01.2'],
  ])('tenths at %d s', (seconds, text) => expect(clockTenths(seconds)).toBe(text));

  it.each([
    [14_000, '14 s', '14 秒'],
    [59_600, '1 min 0 s', '1 分 0 秒'],
    [161_000, '2 min 41 s', '2 分 41 秒'],
    [3_599_000, '59 min 59 s', '59 分 59 秒'],
    [11_100_000, '3 h 5 min', '3 小时 5 分'],
  ])('a length of %d ms', (ms, english, chinese) => {
    expect(length(en, ms)).toBe(english);
    expect(length(zh, ms)).toBe(chinese);
  });

  it.each([
    [3000, '3s'],
    [3440, '3.4s'],
    [65_000, '1:05'],
  ])('a moment at %d ms', (ms, text) => expect(moment(en, ms)).toBe(text));
});

describe('what is written one after the other', () => {
  it.each([
    ['en', 'One. Two.', 'a, b'],
    ['zh', 'One.Two.', 'a、b'],
  ] as const)('in %s', (locale, both, list) => {
    expect(sentences(locale, ['One.', 'Two.'])).toBe(both);
    expect(listed(locale, ['a', 'b'])).toBe(list);
  });
});

describe('ago', () => {
  const now = new Date(2026, 5, 15, 12).getTime();
  const hour = 3_600_000;
  it.each([
    [20_000, 'Just now', '刚刚'],
    [5 * 60_000, '5 minutes ago', '5 分钟前'],
    [3 * hour, '3 hours ago', '3 小时前'],
    [26 * hour, 'Yesterday', '昨天'],
    [80 * hour, '3 days ago', '3 天前'],
    [30 * 24 * hour, 'May 16', '5月16日'],
  ])('%d ms', (past, english, chinese) => {
    expect(ago(en, 'en', now - past, now)).toBe(english);
    expect(ago(zh, 'zh', now - past, now)).toBe(chinese);
  });
});

describe('a time of day', () => {
  it('says the day where it is not today', () => {
    const noon = new Date(2026, 2, 5, 12, 4).getTime();
    expect(timeOfDay('en', noon, noon + 60_000)).toMatch(/^12:04\sPM$/u);
    expect(timeOfDay('en', noon, noon + 24 * 3_600_000)).toMatch(/^Mar 5, 12:04\sPM$/u);
    expect(timeOfDay('zh', noon, noon + 24 * 3_600_000)).toContain('3月5日');
  });
});

describe('sizes and shares', () => {
  it.each([
    [0, '0 B'],
    [512, '512 B'],
    [812 * 1024, '812 KB'],
    [2.4 * 1024 ** 2, '2.4 MB'],
    [148 * 1024 ** 2, '148 MB'],
    [1023.9 * 1024 ** 2, '1.0 GB'],
    [1.2 * 1024 ** 3, '1.2 GB'],
  ])('%d bytes', (bytes, text) => expect(size(bytes)).toBe(text));

  it.each([
    [0, 100, 0],
    [999, 1000, 99],
    [1000, 1000, 100],
    [2000, 1000, 100],
    [5, 0, 0],
    [5, null, 0],
  ])('%d of %s', (part, whole, share) => expect(percent(part, whole)).toBe(share));

  it('says how loud', () => expect(loudness(0.354)).toBe('35%'));
});

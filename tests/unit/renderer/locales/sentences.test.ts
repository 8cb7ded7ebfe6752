import { describe, expect, it } from 'vitest';
import { changeLine, failureText, noticeText } from '../../../../src/renderer/locales/sentences.ts';
import { inLocale, loadChinese } from '../../../../src/renderer/locales/text.ts';
import { failureCodes } from '../../../../src/shared/domain/failure.ts';
import type { DraftChange } from '../../../../src/shared/domain/timeline.ts';

await loadChinese();

const en = inLocale('en');
const zh = inLocale('zh');

const cases: readonly (readonly [DraftChange, string, string | null, string])[] = [
  [
    { kind: 'added', track: 'text', name: 'Urban Dreams', startMs: 0, endMs: 3000, volume: null },
    'Title added: “Urban Dreams” (0–3s)',
    null,
    '已添加标题：“Urban Dreams”（0–3 秒）',
  ],
  [
    { kind: 'added', track: 'video', name: 'city', startMs: 1500, endMs: 10_000, volume: null },
    'Clip added: city (1.5–10s)',
    null,
    '已添加片段：city（1.5–10 秒）',
  ],
  [
    { kind: 'added', track: 'audio', name: 'Lo-fi', startMs: 0, endMs: 10_000, volume: 0.35 },
    'Music added: Lo-fi, 35%',
    null,
    '已添加音乐：Lo-fi，音量 35%',
  ],
  [
    { kind: 'added', track: 'audio', name: 'Lo-fi', startMs: 0, endMs: 75_000, volume: null },
    'Music added: Lo-fi (0:00–1:15)',
    null,
    '已添加音乐：Lo-fi（0:00–1:15）',
  ],
  [{ kind: 'removed', track: 'video', name: 'city' }, 'Clip removed: city', null, '已移除片段：city'],
  [
    { kind: 'trimmed', track: 'video', name: 'city', fromMs: 10_000, toMs: 8000 },
    'Clip trimmed 10s → 8s',
    'city',
    '片段时长 10 秒 → 8 秒',
  ],
  [
    { kind: 'trimmed', track: 'audio', name: 'Lo-fi', fromMs: 10_000, toMs: 20_000 },
    'Music lengthened 10s → 20s',
    'Lo-fi',
    '音乐时长 10 秒 → 20 秒',
  ],
  [
    { kind: 'added', track: 'other', name: 'fade in', startMs: 0, endMs: 1000, volume: null },
    'Effect added: Fade in (0–1s)',
    null,
    '已添加特效：淡入（0–1 秒）',
  ],
  [
    { kind: 'moved', track: 'text', name: 'Hi', fromMs: 0, toMs: 2000 },
    'Title moved 0s → 2s',
    '“Hi”',
    '标题起点 0 秒 → 2 秒',
  ],
  [
    { kind: 'volume', track: 'audio', name: 'Lo-fi', from: 0.35, to: 0.2 },
    'Music 35% → 20%',
    'Lo-fi',
    '音乐音量 35% → 20%',
  ],
  [
    { kind: 'volume', track: 'audio', name: 'Lo-fi', from: null, to: 0.2 },
    'Music volume now 20%',
    'Lo-fi',
    '音乐音量改为 20%',
  ],
  [
    { kind: 'volume', track: 'audio', name: 'Lo-fi', from: 0.2, to: null },
    'Music volume changed',
    'Lo-fi',
    '音乐音量已改变',
  ],
  [
    { kind: 'renamed', track: 'text', from: 'One', to: 'Two' },
    'Title changed: “One” → “Two”',
    null,
    '标题改为：“One” → “Two”',
  ],
  [{ kind: 'removed', track: 'other', name: 'star' }, 'Effect removed: star', null, '已移除特效：star'],
];

describe('changes as sentences', () => {
  it.each(cases)('%o', (change, english, detail, chinese) => {
    expect(changeLine(en, change)).toEqual({ track: change.track, text: english, detail });
    expect(changeLine(zh, change).text).toBe(chinese);
  });
});

describe('failureText', () => {
  it('tells a refusal in the words of the server, where it gave any', () => {
    const words = { code: 'refused', params: { reason: 'No tracks' } } as const;
    expect(failureText(en, words)).toBe('The Rushes service refused this: “No tracks”');
    expect(failureText(zh, words)).toBe('Rushes 服务拒绝了这个请求：“No tracks”');
    expect(failureText(en, { code: 'refused' })).toBe('The Rushes service refused this.');
  });
});

it('keeps a name that is written from the right to itself', () => {
  const removed = (name: string): DraftChange => ({ kind: 'removed', track: 'video', name });
  expect(changeLine(en, removed('بحر.mp4')).text).toBe('Clip removed: \u2068بحر.mp4\u2069');
  expect(changeLine(en, removed('a\u202egpj.exe')).text).toBe('Clip removed: \u2068agpj.exe\u2069');
  expect(changeLine(en, removed('海 sea')).text).toBe('Clip removed: 海 sea');
});

describe.each(['en', 'zh'] as const)('sentences in %s', (locale) => {
  const t = inLocale(locale);

  it.each(failureCodes)('has a whole sentence for %s', (code) => {
    const text = failureText(t, { code });
    expect(text).toMatch(/[.。]$/);
    expect(text).not.toContain('{{');
  });

  it('lists the thirteen formats for a file that is not supported', () => {
    const text = failureText(t, { code: 'unsupported-file' });
    for (const format of 'mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac'.split(' '))
      expect(text).toContain(format);
  });

  it('counts the attempts of a recovery', () => {
    const text = noticeText(t, { code: 'recovering', attempt: 2, of: 5 });
    expect(text).toMatch(/2.*5/);
  });
});

describe('when free credits come back', () => {
  const tomorrow = new Date();
  tomorrow.setFullYear(tomorrow.getFullYear() + 1, 2, 5);
  const today = new Date();
  today.setHours(14, 5);
  it.each([
    ['en', tomorrow, /come back on Mar 5\./],
    ['zh', tomorrow, /，3月5日重新发放/],
    ['en', today, /come back at 2:05\sPM\./u],
    ['zh', today, /，14:05 重新发放/],
  ] as const)('is told in the order of %s', (locale, until, words) =>
    expect(failureText(inLocale(locale), { code: 'token-spent', params: { until: until.getTime() } })).toMatch(words),
  );
});

describe('fixed words', () => {
  const t = inLocale('en');

  it('tells how to unlock the export', () => {
    expect(failureText(t, { code: 'export-blocked' })).toBe('Register or upgrade your plan to unlock export.');
  });

  it('tells where a silent edit was read', () => {
    expect(noticeText(t, { code: 'silent-edit' })).toBe('No reply, but the edit was made');
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outputAsked, routeOf } from '../../../../../src/main/turns/intents/intents.ts';

/** What people type, by where it has to go: headings and lines of a text. */
const cases = readFileSync(new URL('intents.txt', import.meta.url), 'utf8')
  .split('## ')
  .flatMap((section) => {
    const [route = '', ...phrases] = section.split('\n').filter((line) => line !== '');
    return phrases.map((phrase): [string, string] => [phrase, route]);
  });
const local = cases.filter(([, route]) => route !== 'agent');

describe('routeOf', () => {
  it.each(cases)('sends %j to %s', (phrase, route) => {
    expect(routeOf(phrase)).toBe(route);
  });

  it('has enough test data, each phrase once', () => {
    expect(new Set(cases.map(([phrase]) => phrase)).size).toBe(cases.length);
    expect(local.length).toBeGreaterThanOrEqual(250);
    expect(cases.length - local.length).toBeGreaterThanOrEqual(300);
  });

  it('lets courtesy, case, punctuation and emoji make no difference', () => {
    const opening = fc.constantFrom('', 'Please ', 'hey, ', 'could you please ', '请', '请帮我', '✨ ', '"');
    const closing = fc.constantFrom('', ' please', ', thanks!', '吧', '，谢谢', '。', ' 🎬🎬', '!!!', ' now, please.');
    fc.assert(
      fc.property(opening, fc.constantFrom(...local), closing, (start, [phrase, route], end) => {
        expect(routeOf(`${start}${phrase.toUpperCase()}${end}`)).toBe(route);
      }),
    );
  });

  it('leaves a message that says anything more to the agent', () => {
    const more = ['blue', 'title', 'but slower', 'without music', '蓝色', '标题', '加字幕', '10'];
    const said = local.flatMap(([phrase]) => more.flatMap((word) => [`${phrase} ${word}`, `${word} ${phrase}`]));
    expect(said.filter((text) => routeOf(text) !== 'agent')).toEqual([]);
    // Thousands of texts: a busy machine needs longer than the usual limit.
  }, 30_000);

  it('leaves a text of nothing but endless courtesy to the agent', () => {
    expect(routeOf(`${'please '.repeat(2000)}export`)).toBe('agent');
    expect(routeOf('please '.repeat(20))).toBe('agent');
  });

  it('leaves what says nothing to the agent', () => {
    expect(['', '   ', '\n'].map(routeOf)).toEqual(['agent', 'agent', 'agent']);
    expect(routeOf('  export.  ')).toBe('export');
  });

  it('answers for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(['agent', 'export', 'credits', 'state', 'upload', 'interchange']).toContain(routeOf(text));
      }),
    );
  });
});

describe('outputAsked', () => {
  it.each([
    ['export 1080p MP4', true, false],
    ['export as a GIF', true, false],
    ['export at 60 fps', true, false],
    ['export in low quality', true, false],
    ['export at 1920×1080', true, false],
    ['导出4K视频', true, false],
    ['匯出高清影片', true, false],
    ['导出为mov', true, false],
    ['export it to my desktop', false, true],
    ['保存到电脑桌面', false, true],
    ['把 1080p 的视频下载到桌面', true, true],
    ['looks good, export', false, false],
    ['export as MP4 in high quality', false, false],
    ['以最高画质导出mp4', false, false],
    ['导出', false, false],
  ])('of %j', (text, form, place) => {
    expect(routeOf(text)).toBe('export');
    expect(outputAsked(text)).toEqual({ form, place });
  });
});

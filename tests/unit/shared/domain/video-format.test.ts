import { describe, expect, it } from 'vitest';
import { costKinds } from '../../../../src/shared/domain/message-cost.ts';
import {
  formatSuffix,
  lengths,
  moods,
  noFormat,
  ratios,
  type VideoFormat,
} from '../../../../src/shared/domain/video-format.ts';
import { readScene } from '../../../../src/shared/scene/read-scene.ts';

const vertical: VideoFormat = { ratio: '9:16', seconds: 10, mood: null };

describe('the words of a chosen format', () => {
  it.each([
    ['A boat at sunset', ', vertical 9:16, 10 seconds'],
    ['A boat at sunset.  ', ' Vertical 9:16, 10 seconds.'],
    ['Say “Take me there!”', ' Vertical 9:16, 10 seconds.'],
    ['A boat at sunset,', ' vertical 9:16, 10 seconds'],
    ['一艘船', '，竖屏 9:16，10 秒'],
    ['一艘船。', '竖屏 9:16，10 秒。'],
    ['一艘 Boat', '，竖屏 9:16，10 秒'],
    ['42', ', vertical 9:16, 10 seconds'],
    ['', 'Vertical 9:16, 10 seconds'],
  ])('behind %j', (text, suffix) => expect(formatSuffix(text, vertical, 'en')).toBe(suffix));

  it('are in the language of the window where the text has none', () => {
    expect(formatSuffix('42', vertical, 'zh')).toBe('，竖屏 9:16，10 秒');
    expect(formatSuffix('A boat', vertical, 'zh')).toBe(', vertical 9:16, 10 seconds');
  });

  it('are none where nothing was chosen', () => expect(formatSuffix('A boat', noFormat, 'en')).toBe(''));

  it.each([
    ['Make it rain', 'en', ', generate it again in vertical 9:16, 10 seconds'],
    ['下雨', 'zh', '，重新生成：竖屏 9:16，10 秒'],
  ] as const)('ask for a new clip where there is one: %s', (text, locale, suffix) => {
    const added = formatSuffix(text, vertical, locale, true);
    expect(added).toBe(suffix);
    expect(costKinds(`${text}${added}`, true)).toEqual(['generate']);
  });

  it('ask for no new clip where the ratio stays', () => {
    expect(formatSuffix('Make it rain', { ...noFormat, seconds: 5 }, 'en', true)).toBe(', 5 seconds');
  });

  it.each(['A boat at sunset', '一艘船'])('are what the rehearsal understands: %s', (text) => {
    for (const ratio of ratios)
      for (const seconds of lengths)
        expect(readScene(`${text}${formatSuffix(text, { ratio, seconds, mood: null }, 'en')}`)).toMatchObject({
          ratio,
          seconds,
        });
    const heard = moods.map((mood) => readScene(`${text}${formatSuffix(text, { ...noFormat, mood }, 'en')}`).mood);
    expect(heard).toEqual(['epic', 'calm', 'upbeat', 'dreamy', 'lofi']);
  });
});

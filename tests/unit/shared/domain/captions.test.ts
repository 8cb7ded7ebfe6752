import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Caption, captionMessages, captionsOf } from '../../../../src/shared/domain/captions.ts';

const two: readonly Caption[] = [
  { startMs: 1000, endMs: 2500, text: 'Hello there' },
  { startMs: 3_603_000, endMs: 3_604_050, text: '你好' },
];

describe('captionMessages', () => {
  it('says words and times exactly, in both languages', () => {
    expect(captionMessages(two, 'en')).toEqual([
      [
        'Add these captions to the video, with exactly these words at exactly these times:',
        '1. 00:00:01.000 --> 00:00:02.500 Hello there',
        '2. 01:00:03.000 --> 01:00:04.050 你好',
      ].join('\n'),
    ]);
    expect(captionMessages(two, 'zh')[0]).toMatch(/^给视频添加以下字幕，文字和时间都必须完全一致：\n1\. 00/);
  });

  it('splits a long file into messages that say which part they are', () => {
    const many = Array.from({ length: 320 }, (_, index) => ({
      startMs: index * 1000,
      endMs: index * 1000 + 900,
      text: `Line ${index}`,
    }));
    const messages = captionMessages(many, 'en');
    expect(messages).toHaveLength(3);
    expect(messages[1]).toMatch(/\(part 2 of 3; keep the captions that are there\):\n151\. /);
    expect(messages.flatMap((message) => captionsOf(message) ?? [])).toEqual(many);
  });

  it('comes back as it went out, whatever the words', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((text) => text.replace(/\s+/gu, ' ').trim());
    const caption = fc.record({
      startMs: fc.integer({ min: 0, max: 1e7 }),
      length: fc.integer({ min: 1, max: 1e5 }),
      text: word.filter((text) => text !== ''),
    });
    fc.assert(
      fc.property(
        fc.array(caption, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('en' as const, 'zh' as const),
        (list, locale) => {
          const captions = list.map(({ startMs, length, text }) => ({ startMs, endMs: startMs + length, text }));
          expect(captionMessages(captions, locale).flatMap((message) => captionsOf(message) ?? [])).toEqual(captions);
        },
      ),
    );
  });

  it.each(['Add a caption “Hello” from 1 to 2 seconds', '1. trim clip 1', '把字幕去掉'])(
    'is not taken for one: %s',
    (message) => expect(captionsOf(message)).toBeNull(),
  );
});

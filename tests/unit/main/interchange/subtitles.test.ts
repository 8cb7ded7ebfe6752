import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parseText } from 'media-captions';
import { describe, expect, it } from 'vitest';
import webvtt from 'webvtt-parser';
import {
  type Cue,
  cuesOf,
  escaped,
  withoutCommands,
  writeSrt,
  writeVtt,
} from '../../../../src/main/interchange/subtitles.ts';
import { aReading, aSegment, readings } from './samples.ts';

const title = (startMs: number, durationMs: number, text: string) => aSegment(startMs, durationMs, { text });
const cues = (...titles: readonly ReturnType<typeof title>[]): readonly Cue[] => cuesOf(aReading(['text', ...titles]));

type Read = { readonly start: number; readonly end: number; readonly text: string };

const ms = (seconds: number): number => Math.round(seconds * 1_000);

async function readSrt(text: string): Promise<readonly Read[]> {
  const { cues: found, errors } = await parseText(text, { type: 'srt', strict: true, errors: true });
  expect(errors).toEqual([]);
  return found.map(({ startTime, endTime, text: words }) => ({ start: ms(startTime), end: ms(endTime), text: words }));
}

/** The W3C's own parser, which is a validator: its complaints, and what it read. */
function readVtt(text: string): readonly Read[] {
  const { cues: found, errors } = new webvtt.WebVTTParser().parse(text, 'subtitles');
  expect(errors).toEqual([]);
  return found.map(({ startTime, endTime, text: words }) => ({ start: ms(startTime), end: ms(endTime), text: words }));
}

const asRead = (cue: Cue, words: (text: string) => string): Read => ({
  start: cue.startMs,
  end: cue.endMs,
  text: words(cue.lines.join('\n')),
});

/** What ffmpeg reads of subtitles, as SubRip: without escapes, and commands done or gone. */
function throughFfmpeg(written: string): string {
  const options = ['-v', 'error', '-i', 'pipe:', '-f', 'srt', '-'];
  return execFileSync('ffmpeg', options, { input: written, encoding: 'utf8' });
}

describe('subtitles', () => {
  it('are the titles in order, without empty ones and empty lines', () => {
    const reading = aReading(
      [
        'text',
        title(5_000, 1_000, 'later'),
        title(0, 2_000, 'first\r\n \r\nsecond line'),
        title(1_000, 0, 'no length'),
      ],
      ['audio', aSegment(0, 9_000, { text: 'no title' })],
      ['text', title(1_000, 2_000, 'over it'), title(2_000, 1_000, '\u0000'), aSegment(3_000, 500, { name: '名' })],
    );
    expect(cuesOf(reading)).toEqual([
      { startMs: 0, endMs: 2_000, lines: ['first', 'second line'] },
      { startMs: 1_000, endMs: 3_000, lines: ['over it'] },
      { startMs: 3_000, endMs: 3_500, lines: ['名'] },
      { startMs: 5_000, endMs: 6_000, lines: ['later'] },
    ]);
    expect(cuesOf(aReading(['video', aSegment(0, 1_000)]))).toEqual([]);
  });

  it('are written as both formats know them', () => {
    const some = cues(title(0, 61_002, 'a --> b\n城市 🌃'), title(3_600_000 * 100, 10, '<i>&'));
    expect(writeSrt(some)).toBe(
      '1\n00:00:00,000 --> 00:01:01,002\na → b\n城市 🌃\n\n2\n100:00:00,000 --> 100:00:00,010\n‹i›&\n',
    );
    expect(writeVtt(some)).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:01:01.002\na --&gt; b\n城市 🌃\n\n100:00:00.000 --> 100:00:00.010\n&lt;i&gt;&amp;\n',
    );
    expect([writeSrt([]), writeVtt([])]).toEqual(['', 'WEBVTT\n']);
  });

  it('come back whole from public parsers, whatever the titles say', async () => {
    await fc.assert(
      fc.asyncProperty(readings, async (reading) => {
        const written = cuesOf(reading);
        expect(readVtt(writeVtt(written))).toEqual(written.map((cue) => asRead(cue, escaped)));
        expect(await readSrt(writeSrt(written))).toEqual(written.map((cue) => asRead(cue, withoutCommands)));
      }),
    );
  });

  it('say to ffmpeg what the titles say, whatever looks like a command in them', async () => {
    const words: readonly (readonly [string, string])[] = [
      ['I <3 you & 1 < 2', 'I <3 you & 1 < 2'],
      ['{\\an8}Top {note} 50%', '｛\\an8｝Top ｛note｝ 50%'],
      ['3\n2\n1', '3\n2\n1'],
      ['<b>bold</b> Tom & <Jerry>', '‹b›bold‹/b› Tom & ‹Jerry›'],
      ['a <font color=red> </i b > c', 'a ‹font color=red› ‹/i b › c'],
      ['a --> b\r\n\r\n\r\nline after blanks', 'a → b\nline after blanks'],
      ['C:\\New \\home \\x', 'C:\\\u2060New \\\u2060home \\x'],
      ['a line <broken\nin> two', 'a line ‹broken\nin› two'],
    ];
    const some = cues(...words.map(([said], at) => title(at * 1_000 + 0.37, 900.3667, said)));
    const shown = words.map(([, text], at) => ({ start: at * 1_000, end: at * 1_000 + 901, text }));
    expect(await readSrt(writeSrt(some))).toEqual(shown);
    expect(await readSrt(throughFfmpeg(writeSrt(some)))).toEqual(shown);
    const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}<>&%:]+/gu, ' ').trim();
    const inVtt = (await readSrt(throughFfmpeg(writeVtt(some)))).map(({ text }) => lettersOf(text));
    expect(inVtt).toEqual(words.map(([said]) => lettersOf(said)));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, readCaptions } from '../../../../../src/main/uploads/import/read-captions.ts';

const srt = `1
00:00:01,000 --> 00:00:02,500
Hello <i>there</i>

2
00:00:03,000 --> 00:00:04,000
{\\an8}Two
lines & more
`;

const vtt = `WEBVTT - a title

NOTE this is
no caption

STYLE
::cue { color: red }

intro
00:01.000 --> 00:02.500 align:start
Salt &amp; <c.loud>pepper</c>

1:00:03.000 --> 1:00:04.000
你好
`;

describe('readCaptions', () => {
  it('reads SubRip, without its markup', () => {
    expect(readCaptions(srt)).toEqual({
      captions: [
        { startMs: 1000, endMs: 2500, text: 'Hello there' },
        { startMs: 3000, endMs: 4000, text: 'Two lines & more' },
      ],
      unreadable: [],
    });
  });

  it('names a caption that ends where it begins as unreadable', () => {
    const text = '1\n00:00:01,000 --> 00:00:01,000\nNever seen\n\n2\n00:00:02,000 --> 00:00:03,000\nSeen\n';
    expect(readCaptions(text)).toEqual({ captions: [{ startMs: 2000, endMs: 3000, text: 'Seen' }], unreadable: [2] });
  });

  it('reads WebVTT, without notes and styles', () => {
    expect(readCaptions(vtt).captions).toEqual([
      { startMs: 1000, endMs: 2500, text: 'Salt & pepper' },
      { startMs: 3_603_000, endMs: 3_604_000, text: '你好' },
    ]);
  });

  it.each([
    ['an end before its start', '1\n00:00:05,000 --> 00:00:04,000\nBack'],
    ['a minute of 75 seconds', '1\n00:00:75,000 --> 00:02:00,000\nLong'],
    ['no time at all', '1\nsoon --> later\nWhen'],
  ])('tells the line of %s, and reads the rest', (_, block) => {
    const read = readCaptions(`${block}\n\n2\n00:00:06,000 --> 00:00:07,000\nGood`);
    expect(read.unreadable).toEqual([2]);
    expect(read.captions.map(({ text }) => text)).toEqual(['Good']);
  });

  it.each([
    ['line ends of Windows', srt.replaceAll('\n', '\r\n')],
    ['line ends of old Macs', srt.replaceAll('\n', '\r')],
    ['a mark at its beginning', `\uFEFF${srt}`],
    ['no empty lines between', srt.replaceAll('\n\n', '\n')],
    ['no empty line at its end', srt.trimEnd()],
  ])('reads a file with %s', (_, text) => expect(readCaptions(text)).toEqual(readCaptions(srt)));

  it('puts captions in order, and leaves out those without words', () => {
    const text =
      '00:00:03,000 --> 00:00:04,000\nB\n\n00:00:01,000 --> 00:00:02,000\nA\n\n00:00:05,000 --> 00:00:06,000\n\n';
    expect(readCaptions(text).captions.map((caption) => caption.text)).toEqual(['A', 'B']);
  });

  it('reads whatever was written with whole times and plain words', () => {
    const word = fc
      .string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '你', '好', 'é'), minLength: 1, maxLength: 20 })
      .filter((text) => text.trim() !== '');
    const times = fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 5000 }), word), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(times, fc.constantFrom(',', '.'), fc.constantFrom('\n', '\r\n'), (lines, point, end) => {
        let at = 0;
        const captions = lines.map(([gap, length, text]) => {
          const startMs = (at += gap);
          const endMs = (at += length);
          return { startMs, endMs, text: text.replace(/\s+/g, ' ').trim() };
        });
        const time = (ms: number) => new Date(ms).toISOString().slice(11, 23).replace('.', point);
        const file = captions
          .map(({ startMs, endMs, text }, index) =>
            [`${index + 1}`, `${time(startMs)} --> ${time(endMs)}`, text, ''].join(end),
          )
          .join(end);
        expect(readCaptions(file)).toEqual({ captions, unreadable: [] });
      }),
    );
  });

  it('makes something of any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { captions } = readCaptions(text);
        expect(captions.every(({ startMs, endMs, text: words }) => startMs < endMs && words !== '')).toBe(true);
      }),
    );
  });
});

describe('decodeText', () => {
  const text = '1\n00:00:01,000 --> 00:00:02,000\n你好，世界\n';
  const utf16 = (big: boolean) => {
    const bytes = Buffer.from(text, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(false)])],
    ['big-endian UTF-16', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(true)])],
    ['UTF-16 without a mark', utf16(false)],
    ['big-endian UTF-16 without a mark', utf16(true)],
    [
      'GB18030',
      Buffer.concat([
        Buffer.from(text.slice(0, 32)),
        Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xca, 0xc0, 0xbd, 0xe7]),
        Buffer.from('\n'),
      ]),
    ],
  ])('reads %s', (_, bytes) => expect(readCaptions(decodeText(bytes)).captions[0]?.text).toBe('你好，世界'));
});

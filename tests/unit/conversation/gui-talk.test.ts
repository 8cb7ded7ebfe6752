import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator, translate } from '../../../src/main/conversation/gui-talk.ts';
import { rows as grammar } from '../../../src/main/conversation/gui-talk-grammar.ts';
import { isPlain } from '../../../src/main/conversation/gui-talk-plain.ts';
import { nearMisses, sentences } from './gui-talk-sentences.ts';

/** What a reader sees after each delta, and at the end. */
function stream(deltas: readonly string[]) {
  const translator = createTranslator();
  const shown = deltas.map((delta) => translator.push(delta));
  const { rest, verbs } = translator.end();
  return { shown, text: shown.join('') + rest, verbs };
}

function cutAt(text: string, places: readonly number[]): readonly string[] {
  const bounds = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return bounds.slice(1).map((bound, index) => text.slice(bounds[index], bound));
}

const pieces = [
  ...sentences.map(([input]) => input),
  '**',
  '\n',
  '\n\n',
  '"',
  '“',
  "'",
  '`',
  '```\n',
  '(',
  ')',
  ' - ',
  '- ',
  '1. ',
  ':',
  ', ',
  'and ',
  '🎬',
  '👩‍🚀',
  '\r\n',
  '[',
  '> ',
  'click',
  ' Export',
  'You can',
  '点击',
  '导出',
  'x'.repeat(70),
  '。',
  'If ',
  '5"',
  '  ',
];
const start = fc
  .tuple(fc.constantFrom(...sentences), fc.nat({ max: 60 }))
  .map(([[input], length]) => input.slice(0, length));
const anyText = fc.array(fc.oneof(fc.constantFrom(...pieces), start, fc.string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 14,
});

describe('translate', () => {
  it.each(sentences)('of %j', (input, text, verbs) => {
    expect(translate(input)).toEqual({ text, verbs });
  });

  it('has enough test data, each once', () => {
    expect(new Set(sentences.map(([input]) => input)).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(100);
    expect(nearMisses.length).toBeGreaterThanOrEqual(30);
  });

  it('finds nothing in what it has translated', () => {
    for (const [, text] of sentences) expect(translate(text)).toEqual({ text, verbs: [] });
  });

  it('keeps what stands around an instruction', () => {
    const around = fc.constantFrom(...nearMisses.filter((text) => /^[\p{L}].*[.。]$/u.test(text)));
    const instruction = fc.constantFrom(...sentences.filter(([, text, verbs]) => text === '' && verbs.length === 1));
    fc.assert(
      fc.property(around, instruction, around, (before, [input, , verbs], after) => {
        expect(translate(`${before} ${input} ${after}`)).toEqual({ text: `${before} ${after}`, verbs });
        expect(translate(`${before}\n\n- ${input}\n\n${after}`)).toEqual({ text: `${before}\n\n${after}`, verbs });
      }),
    );
  });

  it('never touches what is quoted', () => {
    const quotes = fc.constantFrom(
      ['"', '"'],
      ["'", "'"],
      ['“', '”'],
      ['‘', '’'],
      ['「', '」'],
      ['『', '』'],
      ['《', '》'],
      ['`', '`'],
    );
    const quotable = fc.constantFrom(
      ...sentences.map(([input]) => input).filter((text) => !/["'’“”‘「」《》`\n]/.test(text)),
    );
    fc.assert(
      fc.property(quotes, quotable, ([open, close], input) => {
        const text = `The title says ${open}${input}${close} now.`;
        expect(translate(text)).toEqual({ text, verbs: [] });
      }),
    );
  });
});

describe('createTranslator', () => {
  it('shows the same however the text is cut', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(), { maxLength: 20 }), (parts, places) => {
        const text = parts.join('');
        const { text: streamed, verbs } = stream(cutAt(text, places));
        expect({ text: streamed, verbs }).toEqual(translate(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('reads each line with an instruction, and not the most of all others', () => {
    const lines = sentences.filter(([, , verbs]) => verbs.length > 0).map(([input]) => input);
    expect(lines.filter((line) => !line.includes('\n')).filter(isPlain)).toEqual([]);
    expect(isPlain("It's a calm scene – the sea lies wide, **very** wide, and café light falls on it.")).toBe(true);
  });

  it('shows lines that need no reading the same as by reading them', () => {
    const said = [...grammar.flatMap(({ patterns }) => patterns.flat()), ...sentences.map(([input]) => input)];
    const words = [...new Set(said.join(' ').match(/[a-z]+(?:['’-][a-z]+)*/gi))];
    const signs = [
      ', ',
      '. ',
      ': ',
      '! ',
      '? ',
      '; ',
      ' - ',
      ' – ',
      '**',
      '_',
      '*',
      '~~',
      '(',
      ')',
      "'",
      '\u00a0',
      'é',
      'ſ',
      '3',
    ];
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words).map((word) => `${word} `) },
      { weight: 1, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.constantFrom(...signs) },
      { weight: 1, arbitrary: start },
    );
    const line = fc.array(piece, { minLength: 1, maxLength: 9 }).map((found) => found.join('').trim());
    fc.assert(
      fc.property(line, (text) => {
        fc.pre(isPlain(text));
        expect(stream(`${text}\n`.split(''))).toMatchObject({ text: `${text}\n`, verbs: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('shows the same sign by sign', () => {
    for (const [input, text, verbs] of sentences) expect(stream(input.split(''))).toMatchObject({ text, verbs });
  });

  it('shows ordinary prose word by word', () => {
    const words =
      'The hero walks along the river, slowly, and a boat passes by. Soft light falls on it. '.match(/\S+ /g) ?? [];
    const { shown } = stream(words);
    const lag = shown.map(
      (_, index) => words.slice(0, index + 1).join('').length - shown.slice(0, index + 1).join('').length,
    );
    expect(Math.max(...lag)).toBeLessThanOrEqual(10);
  });

  it('holds back an instruction until it is complete', () => {
    const { shown, text } = stream([
      'I added music, ',
      'you can ',
      'click ',
      'Export ',
      'to ',
      'save it',
      '. ',
      'Enjoy! ',
      'Bye.',
    ]);
    expect(shown.slice(0, 6).join('')).toBe('I added music');
    expect(text).toBe('I added music. Enjoy! Bye.');
  });

  it('lets a sentence without an end through', () => {
    const text = `Click Export ${'and more '.repeat(200)}`;
    const translator = createTranslator();
    expect(translator.push(text).length).toBeGreaterThan(1000);
    expect(translate(text)).toEqual({ text, verbs: [] });
  });

  it('reads each sign about once, whatever the text', () => {
    const hard = [
      'if ',
      '“',
      'you can ',
      '(',
      '点击',
      '在时间线',
      '**',
      '1. ',
      'drag the ',
      "'",
      '\n',
      'a',
      ' ',
      ',',
      'and ',
    ];
    for (const piece of hard) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      expect(stream(text.match(/[^]{1,50}/g) ?? [])).toMatchObject(translate(text));
    }
  });
});

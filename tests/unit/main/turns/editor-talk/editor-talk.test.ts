import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTranslator, translate } from '../../../../../src/main/turns/editor-talk/editor-talk.ts';
import { keepersEn, keepersZh } from './keepers.ts';
import { nearMisses, sentences } from './sentences.ts';

const keepers = [...keepersEn, ...keepersZh];

/** What a reader sees after each delta, and at the end. */
function stream(deltas: readonly string[]) {
  const translator = createTranslator();
  const shown = deltas.map((delta) => translator.push(delta));
  const { rest, suggestedActions } = translator.end();
  return { shown, text: shown.join('') + rest, suggestedActions };
}

function cutAt(text: string, places: readonly number[]): readonly string[] {
  const bounds = [0, ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b), text.length];
  return bounds.slice(1).map((bound, index) => text.slice(bounds[index], bound));
}

const signs =
  '**|\n|\n\n|"|“|”|\'|`|```\n|(|)| - |- |1. |2) |:|, |and |🎬|👩‍🚀|\r\n|[|> |# |。|！|... |x.y |You can:\n|下一步：\n|  |\t|If ';
const pieces = [
  ...sentences.map(([input]) => input),
  ...keepers,
  ...signs.split('|'),
  'x'.repeat(301),
  ' '.repeat(301),
];
const start = fc
  .tuple(fc.constantFrom(...pieces), fc.nat({ max: 60 }))
  .map(([piece, length]) => piece.slice(0, length));
const anyText = fc.array(fc.oneof(fc.constantFrom(...pieces), start, fc.string({ maxLength: 8 })), { maxLength: 14 });

describe('translate', () => {
  it.each(sentences)('of %j', (input, text, suggestedActions) => {
    expect(translate(input)).toEqual({ text, suggestedActions });
  });

  it.each(keepers)('keeps %j', (text) => {
    expect(translate(text)).toEqual({ text, suggestedActions: [] });
  });

  it('has enough test data, each once', () => {
    const inputs = [...sentences.map(([input]) => input), ...keepers];
    expect(new Set(inputs).size).toBe(inputs.length);
    expect(sentences.length).toBeGreaterThanOrEqual(150);
    expect(Math.min(keepersEn.length, keepersZh.length, nearMisses.length)).toBeGreaterThanOrEqual(60);
  });

  it('finds nothing to take out in what it has translated', () => {
    for (const [, text] of sentences) expect(translate(text).text).toBe(text);
  });

  it('keeps what stands around an instruction', () => {
    const around = fc.constantFrom(...nearMisses.filter((text) => /^[\p{L}][^“”「」"':：`]*[.。]$/u.test(text)));
    const instruction = fc.constantFrom(
      ...sentences.filter(
        ([input, text, suggestedActions]) => text === '' && suggestedActions.length === 1 && /[.!。！]$/.test(input),
      ),
    );
    fc.assert(
      fc.property(around, instruction, around, (before, [input, , suggestedActions], after) => {
        expect(translate(`${before} ${input} ${after}`)).toEqual({ text: `${before} ${after}`, suggestedActions });
        expect(translate(`${before}\n\n${input}\n\n${after}`)).toEqual({
          text: `${before}\n\n${after}`,
          suggestedActions,
        });
      }),
    );
  });

  it('takes items only out of lists that are announced as said to the user, and no numbered one', () => {
    const suggestedActions = [{ kind: 'export' }];
    for (const list of ['Plan:\n- Click Export.', 'My steps so far:\n- Click Export.'])
      expect(translate(list)).toEqual({ text: list, suggestedActions: [] });
    for (const list of ['- Click Export.', 'You can:\n1. Click Export.', '2. Click Export.\n3. Enjoy!'])
      expect(translate(list)).toEqual({ text: list, suggestedActions });
    expect(translate('You can:\n- Click Export.\n- Tell me more.')).toEqual({
      text: 'You can:\n- Tell me more.',
      suggestedActions,
    });
  });

  it('never touches what is quoted, named by a label, or in a block of its own', () => {
    const frames = fc.constantFrom(
      (text: string) => `The title says "${text}" now.`,
      (text: string) => `The title says “${text}” now.`,
      (text: string) => `标题是「${text}」。`,
      (text: string) => `Voice-over: ${text}`,
      (text: string) => `**文案：** ${text}`,
      (text: string) => `> ${text}`,
      (text: string) => `\`\`\`\n${text}\n\`\`\``,
      (text: string) => `Script:\n\n${text}\n${text}`,
      (text: string) => `1. ${text}\n2. ${text}`,
      (text: string) => `Read https://example.com/a ${text}`.replace(/[.!。！](?=.)/gu, ','),
    );
    const inputs = sentences.map(([input]) => input).filter((text) => !/["“”「」`\n#]/.test(text));
    fc.assert(
      fc.property(frames, fc.constantFrom(...inputs), (frame, input) => {
        expect(translate(frame(input)).text).toBe(frame(input));
      }),
      { numRuns: 400 },
    );
  });

  it('sends an edit by one click only where it names a thing and a place', () => {
    const suggestedActionOf = (text: string) => translate(text).suggestedActions[0];
    expect(suggestedActionOf('Drag the title to the end of the video.')).toMatchObject({ kind: 'edit', sends: true });
    expect(suggestedActionOf('把字幕拖到视频的开头。')).toMatchObject({ kind: 'edit', sends: true });
    const general = [
      'If you like, drag the title to the end of the video.',
      'Drag clips to the start to reorder them.',
      'Drag a title to the end of the video.',
      '如果需要，把字幕拖到视频的开头。',
      '把片段拖到开头来调整顺序。',
    ];
    for (const text of ['Drag it to the start.', 'Drag the clip on the timeline.', '拖动片段调整顺序。', ...general])
      expect(suggestedActionOf(text)).not.toHaveProperty('sends');
  });
});

describe('createTranslator', () => {
  it('shows the same however the text is cut', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(), { maxLength: 20 }), (parts, places) => {
        const text = parts.join('');
        const { text: streamed, suggestedActions } = stream(cutAt(text, places));
        expect({ text: streamed, suggestedActions }).toEqual(translate(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('shows the same sign by sign', () => {
    for (const [input, text, suggestedActions] of sentences)
      expect(stream(input.split(''))).toMatchObject({ text, suggestedActions });
    for (const text of keepers) expect(stream(text.split(''))).toMatchObject({ text, suggestedActions: [] });
  });

  it('shows each sentence when it is complete, and an instruction never', () => {
    const { shown, text } = stream(['I added ', 'music. ', 'You can ', 'click Export. ', 'Enjoy! ', 'Bye.']);
    expect(shown).toEqual(['', 'I added music.', '', '', ' Enjoy!', '']);
    expect(text).toBe('I added music. Enjoy! Bye.');
  });

  it('lets a sentence without an end through', () => {
    const text = `Click Export ${'and more '.repeat(200)}`;
    expect(createTranslator().push(text).length).toBeGreaterThan(1000);
    expect(translate(text)).toEqual({ text, suggestedActions: [] });
  });

  it('lets what comes behind thousands of sentences through, however it is cut', () => {
    const text = `${'- Open the timeline.\n'.repeat(3000)}${'\n'.repeat(3000)}Click Export. 你好。`;
    expect(translate(text).text).toBe(text);
    expect(stream(text.match(/[^]{1,777}/g) ?? []).text).toBe(text);
  });
});

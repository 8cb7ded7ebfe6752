import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentEvent } from '../../../../../src/main/api/stream/agent-event.ts';
import { event, frames, readPieces, shownTexts } from '../../../../support/cloud-recordings.ts';

const read = (sent: readonly unknown[]): Promise<readonly AgentEvent[]> => readPieces([frames(...sent)]);
const typed = (content: string): unknown => ({ type: 'text', content });
const chunk = (text: string, id?: string): unknown => event([{ text }], { partial: true, ...(id && { id }) });

/** What the reader has when the last chunk has come, before anything settles. */
function appended(events: readonly AgentEvent[]): string {
  return shownTexts(events.filter(({ kind }) => kind === 'text' || kind === 'text-replaced')).join('');
}

/** Words that are all different, so that no piece can begin like the text before it. */
const pieces = fc
  .uniqueArray(fc.stringMatching(/^[a-z日本語😀]{1,8}$/u), { minLength: 2, maxLength: 12 })
  .map((words) => words.map((word, index) => `${index}${word} `));

const soFar = (parts: readonly string[]): readonly string[] => parts.map((_, at) => parts.slice(0, at + 1).join(''));

/** Each of these one to three times. */
const repeated = <T>(all: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc
    .array(fc.integer({ min: 1, max: 3 }), { minLength: all.length, maxLength: all.length })
    .map((times) => all.flatMap((one, index) => Array<T>(times[index] ?? 1).fill(one)));

describe('chunks', () => {
  it('that are more of the text and chunks that are all of it so far show the same', async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const text = parts.join('');
        for (const sent of [parts, soFar(parts)]) {
          const events = await read(sent.map(typed));
          expect(shownTexts(events)).toEqual([text]);
          expect(appended(events)).toBe(text);
          const whole = await read([...sent.map((part) => chunk(part)), event([{ text }])]);
          expect(shownTexts(whole)).toEqual([text]);
          expect(appended(whole)).toBe(text);
        }
      }),
    );
  });

  it('that are all of it so far may come more than once', async () => {
    const sent = pieces.chain((parts) => repeated(soFar(parts)).map((chunks) => ({ parts, chunks })));
    await fc.assert(
      fc.asyncProperty(sent, async ({ parts, chunks }) => {
        const events = await read(chunks.map(typed));
        expect(shownTexts(events)).toEqual([parts.join('')]);
        expect(appended(events)).toBe(parts.join(''));
      }),
    );
  });

  it('of any text, cut anywhere, are set right by their aggregate, whatever they look like', async () => {
    const cut = fc
      .array(fc.constantFrom('a', 'b', 'aa', ' ', '\n', '日', '😀'), { minLength: 1, maxLength: 12 })
      .filter((parts) => parts.join('').trim() !== '');
    await fc.assert(
      fc.asyncProperty(cut, fc.boolean(), async (parts, repeats) => {
        const sent = (repeats ? soFar(parts) : parts).map((part) => chunk(part));
        expect(shownTexts(await read([...sent, event([{ text: parts.join('') }])]))).toEqual([parts.join('')]);
      }),
    );
  });

  it('that only looked like all of it are put right as soon as that shows', async () => {
    const events = await readPieces(['Ha', 'Haha', ' said he'].map((part) => frames(typed(part))));
    expect(events.filter(({ kind }) => kind === 'text-replaced')).toEqual([
      { kind: 'text-replaced', index: 0, text: 'HaHaha said he' },
    ]);
    expect(shownTexts(events)).toEqual(['HaHaha said he']);
  });
});

describe('events that come more than once', () => {
  const one = fc.oneof(
    fc.constantFrom('One.', 'Two.', 'Three?').map((text) => [{ text }]),
    fc.constantFrom('cut', 'title').map((name) => [{ functionCall: { name } }]),
    fc.constantFrom('cut', 'title').map((name) => [{ functionResponse: { name, response: {} } }]),
  );
  const turn = fc
    .array(fc.tuple(one, fc.boolean()), { maxLength: 10 })
    .map((all) => all.map(([parts, partial], index) => event(parts, { id: `e${index}`, partial })));

  it('under one id are one', async () => {
    const sent = turn.chain((once) => repeated(once).map((often) => ({ once, often })));
    await fc.assert(
      fc.asyncProperty(sent, async ({ once, often }) => {
        const isWhole = (frame: unknown): boolean => (frame as { readonly partial: boolean }).partial === false;
        const wholes = once.filter(isWhole);
        expect(await read(often.filter(isWhole))).toEqual(await read(wholes));
      }),
    );
  });

  it('as chunks are one, too, unless other chunks share their id', async () => {
    const sent = pieces.chain((parts) =>
      repeated(parts.map((part, at) => chunk(part, `c${at}`))).map((often) => ({ parts, often })),
    );
    await fc.assert(
      fc.asyncProperty(sent, async ({ parts, often }) => {
        expect(shownTexts(await read(often))).toEqual([parts.join('')]);
      }),
    );
    const shared = ['no ', 'no, ', 'no '].map((part) => chunk(part, 'same'));
    expect(shownTexts(await read(shared))).toEqual(['no no, no ']);
  });

  it('and say more each time are shown once, as they are in the end', async () => {
    const states = ['Hel', 'Hello', 'Hello, world.'].map((text) => event([{ text }], { id: 'a', partial: false }));
    const events = await read([...states, event([{ text: 'Then.' }], { id: 'b' })]);
    expect(shownTexts(events)).toEqual(['Hello, world.', 'Then.']);
  });

  it('are remembered for as long as it takes, and no longer', async () => {
    const many = Array.from({ length: 1000 }, (_, at) => event([{ text: `${at} ` }], { id: `e${at}`, partial: false }));
    const events = await read([...many, ...many.slice(-400)]);
    expect(shownTexts(events)).toHaveLength(1000);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../src/main/conversation/intents.ts';
import { intentPhrases } from './intent-phrases.ts';

const cases = Object.entries(intentPhrases).flatMap(([route, phrases]) => phrases.map((phrase) => [phrase, route]));
const local = Object.entries(intentPhrases).flatMap(([route, phrases]) =>
  route === 'agent' ? [] : phrases.map((phrase): [string, string] => [phrase, route]),
);

describe('routeOf', () => {
  it.each(cases)('sends %j to %s', (phrase, route) => {
    expect(routeOf(String(phrase))).toBe(route);
  });

  it('has a phrase at most once in its test data', () => {
    expect(new Set(cases.map(([phrase]) => phrase)).size).toBe(cases.length);
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
    const more = fc.constantFrom('blue', 'title', 'but slower', 'without music', '蓝色', '标题', '加字幕', '10');
    fc.assert(
      fc.property(fc.constantFrom(...local), more, ([phrase], addition) => {
        expect(routeOf(`${phrase} ${addition}`)).toBe('agent');
        expect(routeOf(`${addition} ${phrase}`)).toBe('agent');
      }),
    );
  });

  it('leaves a text of nothing but endless courtesy to the agent', () => {
    expect(routeOf(`${'please '.repeat(2000)}export`)).toBe('agent');
    expect(routeOf('please '.repeat(20))).toBe('agent');
  });

  it('answers for any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(['agent', 'export', 'credits', 'state', 'upload']).toContain(routeOf(text));
      }),
    );
  });
});

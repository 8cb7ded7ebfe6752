import { describe, expect, it } from 'vitest';
import { differenceAfter, stepsFor } from './sentence-rig.ts';
import sentences from './sentences.json' with { type: 'json' };

describe('sentences', () => {
  it.each(Object.entries(sentences).map(([language, all]) => [language, Object.keys(all).length] as const))(
    'has at least sixty in %s',
    (_language, count) => {
      expect(count).toBeGreaterThanOrEqual(60);
    },
  );

  it.each([...Object.entries(sentences.en), ...Object.entries(sentences.zh)])('%s', (sentence, difference) => {
    expect(differenceAfter(sentence)).toEqual(difference);
    expect(difference).not.toEqual([]);
    const said = stepsFor(sentence).flatMap((step) => (step.kind === 'say' ? [step.text] : []));
    const last = said.at(-1) ?? '';
    // A title may be in another language.
    expect(/\p{Script=Han}/u.test(last.replace(/“[^”]*”/gu, ''))).toBe(sentence in sentences.zh);
    expect(last).not.toMatch(/ {2}|[一-鿿] 。|\b1 (?:seconds|copies)\b/u);
    expect(last).not.toMatch(/did not understand|没看懂|undefined|您/u);
  });
});

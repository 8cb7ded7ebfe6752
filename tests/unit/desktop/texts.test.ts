import { describe, expect, it } from 'vitest';
import { shellTexts } from '../../../src/main/desktop/texts.ts';

const interchanges = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(interchanges) : [value];

describe('shellTexts', () => {
  it('says what the acceptance of an export listens for', () => {
    expect(shellTexts('en').notification.saved).toBe('Your video is ready');
  });

  it('leaves nothing unsaid in either language, and puts names into their sentences', () => {
    for (const locale of ['en', 'zh'] as const) {
      for (const text of interchanges(shellTexts(locale))) {
        const said: unknown = typeof text === 'function' ? text('NAME') : text;
        expect(said).toEqual(expect.stringMatching(typeof text === 'function' ? /NAME/ : /\S/));
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { shellTexts } from '../../../src/main/desktop/texts.ts';

const leaves = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];

describe('shellTexts', () => {
  it('says what the acceptance of an export listens for', () => {
    expect(shellTexts('en').notification.saved).toBe('Your video is ready');
  });

  it('leaves nothing unsaid in either language, and puts names into their sentences', () => {
    for (const locale of ['en', 'zh'] as const) {
      for (const text of leaves(shellTexts(locale))) {
        const said: unknown = typeof text === 'function' ? text('NAME') : text;
        expect(said).toEqual(expect.stringMatching(typeof text === 'function' ? /NAME/ : /\S/));
      }
    }
  });
});

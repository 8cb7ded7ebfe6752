import { describe, expect, it } from 'vitest';
import { translate } from '../../../src/main/conversation/gui-talk.ts';
import { createTextReader, readText } from '../../../src/main/conversation/long-answers.ts';

const instruction = 'Click the Export button in the top right corner to download it.';
const book = 'The sea was calm that day, and nobody spoke of it.\n'.repeat(2_000);

describe('the reading of an answer', () => {
  it('reads a short one as any', () => {
    const text = `It is done. ${instruction} Enjoy.`;
    expect(readText(text)).toEqual(translate(text));
    expect(readText(text).verbs).toHaveLength(1);
  });

  it('looks at the beginning of a long one, and loses nothing of the rest', () => {
    const { text, verbs } = readText(`${instruction}\n\n${book}${instruction}`);
    expect(verbs).toHaveLength(1);
    expect(text.endsWith(`${book.slice(-1_000)}${instruction}`)).toBe(true);
    expect(text).toContain(book);
  });

  it('shows the same however it arrives', () => {
    const whole = `It is done. ${instruction}\n\n${book}${instruction}`;
    for (const step of [7, 997, 39_999, 40_001]) {
      const reader = createTextReader();
      let shown = '';
      for (let at = 0; at < whole.length; at += step) shown += reader.push(whole.slice(at, at + step));
      const { rest, verbs } = reader.end();
      expect({ text: shown + rest, verbs }).toEqual(readText(whole));
    }
  });
});

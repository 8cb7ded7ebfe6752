import { describe, expect, it } from 'vitest';
import { sends, type KeyPress } from '../../../../src/renderer/composer/keys.ts';

const enter: KeyPress = { key: 'Enter', shiftKey: false, altKey: false, keyCode: 13, isComposing: false };

describe('Enter in the composer', () => {
  it('sends', () => expect(sends(enter)).toBe(true));

  it.each([
    ['with Shift breaks the line', { shiftKey: true }],
    ['with Alt breaks the line', { altKey: true }],
    ['that confirms a word of an input method does not send', { isComposing: true }],
    ['that comes as 229 right after the composition does not send', { keyCode: 229 }],
    ['is not any other key', { key: 'a', keyCode: 65 }],
  ])('%s', (_, change) => expect(sends({ ...enter, ...change })).toBe(false));
});

import { describe, expect, it } from 'vitest';
import { sends, type KeyPress } from '../../../../src/renderer/ui/keys.ts';

const enter: KeyPress = {
  key: 'Enter',
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  keyCode: 13,
  isComposing: false,
};

describe.each(['enter', 'mod-enter'] as const)('with %s', (sendWith) => {
  it.each([
    ['Shift breaks the line', { shiftKey: true, ctrlKey: true }],
    ['Alt breaks the line', { altKey: true, ctrlKey: true }],
    ['a word of an input method that is confirmed does not send', { isComposing: true, ctrlKey: true }],
    ['what comes as 229 right after a composition does not send', { keyCode: 229, ctrlKey: true }],
    ['any other key does not send', { key: 'a', keyCode: 65, ctrlKey: true }],
  ])('%s', (_, change) => expect(sends({ ...enter, ...change }, sendWith)).toBe(false));

  it('Ctrl or Cmd and Enter send', () => {
    expect(sends({ ...enter, ctrlKey: true }, sendWith)).toBe(true);
    expect(sends({ ...enter, metaKey: true }, sendWith)).toBe(true);
  });
});

it('Enter alone sends, or breaks the line, as the user likes it', () => {
  expect(sends(enter, 'enter')).toBe(true);
  expect(sends(enter, 'mod-enter')).toBe(false);
});

import { describe, expect, it, vi } from 'vitest';
import type { Walk } from '../../../../src/renderer/composer/composer.tsx';

vi.stubGlobal('window', { rushes: {} });
const { promptsOf, walk } = await import('../../../../src/renderer/composer/composer.tsx');

const prompts = ['newest', 'middle', 'oldest'];

it('takes the newest first, repeated words once', () => {
  const turns = ['a', 'b', 'b', 'c', ''].map((prompt) => ({ prompt }));
  expect(promptsOf(turns)).toEqual(['c', 'b', 'a']);
});

describe('a walk through what was said', () => {
  const steps = (keys: readonly ('back' | 'forward')[]) => {
    let walked: Walk = null;
    return keys.map((key) => {
      const next: Walk = walk(prompts, walked, walked?.text ?? '', key);
      if (next !== null) walked = next;
      return next?.text ?? null;
    });
  };

  it('goes back to the oldest and stops there', () => {
    expect(steps(['back', 'back', 'back', 'back'])).toEqual(['newest', 'middle', 'oldest', null]);
  });

  it('comes forward again, to an empty composer', () => {
    expect(steps(['back', 'back', 'forward', 'forward', 'forward'])).toEqual(['newest', 'middle', 'newest', '', null]);
  });

  it('begins only in an empty composer', () => expect(walk(prompts, null, 'typed', 'back')).toBeNull());

  it('ends when the text is changed', () => {
    expect(walk(prompts, { at: 0, text: 'newest' }, 'newest!', 'back')).toBeNull();
  });

  it('begins anew when the composer was emptied', () => {
    expect(walk(prompts, { at: 1, text: 'middle' }, '', 'back')).toEqual({ at: 0, text: 'newest' });
  });
});

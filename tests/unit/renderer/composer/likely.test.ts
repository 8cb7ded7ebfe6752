import { describe, expect, it } from 'vitest';
import { likelyNext, shortBalance } from '../../../../src/renderer/composer/likely.ts';

const likely = { generate: 100, edit: 50 };
const credits = { available: 60, frozen: 0, total: 100 };
const cut = { version: 1, durationMs: 1000, tracks: [{ kind: 'video', segments: [] }], summary: '' } as const;

it('expects a generation while the timeline is empty, an edit afterwards', () => {
  expect(likelyNext(likely, null)).toBe(100);
  expect(likelyNext(likely, { ...cut, tracks: [] })).toBe(100);
  expect(likelyNext(likely, cut)).toBe(50);
});

describe('a warning before sending', () => {
  it.each([
    ['words that cost more than there is', 'Make a film', credits, 100, 60],
    ['words that there is enough for', 'Make it calmer', credits, 60, null],
    ['nothing written', ' \n', credits, 100, null],
    ['a balance that is not known', 'Make a film', null, 100, null],
    ['a cost that is not known', 'Make a film', credits, 0, null],
  ])('%s', (_, text, balance, cost, short) => expect(shortBalance(text, balance, cost)).toBe(short));
});

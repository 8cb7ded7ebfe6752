import { describe, expect, it } from 'vitest';
import { costText, hasMaterial, shortBalance } from '../../../../src/renderer/composer/likely.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';
import { turn, upload, view } from '../state/fixtures.ts';

const likely = { generate: 48, edit: 3 };
const credits = { available: 60, frozen: 0, total: 100 };
const cut = { version: 1, durationMs: 1000, tracks: [{ kind: 'video', segments: [] }], summary: '' } as const;

describe('something to edit', () => {
  it('is a cut, a file, or what a message before will have made', () => {
    expect(hasMaterial(view({ timeline: { ...cut, tracks: [] }, turns: [turn({ state: 'done' })] }))).toBe(false);
    expect(hasMaterial(view({ timeline: cut }))).toBe(true);
    expect(hasMaterial(view({ uploads: [upload()] }))).toBe(true);
    expect(hasMaterial(view({ attached: [upload()] }))).toBe(true);
    expect(hasMaterial(view({ turns: [turn({ state: 'queued' })] }))).toBe(true);
    expect(hasMaterial(view({ turns: [turn({ state: 'settling', route: 'credits' })] }))).toBe(false);
  });
});

describe('the hint', () => {
  const t = inLocale('en');
  it.each([
    [['edit'], likely, 'about 3 credits'],
    [['generate'], likely, 'about 48 credits'],
    [['edit', 'generate'], likely, '3 for an edit · 48 for a new clip'],
    [['edit', 'generate'], { generate: 5, edit: 5 }, 'about 5 credits'],
    [['edit', 'generate'], { generate: 0, edit: 0 }, null],
  ] as const)('for %j', (kinds, costs, text) => expect(costText(t, kinds, costs)).toBe(text));
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

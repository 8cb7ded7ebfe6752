import { describe, expect, it } from 'vitest';
import type { Activity, Turn } from '../../../../src/shared/domain/turn.ts';
import { timeText } from '../../../../src/renderer/player/generating.tsx';
import { type Generation, generationOf } from '../../../../src/renderer/player/generation.ts';
import { inLocale } from '../../../../src/renderer/locales/text.ts';

const turn: Turn = {
  id: 't1',
  projectId: 'p1',
  route: 'agent',
  prompt: 'The sea',
  attachments: [],
  state: 'streaming',
  parts: [],
  failure: null,
  activity: 'thinking',
  receipt: null,
  stillWorkingMs: null,
  startedAt: 5,
  endedAt: null,
};
const rawClip = { kind: 'raw-clip', name: 'sea' } as const;

function stepsOf(...told: readonly (Activity | Partial<Turn>)[]): readonly (string | null)[] {
  let before: Generation | null = null;
  return told.map((one) => {
    before = generationOf({ ...turn, ...(typeof one === 'string' ? { activity: one } : one) }, before);
    return before?.step ?? null;
  });
}

describe('a generation', () => {
  it('begins when the agent generates, and goes on through music and title to the end of the turn', () => {
    const parts = [rawClip];
    expect(
      stepsOf(
        'thinking',
        'generating',
        'thinking',
        { parts, activity: 'thinking' },
        { parts, activity: 'music' },
        { parts, activity: 'thinking' },
        { parts, activity: 'title' },
        { parts, state: 'settling', activity: 'looking' },
        { parts, state: 'done', activity: null },
      ),
    ).toEqual([null, 'clip', 'clip', 'rest', 'music', 'music', 'title', 'rest', null]);
  });

  it('is known by its clip, when the window comes to it late', () => {
    expect(stepsOf({ parts: [rawClip], activity: 'music' })).toEqual(['music']);
    expect(stepsOf({ parts: [rawClip], activity: 'thinking' })).toEqual(['rest']);
  });

  it('is not an edit, nor a message that waits or is over, nor the one of the turn before', () => {
    expect(stepsOf('editing', 'music', { state: 'queued', activity: 'generating' })).toEqual([null, null, null]);
    expect(stepsOf('generating', { id: 't2', activity: 'title' })).toEqual(['clip', null]);
    expect(generationOf(undefined, null)).toBeNull();
  });

  it('stays the same object while nothing of it changes', () => {
    const first = generationOf({ ...turn, activity: 'generating' }, null);
    expect(first).toEqual({ turnId: 't1', startedAt: 5, step: 'clip' });
    expect(generationOf({ ...turn, activity: 'thinking' }, first)).toBe(first);
  });
});

describe('the time of a generation', () => {
  const t = inLocale('en');
  it.each([
    [48_000, 170_000, '0:48 of about 3 min'],
    [48_000, 52_000, '0:48 of about 50 s'],
    [200_000, 170_000, '3:20, usually about 3 min'],
    [2000, 12, '0:02 of about 10 s'],
    [48_000, null, '0:48'],
  ])('after %d ms, where %s ms were usual: %s', (elapsedMs, usualMs, text) => {
    expect(timeText(t, elapsedMs, usualMs)).toBe(text);
  });
});

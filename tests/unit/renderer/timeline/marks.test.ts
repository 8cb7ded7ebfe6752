import { describe, expect, it } from 'vitest';
import { lanesOf } from '../../../../src/renderer/timeline/lanes.ts';
import { marksOn } from '../../../../src/renderer/timeline/marks.ts';
import type { DraftChange } from '../../../../src/shared/domain/timeline.ts';
import { cut, segment } from './cuts.ts';

const lanes = lanesOf(cut(['video', [segment(0, 1000), segment(1000, 1000)]]));
const at = (segmentKey: string, startMs: number) => ({ at: { segment: segmentKey, startMs, endMs: startMs + 1000 } });
const added = (key: string, startMs: number): DraftChange => ({
  kind: 'added',
  track: 'video',
  name: 'a',
  startMs,
  endMs: startMs + 1000,
  volume: null,
  ...at(key, startMs),
});

describe('what the last turn did', () => {
  it('stands out on the pieces that are there', () => {
    const volume: DraftChange = { kind: 'volume', track: 'video', name: 'b', from: 1, to: 0.5, ...at('0:0', 0) };
    const { pieces, ghosts } = marksOn(lanes, [volume, added('0:1', 1000)]);
    expect([...pieces]).toEqual([
      ['0:0', 'changed'],
      ['0:1', 'added'],
    ]);
    expect(ghosts).toEqual([]);
  });

  it('leaves a ghost of what was removed, and a trace of what was moved', () => {
    const removed: DraftChange = { kind: 'removed', track: 'text', name: 'Hi', ...at('1:0', 500) };
    const moved: DraftChange = {
      kind: 'moved',
      track: 'video',
      name: 'b',
      fromMs: 4000,
      toMs: 1000,
      ...at('0:1', 1000),
    };
    expect(marksOn(lanes, [removed, moved])).toEqual({
      pieces: new Map([['0:1', 'moved']]),
      ghosts: [
        { why: 'removed', track: 'text', name: 'Hi', startMs: 500, endMs: 1500, toMs: null },
        { why: 'moved', track: 'video', name: 'b', startMs: 4000, endMs: 5000, toMs: 1000 },
      ],
    });
  });

  it('is nothing where all is new, where the place is not told, or where another piece lies there now', () => {
    const untold: DraftChange = { kind: 'renamed', track: 'video', from: 'a', to: 'b' };
    for (const changes of [[added('0:0', 0), added('0:1', 1000)], [untold], [added('0:1', 7000)]])
      expect(marksOn(lanes, changes).pieces.size).toBe(0);
  });
});

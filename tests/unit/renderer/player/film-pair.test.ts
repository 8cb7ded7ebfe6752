import { describe, expect, it } from 'vitest';
import type { Composition } from '../../../../src/shared/composition/composition.ts';
import { pairFilms, type SideIndex } from '../../../../src/renderer/player/film-pair.ts';

function film(frames: number, fps: number) {
  const calls: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: readonly unknown[]) =>
      void calls.push([name, ...args]);
  const player = {
    play: note('play'),
    pause: note('pause'),
    seek: note('seek'),
    follow: note('follow'),
    setVolume: note('volume'),
    snapshot: () => Promise.resolve(null),
  };
  const composition: Composition = {
    canvas: { width: 16, height: 9 },
    rate: { numerator: fps, denominator: 1 },
    frames,
    tracks: [],
    doubts: [],
  };
  return { player, composition, taken: () => calls.splice(0) };
}

/** Four seconds on the left, ten on the right, in another rate. */
function rig(sounding: SideIndex = 1) {
  const [left, right] = [film(100, 25), film(300, 30)];
  return { left, right, pair: pairFilms([left, right], sounding) };
}

describe('two films in step', () => {
  it('are led by the longer one, whichever side it is on', () => {
    expect(rig().pair.lead).toBe(1);
    expect(pairFilms([film(300, 30), film(100, 25)], 1).lead).toBe(0);
  });

  it('begin at the same second, and the shorter one stands at its end once that has come', () => {
    const { left, right, pair } = rig();
    pair.transport.play(2, 60);
    expect([left.taken(), right.taken()]).toEqual([[['play', 2, 50]], [['play', 2, 60]]]);
    pair.transport.play(1, 240);
    expect([left.taken(), right.taken()]).toEqual([[['seek', 99]], [['play', 1, 240]]]);
    pair.transport.play(1, 299);
    expect([left.taken(), right.taken()]).toEqual([[['play', 1, 0]], [['play', 1, 0]]]);
    pair.transport.seek(150);
    expect([left.taken(), right.taken()]).toEqual([[['seek', 99]], [['seek', 150]]]);
  });

  it('the one that is not heard follows the one that is', () => {
    const { left, right, pair } = rig();
    pair.transport.play(1, 0);
    pair.transport.setVolume(0.4);
    expect([left.taken().at(-1), right.taken().at(-1)]).toEqual([
      ['volume', 0],
      ['volume', 0.4],
    ]);
    pair.hear(1, 30, 'playing');
    pair.hear(0, 20, 'playing');
    expect(left.taken()).toEqual([['follow', (30.5 / 30) * 25]]);
    expect(right.taken()).toEqual([]);

    const other = rig(0);
    other.pair.hear(0, 25, 'playing');
    expect(other.right.taken()).toEqual([['follow', (25.5 / 25) * 30]]);
  });

  it('come to rest on the same frame, and what is older than the press does not stop them', () => {
    const { left, pair } = rig();
    pair.transport.play(1, 0);
    left.taken();
    pair.hear(1, 0, 'paused');
    expect(left.taken()).toEqual([]);
    pair.hear(1, 0, 'waiting');
    pair.transport.pause();
    expect(left.taken()).toEqual([['pause']]);
    pair.hear(1, 33, 'paused');
    pair.hear(1, 33, 'paused');
    expect(left.taken()).toEqual([['seek', 27]]);
  });

  it('go backwards together', () => {
    const { left, right, pair } = rig();
    pair.transport.play(-1, 150);
    expect([left.taken(), right.taken()]).toEqual([[['seek', 99]], [['play', -1, 150]]]);
    pair.hear(1, 90, 'playing');
    expect(left.taken()).toEqual([['seek', 75]]);
  });
});

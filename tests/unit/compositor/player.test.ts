import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Player } from '../../../src/compositor/player.ts';
import type { FromWorker, PlayerState } from '../../../src/compositor/protocol.ts';
import type { Composition } from '../../../src/shared/composition/composition.ts';

const film: Composition = {
  canvas: { width: 160, height: 90 },
  rate: { numerator: 25, denominator: 1 },
  frames: 250,
  tracks: [],
  doubts: [],
};

/** Takes whatever is painted; `painted` holds what was drawn from other canvases since its size was set. */
class Canvas {
  width = 0;
  readonly painted: unknown[] = [];
  #height = 0;

  get height(): number {
    return this.#height;
  }

  set height(height: number) {
    this.#height = height;
    this.painted.length = 0;
  }

  getContext(): unknown {
    const drawImage = (from: unknown) => this.painted.push(from);
    const parts = { canvas: this, drawImage };
    return new Proxy(parts, {
      get: (all, name) => (name in all ? all[name as keyof typeof all] : () => undefined),
      set: () => true,
    });
  }
}

/** A player with the film on a stage; `states` are those it told. */
function playerOnStage(canvas = new Canvas()) {
  const states: PlayerState[] = [];
  const player = new Player((message: FromWorker) => {
    if (message.kind === 'frame') states.push(message.state);
  });
  player.hear({ kind: 'canvas', canvas: canvas as unknown as OffscreenCanvas });
  player.hear({ kind: 'size', width: 160, height: 90 });
  player.hear({ kind: 'composition', composition: film, mediaBase: 'rushes://app/media/' });
  return { player, states };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it.each([
  ['the stage gets another size', { kind: 'size', width: 320, height: 180 }],
  [
    'the video changes',
    { kind: 'composition', composition: { ...film, frames: 300 }, mediaBase: 'rushes://app/media/' },
  ],
] as const)('plays although %s before its first picture is there', async (_what, message) => {
  const { player, states } = playerOnStage();
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toBe('paused');
  player.hear({ kind: 'play', speed: 1, from: 10 });
  expect(states.at(-1)).toBe('waiting');
  player.hear(message);
  await vi.advanceTimersByTimeAsync(1000);
  expect(states.at(-1)).toBe('playing');
});

it('plays from a frame that it was still looking for, and does not say in between that it stands', async () => {
  const { player, states } = playerOnStage();
  player.hear({ kind: 'seek', frame: 10 });
  player.hear({ kind: 'play', speed: 1, from: 10 });
  states.length = 0;
  await vi.advanceTimersByTimeAsync(1000);
  expect(new Set(states)).toEqual(new Set(['playing']));
});

it('does not begin to play once it was paused', async () => {
  const { player, states } = playerOnStage();
  player.hear({ kind: 'seek', frame: 10 });
  player.hear({ kind: 'play', speed: 1, from: 10 });
  await Promise.resolve();
  player.hear({ kind: 'pause' });
  await vi.advanceTimersByTimeAsync(1000);
  expect(states).not.toContain('playing');
  expect(states.at(-1)).toBe('paused');
});

it('keeps what it shows when only the stage gets another size', async () => {
  const canvas = new Canvas();
  const { player } = playerOnStage(canvas);
  await vi.advanceTimersByTimeAsync(1000);
  player.hear({ kind: 'size', width: 80, height: 45 });
  expect(canvas.width).toBe(80);
  expect(canvas.painted).toHaveLength(1);
  player.hear({ kind: 'composition', composition: { ...film, canvas: { width: 90, height: 160 } }, mediaBase: '' });
  expect(canvas.painted).toEqual([]);
});

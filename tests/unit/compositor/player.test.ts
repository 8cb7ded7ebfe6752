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

/** Takes whatever is painted. */
function canvasOf(): OffscreenCanvas {
  const canvas = { width: 0, height: 0, getContext: () => context };
  const context = new Proxy(
    {},
    { get: (_all, name) => (name === 'canvas' ? canvas : () => undefined), set: () => true },
  );
  return canvas as unknown as OffscreenCanvas;
}

/** A player with the film on a stage; `states` are those it told. */
function playerOnStage() {
  const states: PlayerState[] = [];
  const player = new Player((message: FromWorker) => {
    if (message.kind === 'frame') states.push(message.state);
  });
  player.hear({ kind: 'canvas', canvas: canvasOf() });
  player.hear({ kind: 'size', width: 160, height: 90 });
  player.hear({ kind: 'composition', composition: film, mediaBase: 'rushes://app/media/' });
  return { player, states };
}

beforeEach(() => {
  vi.useFakeTimers();
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

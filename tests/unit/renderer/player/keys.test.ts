import { afterEach, describe, expect, it, vi } from 'vitest';
import { perform, playerKey } from '../../../../src/renderer/player/keys.ts';
import {
  loopBack,
  markLoop,
  type Playable,
  still,
  togglePlaying,
  usePlayhead,
} from '../../../../src/renderer/state/playhead.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

function createPlayer(): Playable {
  return {
    seek: vi.fn(),
    play: vi.fn(),
    pause: vi.fn(),
    step: vi.fn(),
    setSpeed: vi.fn(),
    setVolume: vi.fn(),
    snapshot: () => Promise.resolve(null),
  };
}

afterEach(() => usePlayhead.setState(still));

describe('a key', () => {
  it.each([
    [press(' '), 'toggle'],
    [press('k'), 'pause'],
    [press('K', { shiftKey: false }), 'pause'],
    [press('ArrowLeft'), 'frame-back'],
    [press('ArrowRight', { shiftKey: true }), 'second-on'],
    [press('Home'), 'start'],
    [press('i'), 'loop-from'],
    [press('l', { ctrlKey: true }), null],
    [press('l', { metaKey: true }), null],
    [press('l', { isComposing: true }), null],
    [press('ArrowUp'), null],
    [press('l', { shiftKey: true }), null],
  ])('%j means %s', (given, meaning) => expect(playerKey(given)).toBe(meaning));

  it('steps by frames and seconds, and goes to the ends', () => {
    const player = createPlayer();
    usePlayhead.setState({ player, seconds: 5.5, duration: 6 });
    perform('frame-back');
    expect(player.step).toHaveBeenLastCalledWith(-1);
    perform('second-on');
    expect(player.seek).toHaveBeenLastCalledWith(6);
    perform('second-back');
    expect(player.seek).toHaveBeenLastCalledWith(4.5);
    perform('end');
    expect(player.seek).toHaveBeenLastCalledWith(6);
  });

  it('plays faster each time, and backwards', () => {
    const player = createPlayer();
    usePlayhead.setState({ player, playing: false });
    const speedAfter = (key: 'faster' | 'back'): number => {
      perform(key);
      usePlayhead.setState({ playing: true });
      return usePlayhead.getState().speed;
    };
    expect([speedAfter('faster'), speedAfter('faster'), speedAfter('faster'), speedAfter('faster')]).toEqual([
      1, 1.5, 2, 2,
    ]);
    expect([speedAfter('back'), speedAfter('faster')]).toEqual([-1, 1]);
    expect(player.play).toHaveBeenCalledTimes(1);
  });

  it('plays forward again after it was played backwards', () => {
    const player = createPlayer();
    usePlayhead.setState({ player, speed: -1, playing: false });
    togglePlaying();
    expect(usePlayhead.getState().speed).toBe(1);
  });
});

describe('a loop', () => {
  const at = (seconds: number, edge: 'from' | 'to') => {
    usePlayhead.setState({ seconds, duration: 10 });
    markLoop(edge);
    return usePlayhead.getState().loop;
  };

  it('begins and ends where it is marked, whichever comes first', () => {
    expect(at(2, 'from')).toEqual({ from: 2, to: null });
    expect(at(5, 'to')).toEqual({ from: 2, to: 5 });
    expect(at(1, 'to')).toEqual({ from: 1, to: 2 });
    expect(at(4, 'from')).toEqual({ from: 4, to: null });
    expect(at(4, 'to')).toEqual({ from: 4, to: null });
  });

  it('sends the playhead back at its end, while it plays', () => {
    const loop = { from: 2, to: 5 };
    expect(loopBack({ ...still, loop, playing: true, seconds: 5 })).toBe(2);
    expect(loopBack({ ...still, loop, playing: true, seconds: 4.9 })).toBeNull();
    expect(loopBack({ ...still, loop, playing: false, seconds: 5 })).toBeNull();
    expect(loopBack({ ...still, loop: { from: 2, to: null }, playing: true, seconds: 5 })).toBeNull();
  });
});

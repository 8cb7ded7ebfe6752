import { create } from 'zustand';

/** What stands on the stage and can be played: the whole cut, a clip, or a saved file. Times in seconds. */
export type Playable = {
  /** Goes there; what plays goes on playing. */
  readonly seek: (seconds: number) => void;
  readonly play: () => void;
  readonly pause: () => void;
  /** Whole frames onward, or back. */
  readonly step: (frames: number) => void;
  /** 1 is as fast as it is; below 0 it plays backwards, where that is possible. */
  readonly setSpeed: (speed: number) => void;
  /** 0..1. */
  readonly setVolume: (volume: number) => void;
  /** The frame on the stage as a PNG; null where it cannot be drawn. */
  readonly snapshot: () => Promise<Blob | null>;
};

/** A part of the video that plays again and again; `to` null until its end is set. */
type Loop = { readonly from: number; readonly to: number | null };

/** Where the player stands, in seconds. Apart from the window's store, since it changes with every frame. */
type Playhead = {
  readonly seconds: number;
  /** 0 until it is known. */
  readonly duration: number;
  readonly playing: boolean;
  /** It was told to play, and does not say so yet: what it says of standing is older. */
  readonly asked: boolean;
  /** It jumped while it played, and goes on in a moment. */
  readonly goesOn: boolean;
  /** It was played through, and nobody has moved it since. */
  readonly ended: boolean;
  /** The frame that it jumps to, until the stage shows it: several quick presses count from there. */
  readonly sentTo: number | null;
  readonly speed: number;
  readonly loop: Loop | null;
  /** Null while nothing can be played. */
  readonly player: Playable | null;
};

export const still: Playhead = {
  seconds: 0,
  duration: 0,
  playing: false,
  asked: false,
  goesOn: false,
  ended: false,
  sentTo: null,
  speed: 1,
  loop: null,
  player: null,
};

export const usePlayhead = create<Playhead>()(() => still);

/** What can be chosen in the player; J and L go through them, too. */
export const speeds = [0.25, 0.5, 1, 1.5, 2] as const;

/** Into the clip: never before its start nor after its end. */
export function within(seconds: number, duration: number): number {
  return Math.min(Math.max(0, seconds), Math.max(0, duration));
}

export function togglePlaying(): void {
  const { playing, player } = usePlayhead.getState();
  if (playing) player?.pause();
  else playAt(Math.abs(usePlayhead.getState().speed));
}

/** Plays, or goes on playing, at this speed. */
export function playAt(speed: number): void {
  const { playing, player } = usePlayhead.getState();
  usePlayhead.setState({ speed });
  player?.setSpeed(speed);
  if (!playing) player?.play();
}

export function setSpeed(speed: number): void {
  usePlayhead.setState({ speed });
  usePlayhead.getState().player?.setSpeed(speed);
}

export function seekBy(seconds: number): void {
  const { player, seconds: now, duration } = usePlayhead.getState();
  player?.seek(within(now + seconds, duration));
}

/** Where the playhead stands the loop begins, or ends; an end before the beginning turns them round. */
export function markLoop(edge: 'from' | 'to'): void {
  usePlayhead.setState(({ seconds, loop, duration }) => {
    if (edge === 'from') return { loop: { from: seconds, to: loop?.to != null && loop.to > seconds ? loop.to : null } };
    const from = loop?.from ?? 0;
    if (seconds === from) return { loop };
    return { loop: { from: Math.min(from, seconds), to: Math.min(duration, Math.max(from, seconds)) } };
  });
}

export function clearLoop(): void {
  usePlayhead.setState({ loop: null });
}

/** Where a loop that is closed sends the playhead from here; null where it stays. */
export function loopBack({ seconds, loop, playing }: Playhead): number | null {
  if (!playing || loop === null || loop.to === null) return null;
  return seconds >= loop.to || seconds < loop.from - 0.5 ? loop.from : null;
}

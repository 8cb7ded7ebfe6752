import { create } from 'zustand';

/** Where the player stands, in seconds. Apart from the window's store, since it changes with every frame. */
export type Playhead = {
  readonly seconds: number;
  /** 0 until the clip is loaded. */
  readonly duration: number;
  readonly playing: boolean;
  /** Goes to a second of the clip; null while nothing can be played. */
  readonly seek: ((seconds: number) => void) | null;
  /** Plays the clip; null while nothing can be played. */
  readonly play: (() => void) | null;
  readonly pause: (() => void) | null;
};

export const still: Playhead = { seconds: 0, duration: 0, playing: false, seek: null, play: null, pause: null };

export const usePlayhead = create<Playhead>()(() => still);

/** Into the clip: never before its start nor after its end. */
export function within(seconds: number, duration: number): number {
  return Math.min(Math.max(0, seconds), Math.max(0, duration));
}

export function togglePlaying(): void {
  const { playing, play, pause } = usePlayhead.getState();
  if (playing) pause?.();
  else play?.();
}

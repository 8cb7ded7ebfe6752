import { useEffect } from 'react';
import { ask } from '../state/client.ts';
import { usePlayhead } from '../state/playhead.ts';
import { update, useWindow } from '../state/store.ts';

type Loudness = { readonly volume: number; readonly muted: boolean };

/** How loud everything plays, kept in the settings. */
export function useVolume(): Loudness & { readonly change: (loudness: Loudness) => void } {
  const { volume, muted } = useWindow((state) => state.preferences);
  const player = usePlayhead((state) => state.player);
  useEffect(() => {
    player?.setVolume(muted ? 0 : volume);
  }, [player, volume, muted]);
  return { volume, muted, change: changeVolume };
}

/** Heard at once: the settings follow. */
function changeVolume(loudness: Loudness): void {
  update((state) => ({ ...state, preferences: { ...state.preferences, ...loudness } }));
  void ask('settings.change', loudness, 'quiet');
}

export function toggleMute(): void {
  const { volume, muted } = useWindow.getState().preferences;
  changeVolume({ volume: volume === 0 ? 1 : volume, muted: !muted });
}

import { useEffect } from 'react';
import { mostSmoothed } from '../../shared/domain/smoothness.ts';
import type { PlayerState } from '../../compositor/protocol.ts';
import { ask } from '../state/client.ts';
import type { FilmPlayer } from './film-player.ts';

/** How often main is asked whether another proxy is there, and told that it plays. In ms. */
const askMs = 2000;

/** Has proxies made of the clips that need them, as long as there is something left to be made. `heavy`: their media ids, spaced. */
export function useProxies(player: FilmPlayer | null, heavy: string, state: PlayerState): void {
  const isPlaying = state === 'playing';
  useEffect(() => {
    if (player === null || heavy === '') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = async (): Promise<void> => {
      const mediaIds = heavy.split(' ').slice(0, mostSmoothed);
      const answer = await ask('mediaJob.smooth', { mediaIds, isPlaying }, 'quiet');
      if (over || !answer.ok) return;
      player.setProxies(answer.data.ready, answer.data.pending);
      if (answer.data.pending.length > 0) timer = setTimeout(() => void look(), askMs);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [player, heavy, isPlaying]);
}

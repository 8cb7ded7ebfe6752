import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Composition } from '../../shared/composition/composition.ts';
import { frameOf, secondsOf } from '../../shared/composition/rate.ts';
import type { PlayerState, Trouble } from '../../compositor/protocol.ts';
import { ask } from '../state/client.ts';
import { still, togglePlaying, usePlayhead, within } from '../state/playhead.ts';
import { openFilmPlayer, type FilmPlayer } from './film-player.ts';

export type Film = {
  readonly composition: Composition | null;
  readonly player: FilmPlayer | null;
  readonly state: PlayerState;
  readonly troubles: ReadonlyMap<string, Trouble>;
  /** The worker died, and the one after it too. */
  readonly crashed: boolean;
};

/** Which cut is played: the present one, whose `version` counts up, or a past one by its number. */
export type Cut = { readonly projectId: string; readonly version: number; readonly isPast: boolean };

const noTroubles: ReadonlyMap<string, Trouble> = new Map();

/** How a cut looks and sounds; null until main has said so. A new version of it takes the place of the one before when it is there. */
function useComposition({ projectId, version, isPast }: Cut): Composition | null {
  const [composition, setComposition] = useState<Composition | null>(null);
  useEffect(() => {
    let current = true;
    void ask('draft.composition', isPast ? { projectId, version } : { projectId }, 'quiet').then((answer) => {
      if (current && answer.ok) setComposition(answer.data);
    });
    return () => {
      current = false;
    };
  }, [projectId, version, isPast]);
  return composition;
}

/** Plays a cut on the canvas under `frame`, and keeps the playhead. */
export function useFilm(frame: RefObject<HTMLElement | null>, cut: Cut): Film {
  const composition = useComposition(cut);
  const shown = useRef<Composition | null>(null);
  const [player, setPlayer] = useState<FilmPlayer | null>(null);
  const [state, setState] = useState<PlayerState>('seeking');
  const [troubles, setTroubles] = useState(noTroubles);
  const [crashes, setCrashes] = useState(0);
  const crashed = crashes > 1;

  useEffect(() => {
    const stage = frame.current;
    if (stage === null || crashed) return;
    // A canvas that was handed to a worker is not to be had back: each player gets its own.
    const canvas = document.createElement('canvas');
    canvas.className = 'size-full';
    canvas.addEventListener('click', togglePlaying);
    stage.prepend(canvas);
    const opened = openFilmPlayer(canvas, {
      onFrame: (at, now) => {
        setState(now);
        place(shown.current, at, now);
      },
      onTroubles: setTroubles,
      onCrash: () => setCrashes((count) => count + 1),
    });
    const observer = new ResizeObserver(() => {
      const { width, height } = stage.getBoundingClientRect();
      opened.resize(Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio));
    });
    observer.observe(stage);
    setPlayer(opened);
    return () => {
      observer.disconnect();
      opened.close();
      canvas.remove();
      setPlayer(null);
      usePlayhead.setState(still);
    };
  }, [frame, crashes, crashed]);

  useEffect(() => {
    if (player === null || composition === null) return;
    shown.current = composition;
    player.show(composition);
    const { rate, frames } = composition;
    const duration = secondsOf(rate, frames);
    usePlayhead.setState({
      duration,
      play: () => player.play(1),
      pause: player.pause,
      seek: (seconds) => player.seek(Math.min(frames - 1, frameOf(rate, within(seconds, duration) * 1000))),
    });
  }, [player, composition]);

  return { composition, player, state, troubles, crashed };
}

/** The last frame stands for the end, so that a film that was played through is at its full length. */
function place(composition: Composition | null, frame: number, state: PlayerState): void {
  if (composition === null) return;
  const { rate, frames } = composition;
  const playing = state === 'playing' || state === 'waiting';
  usePlayhead.setState({ seconds: secondsOf(rate, frame >= frames - 1 ? frames : frame), playing });
}

import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Composition, Doubt } from '../../shared/composition/composition.ts';
import { frameOf, secondsOf } from '../../shared/composition/rate.ts';
import type { PlayerState, Trouble } from '../../compositor/protocol.ts';
import { useText } from '../locales/text.ts';
import { ask } from '../state/client.ts';
import { loopBack, type Playable, still, togglePlaying, usePlayhead } from '../state/playhead.ts';
import { openFilmPlayer, type FilmPlayer } from './film-player.ts';

export type Film = {
  readonly composition: Composition | null;
  readonly player: FilmPlayer | null;
  readonly state: PlayerState;
  readonly troubles: ReadonlyMap<string, Trouble>;
  /** What the files themselves make doubtful. */
  readonly doubts: readonly Doubt[];
  /** The worker died, and the one after it too. */
  readonly crashed: boolean;
};

/** Which cut is played: the present one, whose `version` counts up, or a past one by its number. */
export type Cut = { readonly projectId: string; readonly version: number; readonly isPast: boolean };

const noTroubles: ReadonlyMap<string, Trouble> = new Map();
const noDoubts: readonly Doubt[] = [];

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
  const [doubts, setDoubts] = useState(noDoubts);
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
      onDoubts: setDoubts,
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
    usePlayhead.setState({
      duration: secondsOf(composition.rate, composition.frames),
      sentTo: null,
      player: playableOf(player, composition),
    });
  }, [player, composition]);

  const { t } = useText();
  useEffect(() => {
    player?.setWords({
      fetching: t('preview.cardFetching'),
      gone: t('preview.cardGone'),
      'cannot-decode': t('preview.cardUndecodable'),
      'no-picture': t('preview.cardUndecodable'),
    });
  }, [player, t]);

  return { composition, player, state, troubles, doubts, crashed };
}

/** What the worker says of frames before the one that was asked for last is over. */
function place(composition: Composition | null, frame: number, state: PlayerState): void {
  if (composition === null) return;
  const { rate, frames } = composition;
  const playing = state === 'playing' || state === 'waiting' || usePlayhead.getState().goesOn;
  const { sentTo } = usePlayhead.getState();
  if (sentTo !== null && sentTo !== frame) return;
  const arrived = state === 'seeking' ? {} : { sentTo: null };
  usePlayhead.setState({ seconds: secondsOf(rate, shownAs(frame, frames)), playing, ...arrived });
  const back = loopBack(usePlayhead.getState());
  if (back !== null) usePlayhead.getState().player?.seek(back);
}

/** The last frame stands for the end, so that a film that was played through is at its full length. */
function shownAs(frame: number, frames: number): number {
  return frame >= frames - 1 ? frames : frame;
}

/** Seeks while it plays come in crowds, as the pointer moves: it goes on once they have come to rest. In ms. */
const restMs = 150;

function playableOf(player: FilmPlayer, { rate, frames }: Composition): Playable {
  let resuming: ReturnType<typeof setTimeout> | undefined;
  const now = () => usePlayhead.getState();
  const frameAt = (seconds: number): number => Math.max(0, Math.min(frames - 1, frameOf(rate, seconds * 1000)));
  const shown = (): number => frameAt(now().seconds);
  const stay = (): void => {
    clearTimeout(resuming);
    usePlayhead.setState({ goesOn: false });
  };
  const send = (frame: number, goesOn: boolean): void => {
    usePlayhead.setState({ goesOn, sentTo: frame, seconds: secondsOf(rate, shownAs(frame, frames)) });
    player.seek(frame);
  };
  const goTo = (frame: number): void => {
    const goesOn = now().playing;
    clearTimeout(resuming);
    send(frame, goesOn);
    if (!goesOn) return;
    resuming = setTimeout(() => {
      stay();
      usePlayhead.setState({ sentTo: null });
      player.play(now().speed, frame);
    }, restMs);
  };
  const pause = (): void => {
    stay();
    player.pause();
    // Between a jump and going on there is nothing to pause.
    usePlayhead.setState({ playing: false });
  };
  return {
    seek: (seconds) => goTo(frameAt(seconds)),
    play: () => player.play(now().speed),
    pause,
    step: (count) => {
      pause();
      send(Math.max(0, Math.min(frames - 1, shown() + count)), false);
    },
    setSpeed: (speed) => now().playing && player.play(speed, shown()),
    setVolume: player.setVolume,
    snapshot: () => player.snapshot(shown()),
  };
}

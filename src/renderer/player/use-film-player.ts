import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Composition, Doubt } from '../../shared/composition/composition.ts';
import { mostSmoothed } from '../../shared/domain/smoothness.ts';
import type { PlayerState, Trouble } from '../../compositor/protocol.ts';
import { useText } from '../locales/text.ts';
import { ask } from '../state/client.ts';
import { tellFilm, tellTroubles, useFilms, tellWorkerDied } from '../state/films.ts';
import { togglePlaying } from '../state/playhead.ts';
import { openFilmPlayer, type FilmPlayer } from './film-player.ts';

/** Which cut is played: the present one, whose `version` counts up, or a past one by its number. */
export type Cut = { readonly projectId: string; readonly version: number; readonly isPast: boolean };

export type Film = {
  readonly composition: Composition | null;
  readonly player: FilmPlayer | null;
  readonly state: PlayerState;
  readonly troubles: ReadonlyMap<string, Trouble>;
  /** What the files themselves make doubtful. */
  readonly doubts: readonly Doubt[];
  /** The worker died, and the one after it too. */
  readonly crashed: boolean;
  /** Tries all the same. */
  readonly restart: () => void;
};

/** The frame that a player shows now, of the composition that it plays. */
export type OnFrame = (composition: Composition, frame: number, state: PlayerState) => void;

const noTroubles: ReadonlyMap<string, Trouble> = new Map();
const noDoubts: readonly Doubt[] = [];

/** How often main is asked whether another proxy is there, and told that it plays. In ms. */
const askMs = 2000;

/** Has proxies made of the clips that need them, as long as there is something left to be made. `heavy`: their media ids, spaced. */
function useProxies(player: FilmPlayer | null, heavy: string, state: PlayerState): void {
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

/** How a cut looks and sounds; null until main has said so. A new version of it takes the place of the one before when it is there. */
function useComposition({ projectId, version, isPast }: Cut): Composition | null {
  const [composition, setComposition] = useState<Composition | null>(null);
  useEffect(() => {
    let current = true;
    void ask('draft.composition', isPast ? { projectId, version } : { projectId }, 'quiet').then((answer) => {
      if (!current || !answer.ok) return;
      setComposition(answer.data);
      tellFilm({ projectId, version, composition: answer.data });
    });
    return () => {
      current = false;
    };
  }, [projectId, version, isPast]);
  return composition;
}

/** A player for a cut, on a canvas of its own under `frame`. Steering it is left to others. */
export function useFilmPlayer(frame: RefObject<HTMLElement | null>, cut: Cut, onFrame: OnFrame): Film {
  const composition = useComposition(cut);
  const shown = useRef<Composition | null>(null);
  const told = useRef(onFrame);
  const [player, setPlayer] = useState<FilmPlayer | null>(null);
  const [state, setState] = useState<PlayerState>('seeking');
  const [troubles, setTroubles] = useState(noTroubles);
  const [doubts, setDoubts] = useState(noDoubts);
  const [heavy, setHeavy] = useState('');
  const [crashes, setCrashes] = useState(0);
  const crashed = crashes > 1;

  useEffect(() => {
    told.current = onFrame;
  }, [onFrame]);

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
        if (shown.current !== null) told.current(shown.current, at, now);
      },
      onTroubles: (found) => {
        setTroubles(found);
        tellTroubles(found);
      },
      onDoubts: setDoubts,
      onHeavy: (mediaIds) => setHeavy(mediaIds.join(' ')),
      onCrash: (event) => {
        tellWorkerDied('player', event, crashes === 0);
        setCrashes((count) => count + 1);
      },
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
    };
  }, [frame, crashes, crashed]);

  useEffect(() => {
    if (player === null || composition === null) return;
    shown.current = composition;
    player.show(composition);
  }, [player, composition]);

  useProxies(player, heavy, state);
  const { t } = useText();
  const thumbnails = useFilms((state) => state.thumbnails);
  useEffect(() => {
    const words = {
      fetching: t('preview.cardFetching'),
      gone: t('preview.cardGone'),
      'not-kept': t('preview.cardNotKept'),
      'cannot-decode': t('preview.cardUndecodable'),
      'no-picture': t('preview.cardUndecodable'),
    };
    player?.setWords(words, new Map([...thumbnails].filter(([mediaId]) => troubles.has(mediaId))));
  }, [player, t, thumbnails, troubles]);

  const restart = useCallback(() => setCrashes(0), []);
  return { composition, player, state, troubles, doubts, crashed, restart };
}

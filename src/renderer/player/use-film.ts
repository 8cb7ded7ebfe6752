import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Composition } from '../../shared/composition/composition.ts';
import { frameOf, secondsOf } from '../../shared/composition/rate.ts';
import type { PlayerState } from '../../compositor/protocol.ts';
import { loopBack, type Playable, still, usePlayhead } from '../state/playhead.ts';
import { type FilmPair, pairFilms, type SideIndex, type Transport } from './film-pair.ts';
import { useFilmPlayer, type Cut, type Film, type OnFrame } from './use-film-player.ts';

/** Plays a cut on a canvas under `frame`, and keeps the playhead. */
export function useFilm(frame: RefObject<HTMLElement | null>, cut: Cut): Film {
  const film = useFilmPlayer(frame, cut, place);
  usePlayable(film.player, film.composition);
  return film;
}

/** Plays two cuts in step, each under its own frame, with one playhead for both. `sounding` is the one that is heard. */
export function useFilmPair(
  frames: readonly [RefObject<HTMLElement | null>, RefObject<HTMLElement | null>],
  cuts: readonly [Cut, Cut],
  sounding: SideIndex,
): readonly [Film, Film] {
  const pair = useRef<FilmPair | null>(null);
  const hear = (side: SideIndex): OnFrame => {
    return (composition, frame, state) => {
      pair.current?.hear(side, frame, state);
      if (pair.current?.lead === side) place(composition, frame, state);
    };
  };
  const left = useFilmPlayer(frames[0], cuts[0], hear(0));
  const right = useFilmPlayer(frames[1], cuts[1], hear(1));
  const made = useMemo(() => {
    const sides = [sideOf(left.player, left.composition), sideOf(right.player, right.composition)] as const;
    return sides[0] && sides[1] ? pairFilms([sides[0], sides[1]], sounding) : null;
  }, [left.player, left.composition, right.player, right.composition, sounding]);
  useEffect(() => {
    pair.current = made;
  }, [made]);
  usePlayable(made?.transport ?? null, [left, right][made?.lead ?? 0]?.composition ?? null);
  return [left, right];
}

function sideOf<P>(player: P | null, composition: Composition | null) {
  return player === null || composition === null ? null : { player, composition };
}

/** Hands what plays to the playhead, as long as it is there. */
function usePlayable(transport: Transport | null, composition: Composition | null): void {
  useEffect(() => {
    if (transport === null || composition === null) return;
    usePlayhead.setState({
      duration: secondsOf(composition.rate, composition.frames),
      sentTo: null,
      player: playableOf(transport, composition),
    });
  }, [transport, composition]);
  const there = transport !== null;
  useEffect(() => (there ? () => usePlayhead.setState(still) : undefined), [there]);
}

/** What the worker says of frames before the one that was asked for last is over. */
function place(composition: Composition, frame: number, state: PlayerState): void {
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

function playableOf(player: Transport, { rate, frames }: Composition): Playable {
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
    play: () => player.play(now().speed, shown()),
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

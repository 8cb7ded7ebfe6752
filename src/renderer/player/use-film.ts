import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Composition } from '../../shared/composition/composition.ts';
import { frameOf, isSameRate, type Rate, secondsOf } from '../../shared/composition/rate.ts';
import type { PlayerState } from '../../compositor/protocol.ts';
import { loopBack, type Playable, still, usePlayhead } from '../state/playhead.ts';
import { type FilmPair, pairFilms, type SideIndex, type Transport } from './film-pair.ts';
import { useFilmPlayer, type Cut, type Film, type OnFrame } from './use-film-player.ts';

/** Plays a cut on a canvas under `frame`, and keeps the playhead. */
export function useFilm(frame: RefObject<HTMLElement | null>, cut: Cut): Film {
  const film = useFilmPlayer(frame, cut, place);
  usePlayable(film.player, film.composition, film.player);
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
  // One that takes the other's place as the one that is heard is no other film.
  const stage = useMemo(() => ({ left: left.player, right: right.player }), [left.player, right.player]);
  usePlayable(made?.transport ?? null, [left, right][made?.lead ?? 0]?.composition ?? null, stage);
  return [left, right];
}

function sideOf<P>(player: P | null, composition: Composition | null) {
  return player === null || composition === null ? null : { player, composition };
}

/**
 * Hands what plays to the playhead, as long as it is there. Whatever takes the place of what was there, another `stage` after a worker
 * died or a film in another rate, goes on from where that stood, and plays on where that was told to. A changed film begins anew where
 * the one before was played through: its end would hide the change.
 */
function usePlayable(transport: Transport | null, composition: Composition | null, stage: unknown): void {
  const before = useRef<{ readonly transport: Transport; readonly stage: unknown; readonly rate: Rate } | null>(null);
  useEffect(() => {
    if (transport === null || composition === null) return;
    const { rate, frames } = composition;
    const isSame = before.current !== null && before.current.stage === stage && isSameRate(before.current.rate, rate);
    const isChanged = isSame && before.current?.transport === transport;
    before.current = { transport, stage, rate };
    const { seconds, playing, goesOn, sentTo, ended } = usePlayhead.getState();
    const { player, rest } = playableOf(transport, composition);
    usePlayhead.setState({
      duration: secondsOf(rate, frames),
      sentTo: isSame && sentTo !== null ? Math.min(sentTo, frames - 1) : null,
      player,
    });
    if (goesOn || (playing && !isSame)) player.play();
    else if (isChanged && ended) player.seek(0);
    else if (!isSame && seconds > 0) player.seek(seconds);
    return rest;
  }, [transport, composition, stage]);
  const there = transport !== null;
  useEffect(() => {
    if (there) return () => usePlayhead.setState(({ seconds }) => ({ ...still, seconds }));
    return undefined;
  }, [there]);
  useEffect(() => () => usePlayhead.setState(still), []);
}

/** What the worker says of frames before the one that was asked for last is over. */
function place(composition: Composition, frame: number, state: PlayerState): void {
  const { rate, frames } = composition;
  const { sentTo, goesOn, asked, playing, ended } = usePlayhead.getState();
  if (sentTo !== null && sentTo !== frame) return;
  const runs = state === 'playing' || state === 'waiting';
  const isPlaying = runs || goesOn || asked;
  const arrived = state === 'seeking' ? {} : { sentTo: null };
  usePlayhead.setState({
    seconds: secondsOf(rate, shownAs(frame, frames)),
    playing: isPlaying,
    asked: asked && !runs,
    ended: !isPlaying && frame >= frames - 1 && (playing || ended),
    ...arrived,
  });
  const back = loopBack(usePlayhead.getState());
  if (back !== null) usePlayhead.getState().player?.seek(back);
}

/** The last frame stands for the end, so that a film that was played through is at its full length. */
function shownAs(frame: number, frames: number): number {
  return frame >= frames - 1 ? frames : frame;
}

/** Seeks while it plays come in crowds, as the pointer moves: it goes on once they have come to rest. In ms. */
const restMs = 150;

/** `rest`: what is still to go on is left to what comes next. */
function playableOf(
  transport: Transport,
  { rate, frames }: Composition,
): { readonly player: Playable; readonly rest: () => void } {
  let resuming: ReturnType<typeof setTimeout> | undefined;
  const now = () => usePlayhead.getState();
  const frameAt = (seconds: number): number => Math.max(0, Math.min(frames - 1, frameOf(rate, seconds * 1000)));
  const shown = (): number => frameAt(now().seconds);
  const play = (): void => {
    clearTimeout(resuming);
    const from = shown();
    // From its end it begins anew.
    const sentTo = from === frames - 1 ? null : now().sentTo;
    usePlayhead.setState({ goesOn: false, asked: true, playing: true, sentTo });
    transport.play(now().speed, from);
  };
  const send = (frame: number, goesOn: boolean): void => {
    const seconds = secondsOf(rate, shownAs(frame, frames));
    usePlayhead.setState({ goesOn, asked: false, ended: false, sentTo: frame, seconds });
    transport.seek(frame);
  };
  const goTo = (frame: number): void => {
    const goesOn = now().playing;
    clearTimeout(resuming);
    send(frame, goesOn);
    if (goesOn) resuming = setTimeout(play, restMs);
  };
  const pause = (): void => {
    clearTimeout(resuming);
    transport.pause();
    // Between a jump and going on there is nothing to pause.
    usePlayhead.setState({ goesOn: false, asked: false, playing: false });
  };
  const player: Playable = {
    seek: (seconds) => goTo(frameAt(seconds)),
    play,
    pause,
    step: (count) => {
      pause();
      send(Math.max(0, Math.min(frames - 1, shown() + count)), false);
    },
    setSpeed: () => now().playing && play(),
    setVolume: transport.setVolume,
    snapshot: () => transport.snapshot(shown()),
  };
  return { player, rest: () => clearTimeout(resuming) };
}

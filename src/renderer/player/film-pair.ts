import type { Composition } from '../../shared/composition/composition.ts';
import { secondsOf } from '../../shared/composition/rate.ts';
import type { PlayerState } from '../../compositor/protocol.ts';
import type { FilmPlayer } from './film-player.ts';

/** What a playhead needs of a player. */
export type Transport = Pick<FilmPlayer, 'play' | 'pause' | 'seek' | 'setVolume' | 'snapshot'>;

type Side = { readonly player: Transport & Pick<FilmPlayer, 'follow'>; readonly composition: Composition };
export type SideIndex = 0 | 1;

export type FilmPair = {
  /** Steers both; frames are those of `lead`. */
  readonly transport: Transport;
  /** The longer of the two: the playhead goes by it. The other one stands at its end when that has come. */
  readonly lead: SideIndex;
  /** Takes in what a side shows now, which keeps the other one in step. */
  readonly hear: (side: SideIndex, frame: number, state: PlayerState) => void;
};

/** Two films that play as one, `sounding` the one that is heard. */
export function pairFilms(sides: readonly [Side, Side], sounding: SideIndex): FilmPair {
  const lead: SideIndex = lengthOf(sides[1]) > lengthOf(sides[0]) ? 1 : 0;
  const [first, second] = [sides[lead], sides[other(lead)]];
  let speed = 1;
  /** `asked`: to move, and what the lead still says of standing is older than that. */
  let phase: 'still' | 'asked' | 'moving' = 'moving';

  const inSecond = (frame: number): number => Math.min(last(second), Math.floor(inOther(first, second, frame + 0.5)));
  const play: Transport['play'] = (wanted, from = 0) => {
    const start = from >= last(first) && wanted > 0 ? 0 : from;
    [speed, phase] = [wanted, 'asked'];
    first.player.play(wanted, start);
    const beside = inSecond(start);
    // Backwards it is led frame by frame, and after its end there is nothing to play.
    if (wanted < 0 || beside >= last(second)) second.player.seek(beside);
    else second.player.play(wanted, beside);
  };

  return {
    lead,
    transport: {
      play,
      pause: () => {
        first.player.pause();
        second.player.pause();
      },
      seek: (frame) => {
        phase = 'still';
        first.player.seek(frame);
        second.player.seek(inSecond(frame));
      },
      setVolume: (volume) => {
        sides[sounding].player.setVolume(volume);
        sides[other(sounding)].player.setVolume(0);
      },
      snapshot: first.player.snapshot,
    },
    hear: (side, frame, state) => {
      if (side === sounding && state === 'playing' && speed > 0) {
        const [heard, led] = [sides[side], sides[other(side)]];
        led.player.follow(inOther(heard, led, frame + 0.5));
      }
      if (side !== lead) return;
      if (phase === 'asked' && state !== 'paused' && state !== 'seeking') phase = 'moving';
      const stopped = phase === 'moving' && state === 'paused';
      if (stopped) phase = 'still';
      if (stopped || (state === 'playing' && speed < 0)) second.player.seek(inSecond(frame));
    },
  };
}

function other(side: SideIndex): SideIndex {
  return side === 0 ? 1 : 0;
}

function last({ composition }: Side): number {
  return Math.max(0, composition.frames - 1);
}

function lengthOf({ composition: { rate, frames } }: Side): number {
  return secondsOf(rate, frames);
}

/** The place in one film, in frames, that lies at the same time as a place in another. */
function inOther(from: Side, to: Side, frame: number): number {
  const { numerator, denominator } = to.composition.rate;
  return (secondsOf(from.composition.rate, frame) * numerator) / denominator;
}

import type { FrameIndex } from '../shared/composition/frame-index.ts';
import { secondsOf } from '../shared/composition/rate.ts';
import type { Mixer } from './mixer.ts';
import { blockSeconds, type SoundBlock } from './protocol.ts';
import { wait } from './wait.ts';

/** One time that a composition plays. Seconds of the composition. */
type SoundRun = {
  readonly from: number;
  readonly isOver: () => boolean;
  readonly index: () => FrameIndex | null;
  /** What is on the stage. */
  readonly frame: () => number;
  readonly speed: number;
  readonly give: (block: SoundBlock) => void;
};

/** Sound is mixed this far ahead. In seconds. */
const soundAhead = 1;
const firstBlocks = 3;

/** Resolves when the first blocks are there; goes on mixing ahead of the picture as long as the run lasts. */
export async function mixAhead(mixer: Mixer, run: SoundRun): Promise<void> {
  mixer.reset();
  let blocks = 0;
  const next = (): number => run.from + blocks * blockSeconds;
  const mixNext = async (index: FrameIndex): Promise<void> => {
    const block = await mixer.block(index, next());
    blocks += 1;
    if (!run.isOver()) run.give(block);
  };
  const mixOn = async (): Promise<void> => {
    for (let index = run.index(); index !== null && !run.isOver(); index = run.index()) {
      const { rate, frames } = index.composition;
      if (next() >= secondsOf(rate, frames)) return;
      if (next() <= secondsOf(rate, run.frame()) + soundAhead * Math.max(1, run.speed)) await mixNext(index);
      else await wait(blockSeconds * 500);
    }
  };
  for (let index = run.index(); index !== null && blocks < firstBlocks && !run.isOver(); index = run.index())
    await mixNext(index);
  void mixOn();
}

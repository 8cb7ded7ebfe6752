import { type BatchLife, startLife } from './batch-rig.ts';
import { anOrder, type BatchWorld, createWorld } from './batch-world.ts';
import { createFakeClock } from './fake-clock.ts';

/** The world of the present test, and the run of the app in it. */
export let world: BatchWorld;
export let life: BatchLife;

/** Before each test. */
export function begin(): void {
  world = createWorld(createFakeClock());
  life = startLife(world);
}

/** Starts the app again on what a run that has died left behind. */
export async function revive(): Promise<void> {
  life = startLife(world);
  await settle();
}

export async function restart(): Promise<void> {
  life.kill();
  await revive();
}

export const settle = () => world.clock.advance(0);
export const states = () => life.batch().items.map(({ state }) => state);

/** Starts a batch and lets it begin. */
export async function start(...order: Parameters<typeof anOrder>): Promise<string> {
  const id = life.batches.start(anOrder(...order));
  await settle();
  return id;
}

/** Brings an item up to its message, or beyond its answer. */
export async function upTo(n: number, draftVersions: 'asking' | 'answered'): Promise<void> {
  life.uploaded(n);
  await settle();
  if (draftVersions === 'answered') await life.answer(n);
}

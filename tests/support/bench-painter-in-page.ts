import { paintClip } from '../../src/media-worker/paint.ts';
import type { TaskContext } from '../../src/media-worker/wire.ts';
import { createFilm, filmRate } from '../../src/painter/film.ts';
import { readScene } from '../../src/shared/scene/read-scene.ts';
import { encodeAlone } from './encode-alone.ts';

/** Nobody keeps what is made. */
const unread: TaskContext = {
  sourceUrl: '',
  sourceBase: '',
  progress: () => undefined,
  write: () => Promise.resolve(),
};

/** Frames a second of the film of a prompt, from its words to the finished file, sound included. */
export async function paintedPerSecond(prompt: string): Promise<number> {
  const scene = readScene(prompt);
  const since = performance.now();
  await paintClip({ kind: 'paint-clip', scene }, unread);
  return (scene.seconds * filmRate * 1000) / (performance.now() - since);
}

/** The same of an encoder that is given frames of this film ready-made. */
export async function encodedPerSecond(prompt: string): Promise<number> {
  const film = createFilm(readScene(prompt));
  return encodeAlone(film, (context, frame) => film.draw(context, frame));
}

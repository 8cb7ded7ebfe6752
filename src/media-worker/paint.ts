import { soundRate } from '../compositor/protocol.ts';
import { openRender } from '../compositor/render.ts';
import { ambienceOf } from '../painter/ambience.ts';
import { createFilm } from '../painter/film.ts';
import { composeMusic } from '../painter/music/music.ts';
import type { MediaTask, TaskAnswer } from '../shared/media-worker-protocol.ts';
import { writeFilm, writeSound } from './film-file.ts';
import type { TaskContext } from './wire.ts';

type TaskOf<K extends MediaTask['kind']> = Extract<MediaTask, { readonly kind: K }>;

const blockFrames = soundRate / 10;

/** Paints a scene as a film with a quiet ambience. */
export async function paintClip(
  { scene }: TaskOf<'paint-clip'>,
  context: TaskContext,
): Promise<TaskAnswer<'paint-clip'>> {
  const film = createFilm(scene);
  const { left, right } = ambienceOf(scene, soundRate);
  await writeFilm(
    {
      ...film,
      rate: { numerator: film.rate, denominator: 1 },
      sound: (from) => {
        const at = Math.round(from * soundRate);
        return { left: left.subarray(at, at + blockFrames), right: right.subarray(at, at + blockFrames) };
      },
    },
    context,
  );
  return {};
}

export async function paintMusic(
  { music }: TaskOf<'paint-music'>,
  context: TaskContext,
): Promise<TaskAnswer<'paint-music'>> {
  await writeSound(composeMusic(music), context);
  return {};
}

/** Renders a composition with the very frames and sound of the preview. */
export async function compose(
  { composition, width, height }: TaskOf<'compose'>,
  context: TaskContext,
): Promise<TaskAnswer<'compose'>> {
  const render = openRender(composition, context.sourceBase);
  try {
    const { draw, undrawn, sound } = render;
    await writeFilm({ ...composition, width, height, draw, undrawn, sound }, context);
  } finally {
    render.close();
  }
  return {};
}

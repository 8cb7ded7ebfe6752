import { openRender } from '../compositor/render.ts';
import type { MediaTask, TaskAnswer } from '../shared/media-worker-protocol.ts';
import { writeFilm } from './film-file.ts';
import type { TaskContext } from './wire.ts';

/** Renders a composition with the very frames and sound of the preview. */
export async function compose(
  { composition, width, height }: Extract<MediaTask, { readonly kind: 'compose' }>,
  context: TaskContext,
): Promise<TaskAnswer<'compose'>> {
  const render = openRender(composition, context.sourceBase);
  try {
    await writeFilm({ ...composition, width, height, draw: render.draw, sound: render.sound }, context);
  } finally {
    render.close();
  }
  return {};
}

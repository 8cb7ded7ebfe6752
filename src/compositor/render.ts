import type { Composition } from '../shared/composition/composition.ts';
import { indexOf } from '../shared/composition/frame-index.ts';
import { createMixer } from './mixer.ts';
import { createPainter } from './paint.ts';
import { createPictures } from './pictures.ts';
import type { SoundBlock } from './protocol.ts';
import { paintExactly } from './snapshots.ts';
import { createSources } from './sources.ts';

/** A composition that is drawn from its beginning to its end, whatever time it takes. */
export type Render = {
  /** Draws the very frame, as large as the context's canvas. */
  readonly draw: (context: OffscreenCanvasRenderingContext2D, frame: number) => Promise<void>;
  /** A block of `blockSeconds` from this second on. */
  readonly sound: (from: number) => Promise<SoundBlock>;
  readonly close: () => void;
};

/** `mediaBase`: where media are served by their ids. What is not to be had leaves its card and silence, as in the preview. */
export function openRender(composition: Composition, mediaBase: string): Render {
  // The preview names what it cannot draw; nobody wants that name in a film.
  const tracks = composition.tracks.map((track) => track.filter(({ kind }) => kind !== 'block'));
  const index = indexOf({ ...composition, tracks });
  const sources = createSources(
    () => mediaBase,
    () => undefined,
  );
  // Frames that are drawn stay in memory for as long as the page lives, and a render lets nobody wait for the way that is quicker.
  const pictures = createPictures(sources, 'copy');
  const painter = createPainter();
  const mixer = createMixer(async (mediaId) => {
    const source = await sources.open(mediaId);
    return source.kind === 'film' ? source.sound : null;
  });
  return {
    draw: async (context, frame) => {
      pictures.prepare(index, frame);
      await paintExactly(context, { painter, pictures, index, frame, reason: () => '' });
    },
    sound: (from) => mixer.block(index, from),
    close: () => {
      pictures.close();
      mixer.reset();
      sources.keep(new Set());
    },
  };
}

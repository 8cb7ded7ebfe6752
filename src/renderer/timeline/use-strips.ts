import { useEffect, useMemo, useState } from 'react';
import type { FromStrips } from '../../compositor/strips.ts';
import { mediaPath } from '../../shared/media-url.ts';
import { tellThumbnail, tellWorkerDied, useFilms } from '../state/films.ts';
import { usePlayhead } from '../state/playhead.ts';
import { useWindow } from '../state/store.ts';
import type { Lane } from './lanes.ts';
import { createStrips, type Strips, type StripWorker } from './strips.ts';
import { noSources, type StripSources, stripSourcesOf, wantsIn } from './tiles.ts';
import type { View } from './view.ts';

/** So long the view has come to rest, and the player, before pictures are made. In ms. */
const restMs = 250;

/** What pieces show of their files; another object whenever there is more of it. */
export type Strip = { readonly sources: StripSources; readonly strips: Strips; readonly more: number };

let made: Strips | null = null;

function openWorker(hear: (message: FromStrips) => void, died: () => boolean): StripWorker {
  const worker = new Worker(new URL('../../compositor/strips-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromStrips>) => {
    const { thumbnails } = useFilms.getState();
    if (data.kind === 'picture' && data.image !== null && !thumbnails.has(data.mediaId))
      void tellThumbnail(data.mediaId, data.image);
    hear(data);
  });
  worker.addEventListener('error', (event) => tellWorkerDied('strips', event, died()));
  return { send: (wants) => worker.postMessage(wants), close: () => worker.terminate() };
}

/** Pictures and waves for what is in sight of a cut. None is made while the video plays or is searched through. */
export function useStrips(lanes: readonly Lane[], view: View, version: number): Strip {
  const projectId = useWindow((state) => state.openProjectId);
  const film = useFilms(({ films }) => films.find((one) => one.projectId === projectId && one.version === version));
  const troubles = useFilms((state) => state.troubles);
  const isQuiet = usePlayhead(({ playing, goesOn, sentTo }) => !playing && !goesOn && sentTo === null);
  const sources = useMemo(() => (film === undefined ? noSources : stripSourcesOf(film.composition)), [film]);
  const strips = (made ??= createStrips({ mediaBase: new URL(mediaPath, location.href).href, openWorker }));
  const [more, setMore] = useState(0);
  const [shapes, setShapes] = useState(0);

  useEffect(() => {
    let painting = 0;
    const unsubscribe = strips.subscribe((what) => {
      if (what === 'shape') setShapes((count) => count + 1);
      // Pictures come in crowds: they are painted once a frame.
      painting ||= requestAnimationFrame(() => {
        painting = 0;
        setMore((count) => count + 1);
      });
    });
    return () => {
      cancelAnimationFrame(painting);
      unsubscribe();
    };
  }, [strips]);

  useEffect(() => {
    if (!isQuiet) return strips.want([], []);
    const timer = setTimeout(() => {
      strips.again();
      const { pictures, waves } = wantsIn(lanes, view, sources, strips.ratio);
      strips.want(pictures, waves);
    }, restMs);
    return () => clearTimeout(timer);
  }, [strips, lanes, view, sources, isQuiet, troubles, shapes]);

  return useMemo(() => ({ sources, strips, more }), [sources, strips, more]);
}

import { create } from 'zustand';
import type { Composition } from '../../shared/composition/composition.ts';
import type { Trouble } from '../../compositor/protocol.ts';
import { ask } from './client.ts';

/** How a version of a project's cut looks and sounds, as the player has it. */
type ShownFilm = { readonly projectId: string; readonly version: number; readonly composition: Composition };

type Films = {
  /** The last ones, the newest first. */
  readonly films: readonly ShownFilm[];
  /** What the player could not have, by media id. */
  readonly troubles: ReadonlyMap<string, Trouble>;
  /** Small pictures of clips that were seen before, by media id. */
  readonly thumbnails: ReadonlyMap<string, ImageBitmap>;
};

/** Two stand side by side. */
const mostFilms = 2;
/** Clips of which one is kept; the first that were seen go first. */
const mostThumbnails = 60;

/** What the player found out about the cuts on its stage, for who shows them in other ways. */
export const useFilms = create<Films>()(() => ({ films: [], troubles: new Map(), thumbnails: new Map() }));

export function tellFilm(film: ShownFilm): void {
  const others = ({ projectId, version }: ShownFilm): boolean =>
    projectId !== film.projectId || version !== film.version;
  useFilms.setState(({ films }) => ({ films: [film, ...films.filter(others)].slice(0, mostFilms) }));
}

export function tellTroubles(troubles: Films['troubles']): void {
  useFilms.setState({ troubles });
}

/** `image`: a copy is kept of it. */
export async function tellThumbnail(mediaId: string, image: ImageBitmapSource): Promise<void> {
  const thumbnail = await createImageBitmap(image).catch(() => null);
  if (thumbnail === null) return;
  useFilms.setState(({ thumbnails }) => ({
    thumbnails: new Map([...thumbnails, [mediaId, thumbnail] as const].slice(-mostThumbnails)),
  }));
}

/** For the log; `again`: another one is started. One whose script cannot be loaded says nothing. */
export function tellWorkerDied(worker: 'player' | 'strips', event: Event, again: boolean): void {
  const message = event instanceof ErrorEvent ? event.message.slice(0, 300) : '';
  void ask('app.workerDied', { worker, message, again }, 'quiet');
}

import type { Input, InputVideoTrack } from 'mediabunny';
import { fitInto } from './canvas.ts';
import { fileAt, inputHeadBytes, mainTracks, openInput, type MainTracks } from '../shared/media-input.ts';
import type { Size } from '../shared/composition/place.ts';

/** This computer cannot decode what the file holds, or cannot even read it. */
export class CannotDecode extends Error {}

export type Tracks = MainTracks & { readonly input: Input };

/** Bytes of the source kept in memory. */
const maxCacheSize = 32 * 1024 * 1024;

/** Opens the source as video or sound for as long as `work` runs. Throws `CannotDecode` where it is neither. */
export async function withTracks<T extends object>(url: string, work: (tracks: Tracks) => Promise<T>): Promise<T> {
  const done = await tryTracks(url, work);
  if (done === null) throw new CannotDecode();
  return done;
}

/** The same for what may be a picture: null where the source is neither video nor sound. */
export async function tryTracks<T>(url: string, work: (tracks: Tracks) => Promise<T>): Promise<T | null> {
  const input = await openInput(
    () => fileAt(url, maxCacheSize),
    () => headOf(url),
  );
  if (input === null) return null;
  try {
    const tracks = await mainTracks(input);
    return tracks.video === null && tracks.audio === null ? null : await work({ input, ...tracks });
  } finally {
    input.dispose();
  }
}

async function headOf(url: string): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { range: `bytes=0-${inputHeadBytes - 1}` } });
  return new Uint8Array(await response.arrayBuffer());
}

/** The source as a picture, turned as it says; the caller closes it. */
export async function openPicture(url: string): Promise<ImageBitmap> {
  const bytes = await (await fetch(url)).blob();
  try {
    return await createImageBitmap(bytes);
  } catch {
    throw new CannotDecode();
  }
}

/** The size at which the video's frames are drawn within `box`. */
export async function sizeWithin(video: InputVideoTrack, box: Size): Promise<Size> {
  return fitInto({ width: await video.getDisplayWidth(), height: await video.getDisplayHeight() }, box);
}

import { ALL_FORMATS, Input, UrlSource, type InputAudioTrack, type InputVideoTrack } from 'mediabunny';

/** What the file holds cannot be decoded, or not even read, on this computer. */
export class CannotDecode extends Error {}

export type Tracks = {
  readonly input: Input;
  readonly video: InputVideoTrack | null;
  readonly audio: InputAudioTrack | null;
};

/** Bytes of the source kept in memory. */
const maxCacheSize = 32 * 1024 * 1024;

/** Opens the source as video or sound for as long as `work` runs; null where it is neither. */
export async function withTracks<T>(url: string, work: (tracks: Tracks) => Promise<T>): Promise<T | null> {
  // A read that fails will fail again: the file is on this computer.
  const source = new UrlSource(url, { maxCacheSize, getRetryDelay: () => null });
  const input = new Input({ formats: ALL_FORMATS, source });
  try {
    if (!(await input.canRead())) return null;
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    return video === null && audio === null ? null : await work({ input, video, audio });
  } finally {
    input.dispose();
  }
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

import {
  Conversion,
  type MetadataTags,
  Mp4OutputFormat,
  Output,
  StreamTarget,
  type StreamTargetChunk,
} from 'mediabunny';
import { tagsOnce } from '../shared/media-input.ts';
import type { TrackOptions } from './encoding.ts';
import { CannotDecode, type Tracks } from './source.ts';
import type { Desktop } from './wire.ts';

/** Bytes handed to main at once: few remain to be written when the last frame is encoded. */
const chunkSize = 1024 * 1024;
/** Pieces that may wait for main before the encoder does. */
const mostPieces = 4;

export type Transcoding = TrackOptions & {
  /** Seconds. */
  readonly trim?: { readonly start: number; readonly end: number };
  /** Pictures that are part of the tags are left out where they have more bytes than this together. */
  readonly mostPictureBytes?: number;
};

/**
 * Writes the source's tracks to main as an MP4 file, at the pace at which main takes it. Throws `CannotDecode` rather than leave out
 * one that is wanted.
 */
export async function transcode({ input }: Tracks, wanted: Transcoding, desktop: Desktop): Promise<void> {
  const { trim, mostPictureBytes = Infinity, video, audio } = wanted;
  const writable = new WritableStream<StreamTargetChunk>(
    { write: ({ data, position }) => desktop.write(data, position) },
    new CountQueuingStrategy({ highWaterMark: mostPieces }),
  );
  const output = new Output({
    // The whole file would not fit into memory.
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(writable, { chunked: true, chunkSize }),
  });
  const conversion = await Conversion.init({
    input,
    output,
    tracks: 'all',
    video,
    audio,
    tags: (tags) => withinBytes(tagsOnce(tags), mostPictureBytes),
    ...(trim ? { trim } : {}),
    showWarnings: false,
  });
  const isMissing = conversion.discardedTracks.some(({ reason }) => reason !== 'discarded_by_user');
  if (!conversion.isValid || isMissing) throw new CannotDecode();
  conversion.onProgress = desktop.progress;
  await conversion.execute();
}

function withinBytes(tags: MetadataTags, most: number): MetadataTags {
  const bytes = (tags.images ?? []).reduce((sum, { data }) => sum + data.byteLength, 0);
  return bytes > most ? { ...tags, images: [] } : tags;
}

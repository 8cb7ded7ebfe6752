import { Conversion, Mp4OutputFormat, Output, StreamTarget, type StreamTargetChunk } from 'mediabunny';
import type { TrackOptions } from './encoding.ts';
import { CannotDecode, type Tracks } from './source.ts';
import type { Desk } from './wire.ts';

/** Bytes handed to main at once: few remain to be written when the last frame is encoded. */
const chunkSize = 1024 * 1024;
/** Pieces that may wait for main before the encoder does. */
const mostPieces = 4;

/**
 * Writes the source's first video and first audio track to main as an MP4 file, at the pace at which main takes it. Throws
 * `CannotDecode` rather than leave one of the two out.
 */
export async function transcode(
  { input, video, audio }: Tracks,
  options: TrackOptions,
  desk: Desk,
  trim?: { readonly start: number; readonly end: number },
): Promise<void> {
  const writable = new WritableStream<StreamTargetChunk>(
    { write: ({ data, position }) => desk.write(data, position) },
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
    tracks: 'primary',
    ...options,
    ...(trim ? { trim } : {}),
    showWarnings: false,
  });
  const used = new Set(conversion.utilizedTracks);
  const isMissing = [video, audio].some((track) => track !== null && !used.has(track));
  if (!conversion.isValid || isMissing) throw new CannotDecode();
  conversion.onProgress = desk.progress;
  await conversion.execute();
}

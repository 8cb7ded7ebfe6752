import { Mp4OutputFormat, Output, StreamTarget, type StreamTargetChunk } from 'mediabunny';
import type { TaskContext } from './wire.ts';

/** Bytes handed to main at once: few remain to be written when the last frame is encoded. */
const chunkSize = 1024 * 1024;
/** Pieces that may wait for main before the encoder does. */
const mostPieces = 4;

/** An MP4 file that is written to main as it grows. */
export function mp4File({ write }: Pick<TaskContext, 'write'>): Output {
  const writable = new WritableStream<StreamTargetChunk>(
    { write: ({ data, position }) => write(data, position) },
    new CountQueuingStrategy({ highWaterMark: mostPieces }),
  );
  return new Output({
    // The whole file would not fit into memory.
    format: new Mp4OutputFormat({ fastStart: false }),
    target: new StreamTarget(writable, { chunked: true, chunkSize }),
  });
}

import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '../../shared/result.ts';
import { dropBody } from './drop-body.ts';
import type { CloudError } from './errors.ts';
import { describeFailure } from './failures.ts';
import { writeFailure } from './write-failure.ts';

export type CopyInput = {
  readonly body: Readable;
  readonly file: Pick<FileHandle, 'write'>;
  /** Where in the file the body belongs. */
  readonly offset: number;
  /** Of the whole file; null where it was not announced. */
  readonly bytes: number | null;
  /** Told how much of the file the disk has taken, after each piece. */
  readonly onProgress: (written: number) => void;
  readonly signal: AbortSignal | undefined;
};

/** Copies a body into a file. Gives the size of the whole file. What had arrived before an error is written. */
export async function copyBody({
  body,
  file,
  offset,
  bytes,
  onProgress,
  signal,
}: CopyInput): Promise<Result<number, CloudError>> {
  let written = offset;
  try {
    for await (const piece of body as AsyncIterable<Uint8Array>) {
      const refused = await writeAll(file, piece, written);
      if (refused !== null) {
        dropBody(body);
        return err(refused);
      }
      written += piece.length;
      onProgress(written);
    }
  } catch (error) {
    return err(shortBody(describeFailure(error, signal), written, bytes));
  }
  const expected = bytes ?? written;
  return written === expected ? ok(written) : err({ kind: 'incomplete', received: written, expected });
}

/** The disk may take less than it is given. */
async function writeAll(file: CopyInput['file'], piece: Uint8Array, position: number): Promise<CloudError | null> {
  try {
    for (let from = 0; from < piece.length;)
      from += (await file.write(piece, from, piece.length - from, position + from)).bytesWritten;
    return null;
  } catch (error) {
    return writeFailure(error);
  }
}

function shortBody(failure: CloudError, received: number, expected: number | null): CloudError {
  return failure.kind === 'interrupted' && expected !== null ? { kind: 'incomplete', received, expected } : failure;
}

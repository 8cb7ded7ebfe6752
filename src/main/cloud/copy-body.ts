import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '../../shared/result.ts';
import { dropBody } from './drop-body.ts';
import type { CloudError } from './errors.ts';
import { describeFailure } from './failures.ts';
import { writeFailure } from './write-failure.ts';

/** So much may wait for the disk, in bytes, before the network waits too. */
const mostWaiting = 4 * 1024 * 1024;

export type CopyInput = {
  readonly body: Readable;
  readonly file: FileHandle;
  /** Where in the file the body belongs. */
  readonly offset: number;
  /** Of the whole file; null where it was not announced. */
  readonly bytes: number | null;
  /** Told how much of the file has arrived, and how much of that the disk has taken; at the end once more, however it came. */
  readonly onProgress: (received: number, written: number) => void;
  readonly signal: AbortSignal | undefined;
};

/**
 * Copies a body into a file, reading on while the disk writes. Gives the size of the whole file. What had arrived before an error is
 * written.
 */
export async function copyBody({
  body,
  file,
  offset,
  bytes,
  onProgress,
  signal,
}: CopyInput): Promise<Result<number, CloudError>> {
  const writer = createWriter(file, offset);
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  let received = offset;
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => describeFailure(error, signal));
      if ('kind' in next) {
        await writer.drain();
        onProgress(received, writer.written());
        return err(shortBody(next, received, bytes));
      }
      if (next.done === true) break;
      received += next.value.length;
      await writer.write(next.value);
      onProgress(received, writer.written());
    }
    await writer.drain();
    onProgress(received, writer.written());
  } catch (error) {
    onProgress(received, writer.written());
    return err(writeFailure(error));
  } finally {
    dropBody(body);
  }
  const expected = bytes ?? received;
  return received === expected ? ok(received) : err({ kind: 'incomplete', received, expected });
}

function shortBody(failure: CloudError, received: number, expected: number | null): CloudError {
  return failure.kind === 'interrupted' && expected !== null ? { kind: 'incomplete', received, expected } : failure;
}

type Writer = {
  /** Returns as soon as there is room for more. Throws what the disk threw. */
  readonly write: (chunk: Uint8Array) => Promise<void>;
  readonly drain: () => Promise<void>;
  /** Where in the file the next byte goes. */
  readonly written: () => number;
};

function createWriter(file: FileHandle, offset: number): Writer {
  let written = offset;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let flight: Promise<void> | null = null;
  let refusal: { readonly error: unknown } | null = null;

  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      [waiting, waitingBytes] = [[], 0];
      written = await writeAll(file, batch, written);
    }
    flight = null;
  };
  const drain = async (): Promise<void> => {
    if (flight !== null) await flight;
  };

  return {
    write: async (chunk) => {
      if (refusal !== null) throw refusal.error;
      waiting.push(chunk);
      waitingBytes += chunk.length;
      if (flight === null) {
        flight = flush();
        // Whoever writes or waits next sees the error.
        flight.catch((error: unknown) => (refusal = { error }));
      }
      if (waitingBytes > mostWaiting) await drain();
    },
    drain,
    written: () => written,
  };
}

/** The disk may take less than it is given. Gives the position behind the last byte. */
async function writeAll(file: FileHandle, batch: readonly Uint8Array[], position: number): Promise<number> {
  let at = position;
  let rest = batch;
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev([...rest], at);
    at += bytesWritten;
    rest = without(rest, bytesWritten);
  }
  return at;
}

function without(batch: readonly Uint8Array[], count: number): readonly Uint8Array[] {
  let left = count;
  return batch.flatMap((piece) => {
    const gone = Math.min(left, piece.length);
    left -= gone;
    return gone < piece.length ? [piece.subarray(gone)] : [];
  });
}

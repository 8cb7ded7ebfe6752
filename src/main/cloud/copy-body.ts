import type { FileHandle } from 'node:fs/promises';
import { type Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import { dropBody } from './drop-body.ts';
import type { CloudError } from './errors.ts';
import { describeFailure } from './failures.ts';
import { readMemory } from './read-memory.ts';
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
  let [received, written] = [offset, offset];
  const sink = createSink(file, offset, (at) => {
    written = at;
  });
  sink.once('error', () => dropBody(body));
  body.on('data', ({ length }: Uint8Array) => {
    received += length;
    onProgress(received, written);
  });
  body.pipe(sink, { end: false });
  const broken = await finished(body).catch((error: unknown) => describeFailure(error, signal));
  const unwritten = await finished(sink.end()).catch(writeFailure);
  onProgress(received, written);
  if (unwritten !== undefined) return err(unwritten);
  if (broken !== undefined) return err(shortBody(broken, received, bytes));
  const expected = bytes ?? received;
  return received === expected ? ok(received) : err({ kind: 'incomplete', received, expected });
}

function shortBody(failure: CloudError, received: number, expected: number | null): CloudError {
  return failure.kind === 'interrupted' && expected !== null ? { kind: 'incomplete', received, expected } : failure;
}

/** Writes what it is given behind `offset`, all that waits at once, and tells where the next byte goes. */
function createSink(file: FileHandle, offset: number, tell: (written: number) => void): Writable {
  const release = createRelease();
  let at = offset;
  const put = async (batch: readonly Uint8Array[]): Promise<void> => {
    at = await writeAll(file, batch, at);
    tell(at);
    batch.forEach(release);
  };
  return new Writable({
    highWaterMark: mostWaiting,
    write: (piece: Uint8Array, _encoding, done) => void put([piece]).then(() => done(), done),
    writev: (pieces, done) =>
      void put(pieces.map(({ chunk }: { readonly chunk: Uint8Array }) => chunk)).then(() => done(), done),
  });
}

/** Gives memory back once a piece that lies in another one was dealt with: until then more of it may come. */
function createRelease(): (piece: Uint8Array) => void {
  let last: ArrayBufferLike | null = null;
  return ({ buffer }) => {
    if (last !== null && last !== buffer) readMemory.giveBack(last);
    last = buffer;
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

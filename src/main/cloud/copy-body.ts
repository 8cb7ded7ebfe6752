import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import { dropBody } from './drop-body.ts';
import type { CloudError } from './errors.ts';
import { describeFailure } from './failures.ts';
import { readMemory } from './read-memory.ts';
import { ThreadBody } from './thread-body.ts';
import { writeFailure } from './write-failure.ts';

/** So much may wait for the disk, in bytes, before the network waits too; it goes on when half of that is left. */
const mostWaiting = 4 * 1024 * 1024;
/**
 * The most that one write hands over, in bytes. For more Linux looks for such long runs of free memory that a write into its cache
 * can take five times as long.
 */
const mostAtOnce = 512 * 1024;

/** The part of a file handle that is needed. */
type Target = {
  readonly fd: number;
  readonly writev: (pieces: readonly Uint8Array[], position: number) => Promise<{ readonly bytesWritten: number }>;
};

export type CopyInput = {
  readonly body: Readable;
  readonly file: Target;
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
export function copyBody(input: CopyInput): Promise<Result<number, CloudError>> {
  return input.body instanceof ThreadBody ? input.body.copy(input) : copyHere(input);
}

async function copyHere({
  body,
  file,
  offset,
  bytes,
  onProgress,
  signal,
}: CopyInput): Promise<Result<number, CloudError>> {
  let received = offset;
  const onRoom = (): void => void body.resume();
  const writer = createWriter({ file, offset, onRoom, onRefused: () => dropBody(body) });
  body.on('data', (piece: Uint8Array) => {
    received += piece.length;
    if (!writer.take(piece)) body.pause();
    onProgress(received, writer.written());
  });
  const broken = await finished(body).catch((error: unknown) => describeFailure(error, signal));
  const unwritten = await writer.end();
  onProgress(received, writer.written());
  if (unwritten !== undefined) return err(unwritten);
  if (broken !== undefined) return err(shortBody(broken, received, bytes));
  const expected = bytes ?? received;
  return received === expected ? ok(received) : err({ kind: 'incomplete', received, expected });
}

function shortBody(failure: CloudError, received: number, expected: number | null): CloudError {
  return failure.kind === 'interrupted' && expected !== null ? { kind: 'incomplete', received, expected } : failure;
}

type WriterParts = {
  readonly file: Target;
  readonly offset: number;
  /** There is room again after `take` said that there was none. */
  readonly onRoom: () => void;
  /** The disk does not take any more. */
  readonly onRefused: () => void;
};

type Writer = {
  /** Takes a piece in any case; false when no more should come for now. */
  readonly take: (piece: Uint8Array) => boolean;
  /** The position behind the last byte that the disk has taken. */
  readonly written: () => number;
  /** When all is written, or why it is not. */
  readonly end: () => Promise<CloudError | undefined>;
};

/** Writes pieces one behind the other, while more of them come. */
function createWriter({ file, offset, onRoom, onRefused }: WriterParts): Writer {
  const release = createRelease();
  const queue: Uint8Array[] = [];
  let [written, waiting, full] = [offset, 0, false];
  /** Null while there is nothing to write; stays when the disk has refused a piece. */
  let work: Promise<CloudError | undefined> | null = null;

  const writeQueue = async (): Promise<undefined> => {
    while (queue.length > 0) {
      const batch = queue.splice(0, countAtOnce(queue));
      const behind = await writeAll(file, batch, written);
      waiting -= behind - written;
      written = behind;
      batch.forEach(release);
      if (full && waiting <= mostWaiting / 2) {
        full = false;
        onRoom();
      }
    }
    work = null;
  };
  const refused = (error: unknown): CloudError => {
    onRefused();
    return writeFailure(error);
  };

  return {
    take: (piece) => {
      queue.push(piece);
      waiting += piece.length;
      full ||= waiting > mostWaiting;
      work ??= writeQueue().catch(refused);
      return !full;
    },
    written: () => written,
    end: async () => (await work) ?? undefined,
  };
}

/** How many of the first pieces one write should take: one at least. */
function countAtOnce(queue: readonly Uint8Array[]): number {
  let bytes = 0;
  const count = queue.findIndex(({ length }) => (bytes += length) > mostAtOnce);
  return count === -1 ? queue.length : Math.max(count, 1);
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
async function writeAll(file: Target, batch: readonly Uint8Array[], position: number): Promise<number> {
  let at = position;
  let rest = batch;
  while (rest.length > 0) {
    const { bytesWritten } = await file.writev(rest, at);
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

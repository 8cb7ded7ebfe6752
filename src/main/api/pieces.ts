import { type FileHandle, open } from 'node:fs/promises';

const smallestPiece = 128 * 1024;
const largestPiece = 1024 * 1024;
/** How long the reader should keep a piece, in ms: longer, and progress would be told too seldom; shorter, and each costs too much. */
const comfortable = { least: 10, most: 100 } as const;
/** The most that a socket takes and holds back, in bytes: of less, nobody sees when it has gone. */
const heldBack = 64 * 1024;

/** Buffers for the next files, as many as two at a time need: fresh memory for each file costs more than reading it does. */
const kept: Buffer[] = [];
const mostKept = 4;

/**
 * Reads the first `bytes` of a file, ahead of whoever takes the pieces, and in pieces as large as they are taken quickly. Two
 * buffers are read into in turn: **a piece is only good until the next one is asked for**, so that no memory is taken up however
 * long the file is; but one that a socket could hold back, as only the last can be, has memory of its own. Ends early where the
 * file does; throws what the system says where it cannot be read.
 */
export async function* readInPieces(path: string, bytes: number): AsyncGenerator<Uint8Array, void, void> {
  const file = await open(path);
  let size = smallestPiece;
  let at = 0;
  let [front, back] = [takeBuffer(), takeBuffer()];
  const readAhead = (into: Buffer): Promise<Uint8Array> => {
    const reading = fill(file, into.subarray(0, Math.min(size, bytes - at)), at);
    // Whether it matters shows when the piece is asked for.
    reading.catch(() => undefined);
    return reading;
  };
  let ahead = readAhead(front);
  try {
    while (at < bytes) {
      const piece = await ahead;
      if (piece.length === 0) break;
      at += piece.length;
      [front, back] = [back, front];
      ahead = readAhead(front);
      const handedOverAt = performance.now();
      yield piece.length > heldBack ? piece : Buffer.from(piece);
      size = nextSize(size, performance.now() - handedOverAt);
    }
  } finally {
    await ahead.catch(() => undefined);
    await file.close();
  }
  // Whoever broke off may still have a piece in hand: those buffers are left to him.
  keep(front);
  keep(back);
}

function takeBuffer(): Buffer {
  return kept.pop() ?? Buffer.allocUnsafeSlow(largestPiece);
}

function keep(buffer: Buffer): void {
  if (kept.length < mostKept) kept.push(buffer);
}

function nextSize(size: number, keptMs: number): number {
  if (keptMs < comfortable.least) return Math.min(largestPiece, size * 2);
  return keptMs > comfortable.most ? Math.max(smallestPiece, size / 2) : size;
}

/** Some file systems give less than they were asked for; only the end of a file makes a short piece. */
async function fill(file: FileHandle, into: Buffer, at: number): Promise<Uint8Array> {
  let filled = 0;
  while (filled < into.length) {
    const { bytesRead } = await file.read(into, filled, into.length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return into.subarray(0, filled);
}

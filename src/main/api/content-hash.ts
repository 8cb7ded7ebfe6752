import { createHash } from 'node:crypto';
import { readInPieces } from './pieces.ts';

/** Takes a file's content as it goes by. */
export type ContentHash = {
  readonly take: (piece: Uint8Array) => void;
  /** SHA-256 in hex; null where the line outran it. */
  readonly digest: () => string | null;
};

/** After so many bytes a line is judged: enough to be more than what the system's own buffers take at once. */
const trialBytes = 16 * 1024 * 1024;
/** Bytes per ms (200 MB/s) beyond which hashing would be what holds the line up. */
const outrunning = 200_000;

/**
 * Hashes what is being sent in the same pass. On any ordinary line that costs nothing, since the line is what is waited for. One
 * that is faster than hashing (this computer itself, a wired studio network) is not held up: the hash gives up then.
 */
export function hashAlong(now: () => number = () => performance.now()): ContentHash {
  const startedAt = now();
  let hash: ReturnType<typeof createHash> | null = createHash('sha256');
  let taken = 0;
  return {
    take: (piece) => {
      if (hash === null) return;
      const outrun = taken >= trialBytes && taken / (now() - startedAt) > outrunning;
      if (outrun) hash = null;
      else hash.update(piece);
      taken += piece.length;
    },
    digest: () => hash?.digest('hex') ?? null,
  };
}

/** For what is not to be hashed. */
export const noHash: ContentHash = { take: () => undefined, digest: () => null };

/** SHA-256, in hex, of the first `bytes` of a file. Throws where it cannot be read. */
export async function hashOfFile(path: string, bytes: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of readInPieces(path, bytes)) hash.update(piece);
  return hash.digest('hex');
}

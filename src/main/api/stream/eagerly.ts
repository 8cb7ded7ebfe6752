import type { Readable } from 'node:stream';

/** How much may wait for a slow reader before the connection is asked to wait as well, in bytes. */
const maxWaiting = 4 * 1024 * 1024;
/** Small pieces cost as much as large ones; very large ones become strings that only a full collection of garbage takes away. */
const blockBytes = 32 * 1024;
/** So many blocks are kept for what comes next. */
const mostKept = 8;

/**
 * Takes bytes from a body as soon as they are there. A stream that breaks throws away what it still holds; of an answer nothing
 * that has arrived may be lost, so it is held here, and all that one turn of the event loop brought is handed over together, in
 * memory that is used again as soon as more is asked for. Leaving the loop early closes the connection.
 */
export function eagerly(body: Readable): AsyncIterable<readonly Uint8Array[]> {
  const blocks = createBlocks();
  let outcome: { readonly error: unknown } | null = null;
  let wake = nothing;
  const finish = (error: unknown): void => {
    outcome ??= { error };
    wake();
  };
  body.on('data', (chunk: Uint8Array) => {
    blocks.add(chunk);
    if (blocks.waiting() > maxWaiting) body.pause();
    wake();
  });
  body.on('end', () => finish(null));
  body.on('error', finish);
  body.on('close', () => finish(new Error('closed')));

  async function* take(): AsyncGenerator<readonly Uint8Array[]> {
    try {
      for (;;) {
        if (blocks.waiting() > 0) {
          const together = blocks.take();
          if (body.isPaused()) body.resume();
          yield together;
          blocks.giveBack(together);
        } else if (outcome === null) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else if (outcome.error === null) {
          return;
        } else {
          throw outcome.error;
        }
      }
    } finally {
      body.destroy();
    }
  }
  return take();
}

function nothing(): void {}

type Blocks = {
  readonly add: (chunk: Uint8Array) => void;
  /** Bytes that were added and not taken. */
  readonly waiting: () => number;
  /** All that waits, in few pieces; nobody else writes into them until they are given back. */
  readonly take: () => readonly Buffer[];
  readonly giveBack: (pieces: readonly Buffer[]) => void;
};

/** Bytes put together in blocks of memory, of which the same few serve a whole stream: fresh memory is dear, and litter. */
function createBlocks(): Blocks {
  const kept: Buffer[] = [];
  let full: Buffer[] = [];
  let block: Buffer | null = null;
  let used = 0;
  const close = (): void => {
    if (block !== null) full.push(block.subarray(0, used));
    block = null;
    used = 0;
  };
  return {
    add: (chunk) => {
      for (let from = 0; from < chunk.length;) {
        block ??= kept.pop() ?? Buffer.allocUnsafeSlow(blockBytes);
        const copied = Math.min(blockBytes - used, chunk.length - from);
        block.set(chunk.subarray(from, from + copied), used);
        from += copied;
        used += copied;
        if (used === blockBytes) close();
      }
    },
    waiting: () => full.length * blockBytes + used,
    take: () => {
      close();
      const taken = full;
      full = [];
      return taken;
    },
    giveBack: (pieces) => {
      kept.push(...pieces.slice(0, mostKept - kept.length).map((piece) => Buffer.from(piece.buffer)));
    },
  };
}

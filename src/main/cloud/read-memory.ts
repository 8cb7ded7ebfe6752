import type { OnReadOpts, Socket } from 'node:net';

/** The most that one read from a connection may bring, in bytes. */
const blockBytes = 256 * 1024;
/** What brings less is copied: a block for each little piece would cost more than the copy. */
const worthABlock = blockBytes / 4;
/** So many blocks are kept for the next reads. */
const mostKept = 24;

/** Blocks of memory that connections read into, and that are used again. */
export type ReadMemory = {
  /** The option of that name of `net.connect` and `tls.connect`. */
  readonly onread: OnReadOpts;
  /**
   * Lets the memory under a piece of a body be read into again: nobody may look at anything in it any more. What is none of ours, or
   * was given back before, is left alone. What is never given back is collected like any other memory.
   */
  readonly giveBack: (memory: ArrayBufferLike) => void;
};

/**
 * Fresh memory for every read is what a fast download would spend most of its time on: the system clears each page before it hands
 * it out.
 */
export function createReadMemory(): ReadMemory {
  const kept: Buffer[] = [];
  const lent = new WeakSet<ArrayBufferLike>();
  const keep = (block: Buffer): void => {
    if (kept.length < mostKept) kept.push(block);
  };
  return {
    onread: {
      buffer: () => kept.pop() ?? Buffer.allocUnsafeSlow(blockBytes),
      callback(this: Socket, count: number, block: Buffer): boolean {
        const piece = block.subarray(0, count);
        if (count >= worthABlock) {
          lent.add(block.buffer);
          return this.push(piece);
        }
        const copy = Buffer.from(piece);
        keep(block);
        return this.push(copy);
      },
    } as OnReadOpts,
    giveBack: (memory) => {
      if (lent.delete(memory)) keep(Buffer.from(memory));
    },
  };
}

/** That of all connections of this process, as the runtime has one pool for all small buffers. */
export const readMemory = createReadMemory();

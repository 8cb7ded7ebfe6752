import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createReadMemory, type ReadMemory } from '../../../src/main/cloud/read-memory.ts';

/** Reads like a connection: fills a block with `byte`, and gives the piece that was passed on. */
function read({ onread }: ReadMemory, byte: number, count: number): Uint8Array {
  const block = onread.buffer instanceof Uint8Array ? onread.buffer : onread.buffer();
  block.fill(byte, 0, count);
  const pieces: Uint8Array[] = [];
  const socket = { push: (piece: Uint8Array) => pieces.push(piece) > 0 };
  onread.callback.call(socket as unknown as Socket, count, block);
  return pieces[0] ?? new Uint8Array();
}

const large = 200 * 1024;

describe('Memory for reading', () => {
  it('is read into again only once it was given back', () => {
    const memory = createReadMemory();
    const first = read(memory, 1, large);
    const second = read(memory, 2, large);
    expect(second.buffer).not.toBe(first.buffer);
    memory.giveBack(first.buffer);
    expect(read(memory, 3, large).buffer).toBe(first.buffer);
    expect(second.every((byte) => byte === 2)).toBe(true);
  });

  it('given back twice is handed out once', () => {
    const memory = createReadMemory();
    const piece = read(memory, 1, large);
    memory.giveBack(piece.buffer);
    memory.giveBack(piece.buffer);
    expect(read(memory, 2, large).buffer).toBe(piece.buffer);
    expect(read(memory, 3, large).buffer).not.toBe(piece.buffer);
  });

  it('of others is left alone', () => {
    const memory = createReadMemory();
    const foreign = new ArrayBuffer(large);
    memory.giveBack(foreign);
    expect(read(memory, 1, large).buffer).not.toBe(foreign);
  });

  it('under a little piece is used again at once, and the piece stays as it was', () => {
    const memory = createReadMemory();
    const little = read(memory, 1, 100);
    const next = read(memory, 2, large);
    expect(next.buffer).not.toBe(little.buffer);
    expect([...little]).toEqual(Array.from({ length: 100 }, () => 1));
  });
});

import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { copyBody, type CopyInput } from '../../../src/main/api/copy-body.ts';

const pieces = 100;

/** A body of small pieces, as from a connection: each in a turn of its own. `asked` counts them. */
function bodyOf(breaksAt = Infinity): { readonly body: Readable; readonly asked: () => number } {
  let asked = 0;
  const body = Readable.from(
    (async function* content() {
      for (; asked < pieces; asked += 1) {
        if (asked === breaksAt) throw Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
        yield Buffer.alloc(10, asked);
        await setImmediate();
      }
    })(),
    { highWaterMark: 1 },
  );
  return { body, asked: () => asked };
}

/** A disk that takes three bytes at a time, up to `room`. */
function slowDisk(room = Infinity): { readonly file: CopyInput['file']; readonly content: Buffer } {
  const content = Buffer.alloc(pieces * 10);
  const write = async (piece: Uint8Array, from: number, length: number, at: number): Promise<unknown> => {
    if (at >= room) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    const bytesWritten = Math.min(length, 3);
    content.set(piece.subarray(from, from + bytesWritten), at);
    return { bytesWritten, buffer: piece };
  };
  return { file: { write } as unknown as CopyInput['file'], content };
}

const whole = Buffer.concat(Array.from({ length: pieces }, (_, n) => Buffer.alloc(10, n)));

it('writes all of a body, whatever the disk takes at once', async () => {
  const { file, content } = slowDisk();
  const told: number[] = [];
  const onProgress = (written: number): void => void told.push(written);
  const { body } = bodyOf();
  expect(await copyBody({ body, file, offset: 0, bytes: 1000, onProgress, signal: undefined })).toEqual({
    ok: true,
    value: 1000,
  });
  expect(content.equals(whole)).toBe(true);
  expect(told).toEqual(Array.from({ length: pieces }, (_, n) => (n + 1) * 10));
});

it('reads no further once the disk has refused a piece', async () => {
  const { body, asked } = bodyOf();
  const { file } = slowDisk(50);
  const told: number[] = [];
  const onProgress = (written: number): void => void told.push(written);
  const copied = await copyBody({ body, file, offset: 0, bytes: 1000, onProgress, signal: undefined });
  expect(copied).toEqual({ ok: false, error: { kind: 'disk-full' } });
  expect(asked()).toBeLessThan(10);
  expect(told.at(-1)).toBe(50);
});

it('has written what arrived before the connection broke, and says how much is missing', async () => {
  const { file, content } = slowDisk();
  const copied = await copyBody({
    body: bodyOf(40).body,
    file,
    offset: 0,
    bytes: 1000,
    onProgress: () => undefined,
    signal: undefined,
  });
  expect(copied).toEqual({ ok: false, error: { kind: 'incomplete', received: 400, expected: 1000 } });
  expect(content.subarray(0, 400).equals(whole.subarray(0, 400))).toBe(true);
});

it('takes a body that ends early for incomplete, and one that runs over as well', async () => {
  for (const bytes of [1500, 500]) {
    const { file } = slowDisk();
    const { body } = bodyOf();
    const copied = await copyBody({ body, file, offset: 0, bytes, onProgress: () => undefined, signal: undefined });
    expect(copied).toEqual({ ok: false, error: { kind: 'incomplete', received: 1000, expected: bytes } });
  }
});

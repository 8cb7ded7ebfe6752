import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { copyBody } from '../../../src/main/cloud/copy-body.ts';

it('reads no further once the disk has refused a piece', async () => {
  let asked = 0;
  const body = Readable.from(
    (async function* pieces() {
      for (; asked < 100; asked += 1) {
        yield Buffer.alloc(10);
        // As from a connection: in a turn of its own.
        await setImmediate();
      }
    })(),
    { highWaterMark: 1 },
  );
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  const file = { writev: () => Promise.reject(full) } as unknown as FileHandle;
  const told: (readonly [received: number, written: number])[] = [];
  const onProgress = (...progress: readonly [number, number]): void => void told.push(progress);
  const copied = await copyBody({ body, file, offset: 0, bytes: 1000, onProgress, signal: undefined });
  expect(copied).toEqual({ ok: false, error: { kind: 'disk-full' } });
  expect(asked).toBeLessThan(10);
  expect(told.at(-1)?.[1]).toBe(0);
});

it('lets the connection wait while the disk has enough to do, and calls it again before the disk has nothing to do', async () => {
  const piece = 256 * 1024;
  const count = 64;
  let asked = 0;
  const body = Readable.from(
    (async function* pieces() {
      for (; asked < count; asked += 1) {
        yield Buffer.alloc(piece, asked);
        await setImmediate();
      }
    })(),
    { highWaterMark: 1 },
  );
  const written: Buffer[] = [];
  const paused = once(body, 'pause');
  const left = paused.then(() => once(body, 'resume')).then(() => asked - written.length);
  const file = {
    writev: async (batch: readonly Uint8Array[]) => {
      await paused;
      await setImmediate();
      written.push(...batch.map((one) => Buffer.from(one)));
      return { bytesWritten: batch.reduce((sum, { length }) => sum + length, 0) };
    },
  } as unknown as FileHandle;
  const copied = await copyBody({
    body,
    file,
    offset: 0,
    bytes: count * piece,
    onProgress: () => {},
    signal: undefined,
  });
  expect(copied).toEqual({ ok: true, value: count * piece });
  expect(
    Buffer.concat(written).equals(Buffer.concat(Array.from({ length: count }, (_, n) => Buffer.alloc(piece, n)))),
  ).toBe(true);
  // 16 pieces are as much as may wait, and half of them little enough to go on.
  expect(await left).toBeGreaterThan(4);
  expect(await left).toBeLessThan(12);
});

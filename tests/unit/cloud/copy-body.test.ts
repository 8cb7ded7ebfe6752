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

import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyBody, type CopyInput } from '../../../../src/main/api/download.ts';

const pieces = 100;
const whole = Buffer.concat(Array.from({ length: pieces }, (_, n) => Buffer.alloc(10, n)));
let dir: string;
let path: string;
let told: number[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes download '));
  path = join(dir, 'film.part');
  await writeFile(path, '');
  told = [];
});
afterEach(() => rm(dir, { recursive: true }));

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

async function copy(body: Readable, input: Partial<CopyInput> = {}): Promise<unknown> {
  const file = await open(path, 'r+');
  try {
    const onProgress = (written: number): void => void told.push(written);
    return await copyBody({ body, file, offset: 0, bytes: 1000, onProgress, signal: undefined, ...input });
  } finally {
    await file.close();
  }
}

it('writes all of a body, and tells how much the disk has', async () => {
  expect(await copy(bodyOf().body)).toEqual({ ok: true, value: 1000 });
  expect((await readFile(path)).equals(whole)).toBe(true);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
  expect(told.at(-1)).toBe(1000);
});

it('goes on where the body belongs, and leaves what stands before', async () => {
  await writeFile(path, 'before, and noise behind');
  expect(await copy(bodyOf().body, { offset: 6, bytes: 1006 })).toEqual({ ok: true, value: 1006 });
  expect((await readFile(path)).equals(Buffer.concat([Buffer.from('before'), whole]))).toBe(true);
});

/** A disk that takes three bytes at a time, up to `room`. */
function slowDisk(room = Infinity): { readonly file: CopyInput['file']; readonly content: Buffer } {
  const content = Buffer.alloc(pieces * 10);
  const writev = async (waiting: readonly Uint8Array[], at: number): Promise<unknown> => {
    if (at >= room) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    const bytes = Buffer.concat(waiting).subarray(0, Math.min(3, room - at));
    content.set(bytes, at);
    return { bytesWritten: bytes.length };
  };
  return { file: { writev } as unknown as CopyInput['file'], content };
}

it('writes all of a body, however little the disk takes at once', async () => {
  const { file, content } = slowDisk();
  expect(await copy(bodyOf().body, { file })).toEqual({ ok: true, value: 1000 });
  expect(content.equals(whole)).toBe(true);
});

it('reads no further once the disk is full, and has written what fits', async () => {
  const { body, asked } = bodyOf();
  const { file, content } = slowDisk(50);
  expect(await copy(body, { file })).toEqual({ ok: false, error: { kind: 'disk-full' } });
  expect(asked()).toBeLessThan(20);
  expect(content.subarray(0, 50).equals(whole.subarray(0, 50))).toBe(true);
});

it('has written what arrived before the connection broke, and says how much is missing', async () => {
  expect(await copy(bodyOf(40).body)).toEqual({
    ok: false,
    error: { kind: 'incomplete', received: 400, expected: 1000 },
  });
  expect((await readFile(path)).equals(whole.subarray(0, 400))).toBe(true);
  expect(told.at(-1)).toBe(400);
});

it('takes a body that ends early for incomplete, and one that runs over as well', async () => {
  for (const bytes of [1500, 500])
    expect(await copy(bodyOf().body, { bytes })).toEqual({
      ok: false,
      error: { kind: 'incomplete', received: 1000, expected: bytes },
    });
});

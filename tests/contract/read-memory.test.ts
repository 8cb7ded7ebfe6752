import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { copyBody } from '../../src/main/cloud/copy-body.ts';
import { createFileLine } from '../../src/main/cloud/file-line.ts';

const film = randomBytes(24 * 1024 * 1024);

function* inPieces(): Generator<Buffer> {
  for (let at = 0, round = 1; at < film.length; round += 1) {
    const length = (round * 7919) % 90_000;
    yield film.subarray(at, at + length);
    at += length;
  }
}

it('keeps downloads whole that come side by side, several pieces in a block', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rushes-'));
  const server = createServer((_, response) => Readable.from(inPieces()).pipe(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const script = join(import.meta.dirname, '../../src/main/cloud/file-thread.ts');
  const line = createFileLine({ script, route: { kind: 'direct' }, connectMs: 5000 });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetched = async (path: string): Promise<string> => {
    const question = { origin, path: '/', headers: {}, headersTimeout: 0, bodyTimeout: 0 };
    const { body } = await line.request({ ...question, method: 'GET', signal: null });
    const file = await open(path, 'w');
    await copyBody({ body, file, offset: 0, bytes: null, onProgress: () => undefined, signal: undefined });
    await file.close();
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  };
  const hashes = await Promise.all(['a', 'b', 'c'].map((name) => fetched(join(folder, name))));
  const sent = createHash('sha256').update(film).digest('hex');
  expect(hashes).toEqual([sent, sent, sent]);
  await line.destroy();
  server.close();
  await rm(folder, { recursive: true });
});

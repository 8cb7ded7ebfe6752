import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyBody } from '../../../src/main/cloud/copy-body.ts';
import { createFileLine, type FileAnswer } from '../../../src/main/cloud/file-line.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'rushes-'))));
afterEach(() => rm(folder, { recursive: true }));

/** A line whose thread answers each question, and does with all other orders what `obey` says; `tell` and `order` are there. */
async function lineOf(obey: string): Promise<ReturnType<typeof createFileLine>> {
  const script = join(folder, 'thread.mjs');
  await writeFile(
    script,
    `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', (order) => {
      const tell = (news) => parentPort.postMessage({ id: order.id, ...news });
      if (order.kind === 'ask') tell({ kind: 'head', statusCode: 200, headers: {} });
      else { ${obey} }
    });`,
  );
  return createFileLine({ script, route: { kind: 'direct' }, connectMs: 1000 });
}

const ask = (line: ReturnType<typeof createFileLine>, signal: AbortSignal | null = null): Promise<FileAnswer> =>
  line.request({
    method: 'GET',
    origin: 'http://localhost',
    path: '/',
    headers: {},
    headersTimeout: 0,
    bodyTimeout: 0,
    signal,
  });

async function copied(
  body: FileAnswer['body'],
  onProgress: (received: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<unknown> {
  const file = await open(join(folder, 'film'), 'w');
  const result = await copyBody({ body, file, offset: 0, bytes: null, onProgress, signal });
  await file.close();
  return result;
}

it('leaves a file that is no longer wanted only when the thread does', async () => {
  const line = await lineOf(`
    if (order.kind === 'copy') tell({ kind: 'progress', received: 1, written: 1 });
    if (order.kind === 'drop') {
      tell({ kind: 'progress', received: 2, written: 2 });
      tell({ kind: 'copied', result: { ok: false, error: { kind: 'interrupted' } } });
    }`);
  const stopping = new AbortController();
  const { body } = await ask(line, stopping.signal);
  const seen: number[] = [];
  const onProgress = (received: number): void => {
    seen.push(received);
    stopping.abort();
  };
  expect(await copied(body, onProgress, stopping.signal)).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(seen).toEqual([1, 2]);
  await line.destroy();
});

it('is interrupted when its thread ends, and has a new one for the next file', async () => {
  const line = await lineOf('process.exit();');
  for (let round = 0; round < 2; round += 1) {
    const { body } = await ask(line);
    expect(await copied(body)).toEqual({ ok: false, error: { kind: 'interrupted' } });
  }
  await line.destroy();
});

it('brings a body in pieces to whoever reads it', async () => {
  const line = await lineOf(`
    globalThis.left ??= ['a page ', 'of words'];
    const piece = left.shift();
    tell({ kind: 'piece', piece: piece === undefined ? null : new TextEncoder().encode(piece) });`);
  const { body } = await ask(line);
  expect(await text(body)).toBe('a page of words');
  await line.destroy();
});

it('asks nothing for somebody who has gone', async () => {
  const line = await lineOf('');
  await expect(ask(line, AbortSignal.abort())).rejects.toThrow('Aborted');
});

import { writeSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { assertNever } from '../../shared/assert-never.ts';
import { copyBody } from './copy-body.ts';
import { createDispatcher } from './dispatcher.ts';
import { factsOf } from './failures.ts';
import type { FileNews, FileOrder, FileQuestion, FileThreadData } from './file-wire.ts';

/** How often progress is told, in ms. */
const progressEveryMs = 200;
/**
 * The most that one write hands over, in bytes. For more Linux looks for long runs of free memory for its cache, which on a virtual
 * machine its host may first have to find: that makes a write up to ten times as slow.
 */
const mostAtOnce = 64 * 1024;

const { route, connectMs } = workerData as FileThreadData;
const dispatcher = createDispatcher(route, { connectMs, forFiles: true });
const fetches = new Map<number, Fetch>();
const tell = (news: FileNews): void => parentPort?.postMessage(news);

/** `pieces` where the body is being read. */
type Fetch = {
  readonly abort: AbortController;
  readonly body: Readable | null;
  readonly pieces: AsyncIterator<Uint8Array> | null;
};

parentPort?.on('message', (order: FileOrder) => {
  const { id } = order;
  obey(order).catch((error: unknown) => {
    fetches.delete(id);
    tell({ kind: 'broken', id, facts: factsOf(error) });
  });
});

async function obey(order: FileOrder): Promise<void> {
  const { id } = order;
  switch (order.kind) {
    case 'ask':
      return ask(id, order.question);
    case 'read':
      return read(id);
    case 'copy':
      return copy(order);
    case 'drop':
      fetches.get(id)?.abort.abort();
      fetches.delete(id);
      return;
    default:
      return assertNever(order);
  }
}

async function ask(id: number, question: FileQuestion): Promise<void> {
  const fetch: Fetch = { abort: new AbortController(), body: null, pieces: null };
  fetches.set(id, fetch);
  const { statusCode, headers, body } = await dispatcher.request({
    ...question,
    method: 'GET',
    signal: fetch.abort.signal,
  });
  // Whoever reads or copies it hears of it; nobody does where it is dropped.
  body.on('error', () => undefined);
  fetches.set(id, { ...fetch, body });
  tell({ kind: 'head', id, statusCode, headers });
}

async function read(id: number): Promise<void> {
  const fetch = fetches.get(id);
  if (fetch?.body == null) return;
  const pieces = fetch.pieces ?? (fetch.body[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>);
  fetches.set(id, { ...fetch, pieces });
  const next = await pieces.next();
  if (next.done === true) fetches.delete(id);
  tell({ kind: 'piece', id, piece: next.done === true ? null : new Uint8Array(next.value) });
}

async function copy({ id, fd, offset, bytes }: FileOrder & { readonly kind: 'copy' }): Promise<void> {
  const body = fetches.get(id)?.body;
  if (body == null) throw new Error('There is nothing to copy');
  let [toldAt, last] = [-Infinity, { received: offset, written: offset }];
  const result = await copyBody({
    body,
    file: { fd, writev: (pieces, position) => Promise.resolve({ bytesWritten: write(fd, pieces, position) }) },
    offset,
    bytes,
    onProgress: (received, written) => {
      last = { received, written };
      if (performance.now() - toldAt < progressEveryMs) return;
      toldAt = performance.now();
      tell({ kind: 'progress', id, ...last });
    },
    signal: undefined,
  });
  fetches.delete(id);
  tell({ kind: 'progress', id, ...last });
  tell({ kind: 'copied', id, result });
}

/** Gives how many bytes that were: all. */
function write(fd: number, pieces: readonly Uint8Array[], position: number): number {
  let at = position;
  for (const piece of pieces)
    for (let from = 0; from < piece.length;) {
      const count = writeSync(fd, piece, from, Math.min(mostAtOnce, piece.length - from), at);
      from += count;
      at += count;
    }
  return at - position;
}

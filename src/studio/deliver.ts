import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { StudioClock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { LogEntry } from './log.ts';
import type { Reply } from './reply.ts';

/** How a delivery ended early on purpose. */
type Cut = 'reset' | 'hang-up';

interface Delivery {
  readonly response: ServerResponse;
  readonly fault: Fault | null;
  readonly clock: StudioClock;
  readonly entry: LogEntry;
  /** Aborted when the client is gone or the studio closes. */
  readonly signal: AbortSignal;
  readonly bodiless: boolean;
}

/** Sends a reply as the fault has it, keeping the log up to date. Never rejects. */
export async function deliver(reply: Reply, delivery: Delivery): Promise<void> {
  const { response, fault, entry, signal } = delivery;
  const shaped = await reshape(reply, fault);
  if (fault?.kind === 'reset' && (fault.afterBytes ?? fault.afterFrames ?? 0) === 0) return reset(delivery);
  response.writeHead(shaped.status, shaped.headers);
  response.flushHeaders();
  entry.set({ status: shaped.status });
  const cut = delivery.bodiless ? null : await sendBody(shaped, delivery);
  if (signal.aborted || cut === 'reset') return reset(delivery);
  if (cut === 'hang-up') {
    response.socket?.end();
    entry.set({ outcome: 'broken' });
    return;
  }
  response.end();
  await Promise.race([once(response, 'close').catch(() => undefined), once(response, 'finish').catch(() => undefined)]);
  entry.set({ outcome: 'complete' });
}

/** Drops the connection the hard way, so that the client sees an error and not an end. */
export function reset({ response, entry }: Pick<Delivery, 'response' | 'entry'>): void {
  const socket = response.socket;
  if (socket !== null && !socket.destroyed) socket.resetAndDestroy();
  entry.set({ outcome: 'broken' });
}

/** Header and content faults: the reply as a whole is changed before a byte is sent. */
async function reshape(reply: Reply, fault: Fault | null): Promise<Reply> {
  const length = Number(reply.headers['content-length'] ?? Number.NaN);
  switch (fault?.kind) {
    case 'content-type':
      return { ...reply, headers: { ...reply.headers, 'content-type': fault.value } };
    case 'gzip': {
      const body = gzipSync(await collect(reply.body));
      return {
        ...reply,
        body,
        headers: { ...reply.headers, 'content-encoding': 'gzip', 'content-length': String(body.length) },
      };
    }
    case 'wrong-length':
      return { ...reply, headers: { ...reply.headers, 'content-length': String(length + fault.by) } };
    default:
      return reply;
  }
}

async function sendBody(reply: Reply, delivery: Delivery): Promise<Cut | null> {
  const { response, fault, entry, signal } = delivery;
  let sent = 0;
  let frames = 0;
  const limit = byteLimit(reply, fault);
  for await (const piece of pieces(reply.body, delivery)) {
    if (signal.aborted) return 'reset';
    const room = piece.subarray(0, Math.max(0, limit - sent));
    await write(response, room, signal);
    sent += room.length;
    frames += 1;
    entry.set({ sentBytes: sent });
    const stopped = (fault?.kind === 'reset' || fault?.kind === 'stall') && frames === fault.afterFrames;
    if (sent >= limit || stopped) return stop(delivery);
  }
  return fault?.kind === 'wrong-length' && fault.by > 0 ? 'hang-up' : null;
}

async function stop({ fault, signal }: Delivery): Promise<Cut> {
  if (fault?.kind !== 'stall') return fault?.kind === 'reset' ? 'reset' : 'hang-up';
  await aborted(signal);
  return 'reset';
}

/** How many bytes may pass; Infinity where nothing stops them. */
function byteLimit(reply: Reply, fault: Fault | null): number {
  if (fault?.kind === 'short-body') return Number(reply.headers['content-length'] ?? 0) - fault.missing;
  if ((fault?.kind === 'reset' || fault?.kind === 'stall') && fault.afterBytes !== undefined) return fault.afterBytes;
  return Infinity;
}

async function* pieces(body: Reply['body'], { fault, clock, signal }: Delivery): AsyncGenerator<Buffer> {
  const source = Buffer.isBuffer(body) ? [body] : body;
  for await (const piece of source) {
    if (fault?.kind === 'cut') yield* slices(piece, fault.bytes, () => clock.wait(0));
    else if (fault?.kind === 'slow') {
      const size = Math.max(1, Math.floor(fault.bytesPerSecond / 20));
      yield* slices(piece, size, () => clock.wait((size * 1000) / fault.bytesPerSecond, signal));
    } else yield piece;
  }
}

async function* slices(piece: Buffer, size: number, pause: () => Promise<void>): AsyncGenerator<Buffer> {
  for (let at = 0; at < piece.length; at += size) {
    yield piece.subarray(at, at + size);
    await pause();
  }
}

async function write(response: ServerResponse, piece: Buffer, signal: AbortSignal): Promise<void> {
  if (piece.length === 0 || response.write(piece) || signal.aborted) return;
  await once(response, 'drain', { signal }).catch(() => undefined);
}

async function collect(body: Reply['body']): Promise<Buffer> {
  if (Buffer.isBuffer(body)) return body;
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
}

export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

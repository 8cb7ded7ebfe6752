import { assertNever } from '../shared/assert-never.ts';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { DemoClock } from './clock.ts';
import type { Fault } from './faults.ts';
import type { LogEntry } from './log.ts';
import type { Reply } from './reply.ts';

/** How a body ended: whole, cut off by a fault, or because its reader left. */
type BodyEnd = 'whole' | 'cut-off' | 'unread';

interface Delivery {
  readonly response: ServerResponse;
  readonly fault: Fault | null;
  /** For speeds and pauses. */
  readonly clock: DemoClock;
  readonly entry: LogEntry;
  /** Aborted when the client is gone or the demo cloud closes. */
  readonly signal: AbortSignal;
  /** HEAD: the head alone. */
  readonly bodiless: boolean;
}

/** Sends a reply as the fault has it. */
export async function deliver(reply: Reply, delivery: Delivery): Promise<void> {
  const { response, fault, entry, signal } = delivery;
  if (fault?.kind === 'reset' && stopsAt(fault) === 0) return reset(response);
  if (fault?.kind === 'stall' && stopsAt(fault) === null) {
    await aborted(signal);
    return reset(response);
  }
  const shaped = await reshape(reply, fault);
  response.writeHead(shaped.status, shaped.headers);
  if (fault?.kind !== 'late-head') response.flushHeaders();
  entry.set({ status: shaped.status });
  const end = delivery.bodiless ? 'whole' : await sendBody(shaped, delivery);
  if (end === 'whole') response.end();
  else if (end === 'unread') reset(response);
  // Ends the connection instead of resetting it: a reset could overtake what was sent, and the reader would miss an
  // unpredictable part.
  else response.socket?.end();
}

/** Drops the connection the hard way: the client sees an error and not an end. */
export function reset(response: ServerResponse): void {
  const { socket } = response;
  if (socket !== null && !socket.destroyed) socket.resetAndDestroy();
}

type Stopping = Extract<Fault, { readonly kind: 'reset' | 'stall' | 'truncate' }>;

function isStopping(fault: Fault | null): fault is Stopping {
  return fault?.kind === 'reset' || fault?.kind === 'stall' || fault?.kind === 'truncate';
}

/** Bytes or frames that may pass; a reset without either comes before all. */
function stopsAt(fault: Stopping): number | null {
  return fault.afterBytes ?? fault.afterFrames ?? (fault.kind === 'reset' ? 0 : null);
}

type Reshaping = Extract<Fault, { readonly kind: 'content-type' | 'gzip' | 'wrong-length' | 'truncate' }>;

function isReshaping(fault: Fault | null): fault is Reshaping {
  return fault !== null && ['content-type', 'gzip', 'wrong-length', 'truncate'].includes(fault.kind);
}

/** Header and content faults: the reply as a whole is changed before a byte is sent. */
async function reshape(reply: Reply, fault: Fault | null): Promise<Reply> {
  if (!isReshaping(fault)) return reply;
  const { 'content-length': length, ...others } = reply.headers;
  switch (fault.kind) {
    case 'content-type':
      return { ...reply, headers: { ...reply.headers, 'content-type': fault.value } };
    case 'gzip': {
      const body = gzipSync(await collect(reply.body));
      return {
        ...reply,
        body,
        headers: { ...others, 'content-encoding': 'gzip', 'content-length': String(body.length) },
      };
    }
    case 'wrong-length':
      return { ...reply, headers: { ...others, 'content-length': String(Number(length ?? 0) + fault.by) } };
    case 'truncate':
      return { ...reply, headers: others };
    default:
      return assertNever(fault);
  }
}

async function sendBody(reply: Reply, delivery: Delivery): Promise<BodyEnd> {
  const { response, fault, entry, signal } = delivery;
  const limit = byteLimit(reply, fault);
  const frameLimit = isStopping(fault) ? (fault.afterFrames ?? Infinity) : Infinity;
  if (limit <= 0 || frameLimit <= 0) return stop(delivery);
  let sent = 0;
  let frames = 0;
  for await (const piece of pieces(reply.body, delivery)) {
    if (signal.aborted) return 'unread';
    const allowed = piece.subarray(0, limit - sent);
    await write(response, allowed, signal);
    sent += allowed.length;
    frames += 1;
    entry.set({ sentBytes: sent });
    if (sent >= limit || frames >= frameLimit) return stop(delivery);
  }
  return fault?.kind === 'wrong-length' && fault.by > 0 ? 'cut-off' : 'whole';
}

async function stop({ fault, signal }: Delivery): Promise<BodyEnd> {
  if (fault?.kind === 'truncate') return 'whole';
  if (fault?.kind !== 'stall') return 'cut-off';
  await aborted(signal);
  return 'unread';
}

/** How many bytes may pass; Infinity where nothing stops them. */
function byteLimit(reply: Reply, fault: Fault | null): number {
  if (fault?.kind === 'short-body') return Math.max(0, Number(reply.headers['content-length'] ?? 0) - fault.missing);
  return isStopping(fault) ? (fault.afterBytes ?? Infinity) : Infinity;
}

async function* pieces(body: Reply['body'], { fault, clock, signal }: Delivery): AsyncGenerator<Buffer> {
  const source = Buffer.isBuffer(body) ? [body] : body;
  for await (const piece of source) {
    if (fault?.kind === 'cut') {
      yield* slices(piece, fault.bytes, nextTurn);
    } else if (fault?.kind === 'slow') {
      const size = Math.max(1, Math.floor(fault.bytesPerSecond / 20));
      yield* slices(piece, size, () => clock.wait((size * 1000) / fault.bytesPerSecond, signal));
    } else {
      yield piece;
    }
  }
}

async function* slices(piece: Buffer, size: number, pause: () => Promise<void>): AsyncGenerator<Buffer> {
  for (let at = 0; at < piece.length; at += size) {
    yield piece.subarray(at, at + size);
    await pause();
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => resolve()));
}

async function write(response: ServerResponse, piece: Buffer, signal: AbortSignal): Promise<void> {
  if (response.write(piece) || signal.aborted) return;
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

import { open, type FileHandle } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import { mediaPath, noRoomStatus } from '../../shared/media-url.ts';
import { contentType } from '../../shared/domain/media-type.ts';
import type { MediaRegistry, MediaSource } from './registry.ts';

type MediaServerParts = {
  readonly registry: MediaRegistry;
  /** Where a remote clip lies on this computer; comes when it has been fetched. */
  readonly fetchRemote: (url: string, signal: AbortSignal) => Promise<Result<string, unknown>>;
  /** The same, as long as nothing must be fetched for it; else null. */
  readonly findRemote: (url: string) => Promise<string | null>;
  /** The proxy of a file; null where there is none. */
  readonly proxyOf: (path: string) => Promise<string | null>;
};

const chunkBytes = 256 * 1024;

/**
 * Answers `rushes://app/media/<id>` with what the registry knows (GET, HEAD, ranges); `?r=proxy`: by the film's proxy, where there is one;
 * `only=here`: nothing is fetched, and nothing stands in for a proxy. Statuses: 204 not here yet, 404 unknown or gone, 416 a range
 * outside the file, 502 a remote clip that cannot be had, 507 one that the disk does not take.
 */
export function createMediaServer(parts: MediaServerParts): (request: Request) => Promise<Response> {
  const shared = {
    'accept-ranges': 'bytes',
    // A file of the user's shares the page's origin: were it ever opened as a page, it could do nothing.
    'content-security-policy': `default-src 'none'; sandbox`,
    'x-content-type-options': 'nosniff',
  };
  const empty = (status: number): Response => new Response(null, { status, headers: shared });

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return empty(405);
    const source = parts.registry.resolve(idOf(request.url));
    if (source === null) return empty(404);
    const { isProxy, isHere } = optionsOf(request.url);
    const found = await pathOf(parts, source, isHere ? null : request.signal);
    if (!found.ok) return empty(found.error);
    const path = found.value;
    const proxy = isProxy ? await parts.proxyOf(path) : null;
    if (isProxy && isHere && proxy === null) return empty(204);
    return serveFile(proxy ?? path, request, shared);
  };
}

/** Answers a GET or HEAD with a file, or the range of it that is asked for; 404 where it is gone. */
export async function serveFile(
  path: string,
  request: Request,
  shared: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const file = await openRegular(path);
  if (file === null) return new Response(null, { status: 404, headers: shared });
  const { status, span, headers } = answerRange(request.headers.get('range'), file.bytes);
  const bodiless = request.method === 'HEAD' || span === null;
  if (bodiless) await file.handle.close();
  return new Response(bodiless ? null : streamOf(file.handle, span, request.signal), {
    status,
    headers: { ...shared, ...headers, 'content-type': contentType(path) },
  });
}

function idOf(address: string): string {
  const url = new URL(address);
  return url.host === 'app' && url.pathname.startsWith(mediaPath) ? url.pathname.slice(mediaPath.length) : '';
}

function optionsOf(address: string): { readonly isProxy: boolean; readonly isHere: boolean } {
  const { searchParams } = new URL(address);
  return { isProxy: searchParams.get('r') === 'proxy', isHere: searchParams.get('only') === 'here' };
}

/** `fetching`: ends the wait for a clip that is fetched; null where none may be. Failure: the status that says so. */
async function pathOf(
  parts: MediaServerParts,
  source: MediaSource,
  fetching: AbortSignal | null,
): Promise<Result<string, number>> {
  if (source.kind === 'file') return ok(source.path);
  if (fetching === null) {
    const path = await parts.findRemote(source.url);
    return path === null ? err(204) : ok(path);
  }
  const file = await parts.fetchRemote(source.url, fetching);
  return file.ok ? file : err(file.error === 'not-written' ? noRoomStatus : 502);
}

async function openRegular(path: string): Promise<{ readonly handle: FileHandle; readonly bytes: number } | null> {
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return null;
  const stats = await handle.stat();
  if (stats.isFile()) return { handle, bytes: stats.size };
  await handle.close();
  return null;
}

/** Reads at the reader's pace; the file is closed at the end, on an error, and when the reader goes away. */
function streamOf(handle: FileHandle, span: Span, signal: AbortSignal): ReadableStream<Uint8Array> {
  let position = span.start;
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => {
    signal.removeEventListener('abort', close);
    closing ??= handle.close();
    return closing;
  };
  return new ReadableStream<Uint8Array>({
    start: () => {
      if (signal.aborted) void close();
      else signal.addEventListener('abort', close, { once: true });
    },
    pull: async (controller) => {
      try {
        const length = Math.min(chunkBytes, span.end - position + 1);
        const { buffer, bytesRead } = await handle.read(new Uint8Array(length), 0, length, position);
        if (bytesRead === 0) throw new Error('The file became shorter while it was read');
        position += bytesRead;
        controller.enqueue(buffer.subarray(0, bytesRead));
        if (position > span.end) {
          await close();
          controller.close();
        }
      } catch (error) {
        await close();
        controller.error(error);
      }
    },
    cancel: close,
  });
}

/** Which bytes of a file an answer carries; `end` is inclusive, as in the header. */
type Span = { readonly start: number; readonly end: number };

type RangeAnswer =
  | { readonly status: 200; readonly span: Span | null; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: 206; readonly span: Span; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: 416; readonly span: null; readonly headers: Readonly<Record<string, string>> };

/**
 * Answers a Range header for a file of `bytes` (RFC 9110, section 14): one range gives 206, one that lies outside gives 416. No
 * header, a malformed one, or several ranges give the whole file. `span` is null where there is nothing to send.
 */
export function answerRange(header: string | null, bytes: number): RangeAnswer {
  const wanted = parseRange(header, bytes);
  if (wanted === 'none') {
    return { status: 416, span: null, headers: { 'content-range': `bytes */${bytes}`, 'content-length': '0' } };
  }
  if (wanted === 'all') {
    const span = bytes === 0 ? null : { start: 0, end: bytes - 1 };
    return { status: 200, span, headers: { 'content-length': String(bytes) } };
  }
  const { start, end } = wanted;
  const headers = { 'content-range': `bytes ${start}-${end}/${bytes}`, 'content-length': String(end - start + 1) };
  return { status: 206, span: wanted, headers };
}

function parseRange(header: string | null, bytes: number): Span | 'all' | 'none' {
  const [, from = '', to] = /^bytes\s*=\s*(?:(\d+)\s*)?-\s*(\d*)$/i.exec((header ?? '').trim()) ?? [];
  if (to === undefined || (from === '' && to === '')) return 'all';
  if (from === '') return suffix(Number(to), bytes);
  const start = Number(from);
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1);
  if (to !== '' && Number(to) < start) return 'all';
  return start < bytes ? { start, end } : 'none';
}

function suffix(length: number, bytes: number): Span | 'none' {
  return length === 0 || bytes === 0 ? 'none' : { start: Math.max(0, bytes - length), end: bytes - 1 };
}

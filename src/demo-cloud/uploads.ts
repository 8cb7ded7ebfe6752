import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { mp4Duration } from './mp4.ts';

/** A file that came in, kept by the demo cloud. */
export interface StoredUpload {
  /** As the client named it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly kind: 'video' | 'image' | 'audio';
  /** Where the demo cloud serves it; for an upload by URL that URL. */
  readonly url: string;
  readonly durationMs: number;
  /** When its upload began, ms since 1970; what an older version has remembered has none. */
  readonly begunAt?: number;
}

export type UploadProblem = 'unsupported' | 'too-large' | 'unreadable';

// Wire contract: thirteen formats, at most 500 MB (counted in 1024s).
const formats: Readonly<Record<StoredUpload['kind'], readonly string[]>> = {
  video: ['mp4', 'mov', 'avi', 'webm', 'mkv'],
  image: ['jpg', 'png', 'gif', 'webp'],
  audio: ['mp3', 'wav', 'm4a', 'aac'],
};
const MAX_UPLOAD_BYTES = 500 * 1024 * 1024;
/** What the multipart form may add around a file. */
const FORM_BYTES = 64 * 1024;
const DEFAULT_MS: Readonly<Record<StoredUpload['kind'], number>> = { video: 10_000, image: 5000, audio: 10_000 };

export function kindOf(name: string): StoredUpload['kind'] | null {
  const extension = path.extname(name).slice(1).toLowerCase();
  const kinds = ['video', 'image', 'audio'] as const;
  return kinds.find((kind) => formats[kind].includes(extension)) ?? null;
}

/** Too large by what the request announces, before a byte is read. */
export function announcesTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES + FORM_BYTES;
}

interface Receiving {
  /** Where the files are kept; it need not exist. */
  readonly dir: string;
  readonly baseUrl: string;
  /** Resolves when so many bytes have taken long enough; null: reads them as they come. */
  readonly pace: ((bytes: number) => Promise<unknown>) | null;
}

/**
 * Streams the files of the field `files` to disk. It reads the body to its end even where it refuses a file, and throws
 * the rest away.
 */
export async function receiveFiles(
  request: IncomingMessage,
  { dir, baseUrl, pace }: Receiving,
): Promise<readonly StoredUpload[] | UploadProblem> {
  const type = request.headers['content-type'] ?? '';
  await mkdir(dir, { recursive: true });
  const arriving: Promise<StoredUpload | UploadProblem>[] = [];
  const streams: Readable[] = [];
  const form = Busboy({
    headers: { ...request.headers, 'content-type': type },
    limits: { fileSize: MAX_UPLOAD_BYTES },
  });
  form.on('file', (field, stream, name) => {
    streams.push(stream);
    if (field === 'files' && typeof name === 'string' && name !== '') arriving.push(keep(stream, name, dir, baseUrl));
    else stream.resume();
  });
  const reading = pace === null ? pipeline(request, form) : pipeline(paced(request, pace), form);
  const whole = await reading.then(
    () => true,
    () => false,
  );
  // busboy leaves the file streams of a form that was cut off open for ever.
  if (!whole) for (const stream of streams) stream.destroy(new Error('upload cut off'));
  const results = await Promise.all(arriving);
  if (!whole || results.length === 0) return 'unreadable';
  const problem = results.find((result) => typeof result === 'string');
  return problem ?? results.filter((result) => typeof result !== 'string');
}

async function* paced(source: AsyncIterable<Buffer>, pace: NonNullable<Receiving['pace']>): AsyncGenerator<Buffer> {
  for await (const piece of source) {
    await pace(piece.length);
    yield piece;
  }
}

async function keep(
  stream: Readable & { readonly truncated: boolean },
  name: string,
  dir: string,
  baseUrl: string,
): Promise<StoredUpload | UploadProblem> {
  const kind = kindOf(name);
  if (kind === null) {
    stream.resume();
    return 'unsupported';
  }
  const storedName = `${randomUUID()}${path.extname(name).toLowerCase()}`;
  const file = path.join(dir, storedName);
  const hash = createHash('sha256');
  let size = 0;
  const written = await pipeline(
    stream,
    async function* measure(source: AsyncIterable<Buffer>) {
      for await (const piece of source) {
        hash.update(piece);
        size += piece.length;
        yield piece;
      }
    },
    createWriteStream(file),
  ).then(
    () => true,
    () => false,
  );
  if (!written || stream.truncated) {
    await rm(file, { force: true });
    return written ? 'too-large' : 'unreadable';
  }
  const durationMs = (kind === 'video' ? await mp4Duration(file).catch(() => null) : null) ?? DEFAULT_MS[kind];
  return { name, size, sha256: hash.digest('hex'), kind, url: `${baseUrl}/files/uploads/${storedName}`, durationMs };
}

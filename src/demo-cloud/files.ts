import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { contentType } from '../shared/domain/media-type.ts';
import { failure } from './reply.ts';
import type { Reply } from './reply.ts';

/** A file with length, ETag and one range, `If-Range` honoured. 404 where there is none. */
export async function fileReply(file: string, headers: IncomingHttpHeaders, ignoreRange: boolean): Promise<Reply> {
  const found = await stat(file).catch(() => null);
  if (found === null) return failure(404);
  const etag = `"${found.size.toString(16)}-${Math.round(found.mtimeMs).toString(16)}"`;
  const common = {
    'content-type': contentType(file),
    'accept-ranges': 'bytes',
    etag,
  };
  const conditional = headers['if-range'] === undefined || headers['if-range'] === etag;
  const range = ignoreRange || !conditional ? null : rangeOf(headers.range, found.size);
  if (range === 'unsatisfiable') {
    return {
      status: 416,
      headers: { ...common, 'content-range': `bytes */${found.size}`, 'content-length': '0' },
      body: Buffer.alloc(0),
    };
  }
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  const partial = range === null ? {} : { 'content-range': `bytes ${start}-${end}/${found.size}` };
  return {
    status: range === null ? 200 : 206,
    headers: { ...common, ...partial, 'content-length': String(end - start + 1) },
    body: end < start ? Buffer.alloc(0) : read(file, start, end),
  };
}

/** Opened when first asked for: a HEAD request never does. */
async function* read(file: string, start: number, end: number): AsyncGenerator<Buffer> {
  yield* createReadStream(file, { start, end });
}

/** `bytes=0-99`, `bytes=100-`, `bytes=-50`; null for none or one that is not understood. Both ends included. */
function rangeOf(
  header: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]));
  return start >= size || start > end ? 'unsatisfiable' : { start, end };
}

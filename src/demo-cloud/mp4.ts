import { open } from 'node:fs/promises';

/** Adds a top-level `free` box, which players skip, behind an MP4. */
export function withFreeBox(file: Buffer, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.length, 0);
  head.write('free', 4, 'latin1');
  return Buffer.concat([file, head, content]);
}

/** JSON with sorted keys: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}

/** The length of an MP4 or MOV file in ms as its movie header gives it, or null. */
export async function mp4Duration(file: string): Promise<number | null> {
  const handle = await open(file, 'r');
  try {
    const movie = await findBox(handle, 'moov', 0, (await handle.stat()).size);
    const header = movie === null ? null : await findBox(handle, 'mvhd', movie.start, movie.end);
    if (header === null) return null;
    const body = Buffer.alloc(32);
    await handle.read(body, 0, body.length, header.start);
    const long = body[0] === 1;
    const scale = body.readUInt32BE(long ? 20 : 12);
    const length = long ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
    return scale === 0 || length === 0 ? null : Math.round((length * 1000) / scale);
  } finally {
    await handle.close();
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

type Handle = Awaited<ReturnType<typeof open>>;

/** The content of the first box of this type between two places. */
async function findBox(handle: Handle, type: string, from: number, to: number): Promise<Span | null> {
  const head = Buffer.alloc(16);
  for (let at = from; at + 8 <= to;) {
    await handle.read(head, 0, 16, at);
    const short = head.readUInt32BE(0);
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
    if (size < 8) return null;
    if (head.toString('latin1', 4, 8) === type) return { start: at + (short === 1 ? 16 : 8), end: at + size };
    at += size;
  }
  return null;
}

import { readBytes } from '../../media/boxes.ts';

/** A part of a WAV file: its body from `from` on. */
export type Chunk = { readonly id: string; readonly from: number; readonly bytes: number };

const mostChunks = 1000;
/** Only the sound itself is larger. */
const mostBytes = 16 * 1024 * 1024;
/** A size that stands elsewhere, or that a recorder never came to write. */
const unknownSize = 0xffff_ffff;

/** The chunks of a WAV file, of 64 bits or not, as far as they make sense (RIFF; EBU 3306 for the sound's true size). */
export function readChunks(file: number, fileBytes: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let wide: number | null = null;
  for (let at = 12; at + 8 <= fileBytes && chunks.length < mostChunks;) {
    const head = Buffer.from(readBytes(file, at, 8));
    const id = head.toString('latin1', 0, 4);
    const from = at + 8;
    const said = head.readUInt32LE(4);
    if (id === 'ds64' && from + 16 <= fileBytes)
      wide = Number(Buffer.from(readBytes(file, from + 8, 8)).readBigUInt64LE());
    const bytes = Math.min(said === unknownSize && id === 'data' ? (wide ?? Infinity) : said, fileBytes - from);
    if (id !== 'data' && bytes > mostBytes) break;
    chunks.push({ id, from, bytes });
    at = from + bytes + (bytes % 2);
  }
  return chunks;
}

/** Linear, float, A-law and µ-law: each sample has its own bytes. */
const uncompressed: readonly number[] = [1, 3, 6, 7];
const extensible = 0xfffe;

/** How long a sample of all channels is, and how many there are in a second; null for compressed sound. */
export function soundFormat(
  file: number,
  chunks: readonly Chunk[],
): { readonly frameBytes: number; readonly sampleRate: number } | null {
  const chunk = chunks.find(({ id }) => id === 'fmt ');
  if (chunk === undefined || chunk.bytes < 14) return null;
  const format = Buffer.from(readBytes(file, chunk.from, chunk.bytes));
  const tag = format.readUInt16LE(0);
  const kind = tag === extensible && format.length >= 26 ? format.readUInt16LE(24) : tag;
  const [sampleRate, frameBytes] = [format.readUInt32LE(4), format.readUInt16LE(12)];
  return uncompressed.includes(kind) && sampleRate > 0 && frameBytes > 0 ? { frameBytes, sampleRate } : null;
}

/** A whole chunk; its length is even (RIFF). */
export function chunkBytes(id: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

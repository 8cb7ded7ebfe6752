import { closeSync, fstatSync, openSync, writeFileSync } from 'node:fs';
import { waveKind } from '../../shared/domain/file-head.ts';
import type { CutOrder } from './cut.ts';
import { readBytes, readInto } from '../media/boxes.ts';

const blockBytes = 1024 * 1024;
const fourGigabytes = 2 ** 32;

/**
 * Cuts a part out of a WAV file of uncompressed sound, to the sample. What the file says of itself stays; what speaks of places in the
 * sound goes, or moves along. Answers where in the source the part begins, in ms. Null, and nothing written, for any other file.
 */
export function cutWav({ sourcePath, resultPath, cut }: CutOrder, onProgress: (share: number) => void): number | null {
  const source = openSync(sourcePath, 'r');
  try {
    const { size } = fstatSync(source);
    if (size < 12 || waveKind(readBytes(source, 0, 12)) === null) return null;
    const chunks = readChunks(source, size);
    const data = chunks.find(({ id }) => id === 'data');
    const format = soundFormat(source, chunks);
    if (data === undefined || format === null) return null;
    const { frameBytes, sampleRate } = format;
    const frames = Math.floor(data.bytes / frameBytes);
    const [first, past] = [cut.inMs, cut.outMs].map((ms) => Math.min(frames, Math.round((ms * sampleRate) / 1000)));
    if (first === undefined || past === undefined || past <= first) return null;
    const bytes = (past - first) * frameBytes;
    const result = openSync(resultPath, 'w');
    try {
      const kept = keptChunks(source, chunks, first, past - first);
      writeFileSync(result, Buffer.concat([headOf(kept, bytes, past - first), ...kept, dataHead(bytes)]));
      const from = data.from + first * frameBytes;
      for (let done = 0; done < bytes; done += blockBytes) {
        const piece = new Uint8Array(Math.min(blockBytes, bytes - done));
        readInto(source, piece, from + done);
        writeFileSync(result, piece);
        onProgress((done + piece.length) / bytes);
      }
      if (bytes % 2 === 1) writeFileSync(result, new Uint8Array(1));
    } finally {
      closeSync(result);
    }
    return Math.round((first / sampleRate) * 1000);
  } finally {
    closeSync(source);
  }
}

/** What says nothing of places in the sound. */
const timeless: readonly string[] = ['fmt ', 'iXML', 'axml', 'chna', 'id3 ', 'ID3 ', 'bext', 'fact'];
/** Where a broadcast file says how many samples after midnight it begins (EBU 3285, 2.3). */
const timeReferenceAt = 338;

function keptChunks(source: number, chunks: readonly Chunk[], first: number, frames: number): readonly Buffer[] {
  return chunks.flatMap((chunk) => {
    const body = (): Buffer => Buffer.from(readBytes(source, chunk.from, chunk.bytes));
    if (chunk.id === 'LIST') {
      const list = body();
      return list.toString('latin1', 0, 4) === 'INFO' ? [chunkBytes('LIST', list)] : [];
    }
    if (!timeless.includes(chunk.id)) return [];
    const bytes = body();
    if (chunk.id === 'fact' && bytes.length >= 4) bytes.writeUInt32LE(Math.min(frames, fourGigabytes - 1));
    if (chunk.id === 'bext' && bytes.length >= timeReferenceAt + 8)
      bytes.writeBigUInt64LE(bytes.readBigUInt64LE(timeReferenceAt) + BigInt(first), timeReferenceAt);
    return [chunkBytes(chunk.id, bytes)];
  });
}

/** What comes before all chunks; sizes that need 64 bits have a chunk of their own (EBU 3306). */
function headOf(kept: readonly Buffer[], dataBytes: number, frames: number): Buffer {
  const bytes = 4 + kept.reduce((sum, { length }) => sum + length, 0) + 8 + dataBytes + (dataBytes % 2);
  const head = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1');
  if (bytes < fourGigabytes) {
    head.writeUInt32LE(bytes, 4);
    return head;
  }
  const sizes = Buffer.alloc(28);
  sizes.writeBigUInt64LE(BigInt(bytes + 36), 0);
  sizes.writeBigUInt64LE(BigInt(dataBytes), 8);
  sizes.writeBigUInt64LE(BigInt(frames), 16);
  head.write('RF64', 0, 'latin1');
  head.writeUInt32LE(fourGigabytes - 1, 4);
  return Buffer.concat([head, chunkBytes('ds64', sizes)]);
}

function dataHead(bytes: number): Buffer {
  const head = Buffer.from('data\0\0\0\0', 'latin1');
  head.writeUInt32LE(Math.min(bytes, fourGigabytes - 1), 4);
  return head;
}

/** A part of a WAV file: its body from `from` on. */
type Chunk = { readonly id: string; readonly from: number; readonly bytes: number };

const mostChunks = 1000;
/** Only the sound itself is larger. */
const mostBytes = 16 * 1024 * 1024;
/** A size that stands elsewhere, or that a recorder never came to write. */
const unknownSize = 0xffff_ffff;

/** The chunks of a WAV file, of 64 bits or not, as far as they make sense (RIFF; EBU 3306 for the sound's true size). */
function readChunks(file: number, fileBytes: number): readonly Chunk[] {
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
function soundFormat(
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
function chunkBytes(id: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(id, 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

import { readSync } from 'node:fs';

/**
 * Boxes, the parts that an MP4 or QuickTime file is made of: a length of 32 bits that counts its own header, four letters, a body
 * (ISO/IEC 14496-12, 4.2). Inside `moov` none needs a length of 64 bits, and none is open-ended.
 */
export type Box = { readonly type: string; readonly body: Uint8Array };

const headerBytes = 8;

/** The boxes that fill `bytes`; null where they do not fit into it. Bodies are views, not copies. */
export function readBoxes(bytes: Uint8Array): readonly Box[] | null {
  const boxes: Box[] = [];
  const view = viewOf(bytes);
  for (let at = 0; at < bytes.length;) {
    if (bytes.length - at < headerBytes) return null;
    const size = view.getUint32(at);
    if (size < headerBytes || size > bytes.length - at) return null;
    boxes.push({ type: typeAt(bytes, at + 4), body: bytes.subarray(at + headerBytes, at + size) });
    at += size;
  }
  return boxes;
}

/** The body of the first box of this type; null where there is none. */
export function bodyOf(boxes: readonly Box[], type: string): Uint8Array | null {
  return boxes.find((box) => box.type === type)?.body ?? null;
}

/** The boxes within the first box of this type; null where there is none, or nothing sensible in it. */
export function within(boxes: readonly Box[], type: string): readonly Box[] | null {
  const body = bodyOf(boxes, type);
  return body === null ? null : readBoxes(body);
}

/** A whole box, header and body. */
export function writeBox(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, { length }) => sum + length, headerBytes);
  const bytes = new Uint8Array(size);
  viewOf(bytes).setUint32(0, size);
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = type.charCodeAt(at);
  let at = headerBytes;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Numbers of 32 bits, one after the other; negative ones in two's complement. */
export function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * values.length);
  const view = viewOf(bytes);
  for (const [at, value] of values.entries()) view.setUint32(4 * at, value >>> 0);
  return bytes;
}

export function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Where a box at the top level of a file lies: its body from `from` up to `to`. */
export type Place = { readonly type: string; readonly from: number; readonly to: number };

/** More boxes than this at the top level are no film in one piece. */
const mostBoxes = 1000;

/**
 * Finds the boxes of a file, whose lengths may here have 64 bits, or reach to the end of the file (ISO/IEC 14496-12, 4.2). Null for
 * what is not made of boxes; `partly`: then what comes before is answered.
 */
export function topBoxes(file: number, fileBytes: number, wanted: 'all' | 'partly' = 'all'): readonly Place[] | null {
  const places: Place[] = [];
  const broken = wanted === 'partly' ? places : null;
  for (let at = 0; at < fileBytes;) {
    const head = readBytes(file, at, Math.min(16, fileBytes - at));
    if (head.length < 8 || places.length === mostBoxes) return broken;
    const short = viewOf(head).getUint32(0);
    if (short === 1 && head.length < 16) return broken;
    const size = short === 0 ? fileBytes - at : short === 1 ? Number(viewOf(head).getBigUint64(8)) : short;
    const headBytes = short === 1 ? 16 : 8;
    if (size < headBytes || size > fileBytes - at) return broken;
    places.push({ type: typeAt(head, 4), from: at + headBytes, to: at + size });
    at += size;
  }
  return places;
}

export function readBytes(file: number, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  readInto(file, bytes, from);
  return bytes;
}

/** Fills the buffer from this place on; throws where the file ends before. */
export function readInto(file: number, bytes: Uint8Array, from: number): void {
  for (let done = 0; done < bytes.length;) {
    const read = readSync(file, bytes, done, bytes.length - done, from + done);
    if (read === 0) throw new Error('The file has become shorter');
    done += read;
  }
}

import { readSync } from 'node:fs';
import { typeAt, viewOf } from './boxes.ts';

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

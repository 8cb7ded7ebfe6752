import { outerBoxes } from './mp4-end.ts';

/**
 * Whether an MP4, AVI or WAV file says of itself that it is longer than it is, or an MP4 lacks its index: a copy or a recording
 * that was broken off. `head`: its first bytes, `bytes`: its size. Looks at little more; any other file counts as whole, and so
 * does one that cannot be read.
 */
export async function isDamaged(path: string, head: Uint8Array, bytes: number): Promise<boolean> {
  const view = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (view.toString('latin1', 0, 4) === 'RIFF') return view.length >= 12 && announcedBytes(view) > bytes;
  if (view.toString('latin1', 4, 8) !== 'ftyp') return false;
  const boxes = await outerBoxes(path).catch(() => null);
  return boxes !== null && (boxes.end === 'short' || (boxes.end === 'whole' && !boxes.names.has('moov')));
}

/** Of a RIFF file. A recording that was never closed announces nothing, or all that the field can hold. */
function announcedBytes(head: Buffer): number {
  const body = head.readUInt32LE(4);
  return body === 0xffff_ffff ? 0 : body + 8;
}

import { open } from 'node:fs/promises';
import { isBareQuickTime, waveKind } from '../../shared/domain/file-head.ts';
import { matroskaEnd } from './matroska-end.ts';
import { id3Bytes, mp3HeadBytes, mp3SoundBytes } from './mp3-end.ts';
import { outerBoxes } from './mp4-end.ts';

/** Encoders count the last frames and the tags behind them differently. */
const mp3Tolerance = 4096;

/**
 * Whether a file says of itself that it is longer than it is (MP4, AVI, WAV, Matroska, WebM, MP3), or an MP4 lacks its index: a copy
 * or a recording that was broken off. `head`: its first bytes, `bytes`: its size. Looks at little more; any other file counts as
 * whole, and so does one that cannot be read.
 */
export async function isDamaged(path: string, head: Uint8Array, bytes: number): Promise<boolean> {
  const view = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (view.toString('latin1', 0, 4) === 'RIFF') return view.length >= 12 && announcedBytes(view) > bytes;
  if (waveKind(view) !== null) return wideBytes(view) > bytes;
  if (view.toString('latin1', 4, 8) === 'ftyp' || isBareQuickTime(view)) return isBrokenMp4(path);
  const end = matroskaEnd(view) ?? (await mp3End(path, view).catch(() => null)) ?? 0;
  return end > bytes;
}

async function isBrokenMp4(path: string): Promise<boolean> {
  const boxes = await outerBoxes(path).catch(() => null);
  return boxes !== null && (boxes.end === 'short' || (boxes.end === 'whole' && !boxes.names.has('moov')));
}

/** Of a RIFF file. A recording that was never closed announces nothing, or all that the field can hold. */
function announcedBytes(head: Buffer): number {
  const body = head.readUInt32LE(4);
  return body === 0xffff_ffff ? 0 : body + 8;
}

/**
 * Of an RF64 or BW64 file, whose true size stands in its first chunk, `ds64` (EBU 3306, ITU-R BS.2088); where the field of 32 bits
 * has a size, it counts.
 */
function wideBytes(head: Buffer): number {
  const short = announcedBytes(head);
  if (short > 0) return short;
  if (head.length < 36 || head.toString('latin1', 12, 16) !== 'ds64') return 0;
  const body = head.readBigUInt64LE(20);
  return body === 0xffff_ffff_ffff_ffffn ? 0 : Number(body) + 8;
}

/** Where the sound of an MP3 file must end at the earliest; null where nothing says so. A tag with a picture is larger than `head`. */
async function mp3End(path: string, head: Buffer): Promise<number | null> {
  const from = id3Bytes(head);
  if (from === 0 && head[0] !== 0xff) return null;
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(mp3HeadBytes), 0, mp3HeadBytes, from);
    const sound = mp3SoundBytes(buffer.subarray(0, bytesRead));
    return sound === null ? null : from + sound - mp3Tolerance;
  } finally {
    await file.close();
  }
}

import { open } from 'node:fs/promises';
import { outerBoxes } from './mp4-end.ts';

/**
 * Whether an MP4, AVI or WAV file says of itself that it is longer than it is, or an MP4 lacks its index: a copy or a recording
 * that was broken off. Looks at a few bytes only; any other file counts as whole, and so does one that cannot be read.
 */
export async function isDamaged(path: string): Promise<boolean> {
  try {
    const riff = await riffBytes(path);
    if (riff !== null) return riff.announced > riff.there;
    const { names, end } = await outerBoxes(path);
    return names.has('ftyp') && (end === 'short' || (end === 'whole' && !names.has('moov')));
  } catch {
    return false;
  }
}

/** How long a RIFF file should be and is, in bytes; null for any other. A recording that was never closed announces 0 or -1. */
async function riffBytes(path: string): Promise<{ readonly announced: number; readonly there: number } | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    if (bytesRead < 12 || buffer.toString('latin1', 0, 4) !== 'RIFF') return null;
    const { size } = await file.stat();
    const body = buffer.readUInt32LE(4);
    return { announced: body === 0xffff_ffff ? 0 : body + 8, there: size };
  } finally {
    await file.close();
  }
}

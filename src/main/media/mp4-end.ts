import { open, type FileHandle } from 'node:fs/promises';

/**
 * Whether an MP4 file is all there: false where one of its outermost boxes runs past the end of the file, which a player may not
 * notice. Anything that is not built of such boxes counts as whole.
 */
export async function endsWhole(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    let position = 0;
    while (position + 8 <= size) {
      const length = await boxLength(file, position, size);
      if (length === null) return true;
      position += length;
    }
    return position <= size;
  } finally {
    await file.close();
  }
}

/** Of the box at `position`, in bytes; null where there is none. */
async function boxLength(file: FileHandle, position: number, size: number): Promise<number | null> {
  const { buffer } = await file.read(Buffer.alloc(16), 0, 16, position);
  if (!/^[\x20-\x7e\xa9]{4}$/.test(buffer.toString('latin1', 4, 8))) return null;
  const short = buffer.readUInt32BE(0);
  // 0: to the end of the file; 1: the length follows in 64 bits.
  if (short === 0) return size - position;
  const length = short === 1 ? Number(buffer.readBigUInt64BE(8)) : short;
  return length >= 8 ? length : null;
}

import { open, type FileHandle } from 'node:fs/promises';

/** The outermost boxes of a file. */
export type OuterBoxes = {
  readonly names: ReadonlySet<string>;
  /**
   * `short`: the last one runs past the end of the file. `foreign`: something that is no box follows, or too many to look at. What has
   * no name of a box is none where index and film stand before it.
   */
  readonly end: 'whole' | 'short' | 'foreign';
};

/** So that a file made of the smallest boxes does not keep anybody waiting. */
const mostBoxes = 20_000;

/** The names that a box on this level may have (ISO/IEC 14496-12, QuickTime File Format). */
const outerNames: ReadonlySet<string> = new Set(
  'ftyp styp pdin moov moof mdat imda mfra meta meco sidx ssix prft emsg free skip wide uuid udta pnot PICT'.split(' '),
);

/** Walks over the boxes of an MP4 file without reading what is in them. */
export async function outerBoxes(path: string): Promise<OuterBoxes> {
  const file = await open(path, 'r');
  const names = new Set<string>();
  try {
    const { size } = await file.stat();
    let position = 0;
    for (let count = 0; count < mostBoxes && position + 8 <= size; count += 1) {
      const box = await boxAt(file, position, size);
      if (box === null) return { names, end: 'foreign' };
      const runsOver = position + box.length > size;
      if (runsOver && !outerNames.has(box.name) && names.has('moov') && names.has('mdat'))
        return { names, end: 'foreign' };
      names.add(box.name);
      position += box.length;
    }
    if (position > size) return { names, end: 'short' };
    return { names, end: position === size ? 'whole' : 'foreign' };
  } finally {
    await file.close();
  }
}

/**
 * Whether an MP4 file is all there: false where one of its outermost boxes runs past the end of the file, which a player may not
 * notice. Anything that is not built of such boxes counts as whole.
 */
export async function endsWhole(path: string): Promise<boolean> {
  return (await outerBoxes(path)).end !== 'short';
}

/** Null where there is none. Its length is in bytes. */
async function boxAt(
  file: FileHandle,
  position: number,
  size: number,
): Promise<{ readonly name: string; readonly length: number } | null> {
  const { buffer } = await file.read(Buffer.alloc(16), 0, 16, position);
  const name = buffer.toString('latin1', 4, 8);
  if (!/^[\x20-\x7e\xa9]{4}$/.test(name)) return null;
  const short = buffer.readUInt32BE(0);
  // 0: to the end of the file; 1: the length follows in 64 bits.
  if (short === 0) return { name, length: size - position };
  const length = short === 1 ? Number(buffer.readBigUInt64BE(8)) : short;
  return length >= 8 ? { name, length } : null;
}

import { type FileHandle, open } from 'node:fs/promises';
import { isBareQuickTime, waveKind } from '../../shared/domain/file-head.ts';

/** Encoders count the last frames and the tags behind them differently. */
const mp3Tolerance = 4096;

/**
 * Whether a file says of itself that it is longer than it is (MP4, AVI, WAV, Matroska, WebM, MP3), or an MP4 lacks its index: a copy
 * or a recording that was broken off. `head`: its first bytes, `bytes`: its size. Looks at little more; any other file counts as
 * whole, and so does one that cannot be read.
 */
export async function isDamaged(file: FileHandle, head: Uint8Array, bytes: number): Promise<boolean> {
  const view = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (view.toString('latin1', 0, 4) === 'RIFF') return view.length >= 12 && announcedBytes(view) > bytes;
  if (waveKind(view) !== null) return wideBytes(view) > bytes;
  if (view.toString('latin1', 4, 8) === 'ftyp' || isBareQuickTime(view)) return isBrokenMp4(file, bytes);
  const end = matroskaEnd(view) ?? (await mp3End(file, view).catch(() => null)) ?? 0;
  return end > bytes;
}

async function isBrokenMp4(file: FileHandle, bytes: number): Promise<boolean> {
  const boxes = await outerBoxes(file, bytes).catch(() => null);
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
async function mp3End(file: FileHandle, head: Buffer): Promise<number | null> {
  const from = id3Bytes(head);
  if (from === 0 && head[0] !== 0xff) return null;
  const { buffer, bytesRead } = await file.read(Buffer.alloc(mp3HeadBytes), 0, mp3HeadBytes, from);
  const sound = mp3SoundBytes(buffer.subarray(0, bytesRead));
  return sound === null ? null : from + sound - mp3Tolerance;
}

const ebml = 0x1a45_dfa3;
const segment = 0x1853_8067;

/**
 * Where a Matroska or WebM file says that it ends, in bytes; null where it is none, or where it does not know, as a recording under
 * way. `head`: its first bytes (RFC 8794, 4 and 11; RFC 9559, 5.1).
 */
function matroskaEnd(head: Buffer): number | null {
  if (head.length < 8 || head.readUInt32BE(0) !== ebml) return null;
  const header = elementSize(head, 4);
  const at = header?.bytes == null ? Infinity : header.from + header.bytes;
  if (at + 4 > head.length || head.readUInt32BE(at) !== segment) return null;
  const body = elementSize(head, at + 4);
  return body?.bytes == null ? null : body.from + body.bytes;
}

/** A size of one to eight bytes: as many as its first one has leading zeros, and one. All ones stand for unknown. */
function elementSize(bytes: Buffer, at: number): { readonly bytes: number | null; readonly from: number } | null {
  const length = Math.clz32(bytes[at] ?? 0) - 23;
  if (length > 8 || at + length > bytes.length) return null;
  const bits = BigInt(7 * length);
  const value = BigInt.asUintN(Number(bits), BigInt(`0x${bytes.toString('hex', at, at + length)}`));
  return { bytes: value === (1n << bits) - 1n ? null : Number(value), from: at + length };
}

/** Bytes that the frame with the count may lie from the beginning of the sound. */
const mp3HeadBytes = 64;

/** How long the tag before the sound is (ID3v2, 3.1), in bytes; 0 where there is none. `head`: the first bytes of the file. */
function id3Bytes(head: Buffer): number {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] ?? 0) & 127), 0);
  const footer = ((head[5] ?? 0) & 16) === 0 ? 0 : 10;
  return 10 + size + footer;
}

/**
 * How many bytes of sound an MP3 file says that it has, by the frame that encoders put in front of it for players (`Xing`, or `Info`
 * where the bit rate is constant); null where there is none. `sound`: the bytes after the tag.
 */
function mp3SoundBytes(sound: Buffer): number | null {
  if (sound.length < mp3HeadBytes) return null;
  const header = sound.readUInt32BE(0);
  const isLayer3 = header >>> 21 === 0x7ff && ((header >>> 17) & 3) === 1;
  if (!isLayer3) return null;
  const isMpeg1 = ((header >>> 19) & 3) === 3;
  const isMono = ((header >>> 6) & 3) === 3;
  // The frame's own side information comes before it.
  const at = 4 + (isMpeg1 ? (isMono ? 17 : 32) : isMono ? 9 : 17);
  if (!['Xing', 'Info'].includes(sound.toString('latin1', at, at + 4))) return null;
  const flags = sound.readUInt32BE(at + 4);
  if ((flags & 2) === 0) return null;
  return sound.readUInt32BE(at + 8 + ((flags & 1) === 0 ? 0 : 4));
}

/** The outermost boxes of a file. */
type OuterBoxes = {
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
async function outerBoxes(file: FileHandle, size: number): Promise<OuterBoxes> {
  const names = new Set<string>();
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
}

/**
 * Whether an MP4 file is all there: false where one of its outermost boxes runs past the end of the file, which a player may not
 * notice. Anything that is not built of such boxes counts as whole.
 */
export async function endsWhole(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    return (await outerBoxes(file, (await file.stat()).size)).end !== 'short';
  } finally {
    await file.close();
  }
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

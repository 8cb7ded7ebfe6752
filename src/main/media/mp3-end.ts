/** Bytes that the frame with the count may lie from the beginning of the sound. */
export const mp3HeadBytes = 64;

/** How long the tag before the sound is (ID3v2, 3.1), in bytes; 0 where there is none. `head`: the first bytes of the file. */
export function id3Bytes(head: Buffer): number {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] ?? 0) & 127), 0);
  const footer = ((head[5] ?? 0) & 16) === 0 ? 0 : 10;
  return 10 + size + footer;
}

/**
 * How many bytes of sound an MP3 file says that it has, by the frame that encoders put in front of it for players (`Xing`, or `Info`
 * where the bit rate is constant); null where there is none. `sound`: the bytes after the tag.
 */
export function mp3SoundBytes(sound: Buffer): number | null {
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

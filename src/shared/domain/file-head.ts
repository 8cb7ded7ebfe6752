/** The first boxes of QuickTime files from before there was `ftyp` (QuickTime File Format, "Movie Files"). */
const bareQuickTime: ReadonlySet<string> = new Set(['wide', 'mdat', 'moov', 'skip', 'free', 'pnot']);
/** Only `mdat` is larger than this as a first box; the letters of a text, read as a size, would be. */
const mostBytes = 2 ** 29;

/** Whether a file is QuickTime without saying so first. `head`: its first 12 bytes at least. */
export function isBareQuickTime(head: Uint8Array): boolean {
  const type = letters(head, 4);
  if (head.length < 12 || !bareQuickTime.has(type)) return false;
  return type === 'mdat' || new DataView(head.buffer, head.byteOffset).getUint32(0) < mostBytes;
}

/** Codes of picture formats that a track has both for films and for one picture that stands throughout. */
const pictureFormats: ReadonlySet<unknown> = new Set([
  'jpeg',
  'mjpa',
  'mjpb',
  'png ',
  'gif ',
  'tiff',
  'mp4v',
  'MJPG',
  'V_MJPEG',
]);
/** A film has more frames in a second than this. */
const slowestFilm = 5;

/**
 * Whether a track of pictures beside sound, in a format that is not for films alone, is a cover: it stands still. `sizes`: of its
 * first frames, in bytes.
 */
export function standsStill(format: unknown, framesPerSecond: number, sizes: readonly number[]): boolean {
  if (sizes.length <= 1 || framesPerSecond < slowestFilm) return true;
  return pictureFormats.has(format) && sizes.every((size) => size === sizes[0]);
}

/** The ways in which a WAV file can begin: RF64 and its successor BW64 are those with sizes of 64 bits (EBU 3306, ITU-R BS.2088). */
type WaveKind = 'RIFF' | 'RF64' | 'BW64';

/** The kind of WAV file; null for any other file. `head`: its first 12 bytes at least. */
export function waveKind(head: Uint8Array): WaveKind | null {
  const kind = letters(head, 0);
  const isOne = kind === 'RIFF' || kind === 'RF64' || kind === 'BW64';
  return isOne && letters(head, 8) === 'WAVE' ? kind : null;
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

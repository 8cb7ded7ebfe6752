import { closeSync, fstatSync, openSync, writeFileSync } from 'node:fs';
import type { Cut } from '../../../shared/domain/cut.ts';
import { type Place, readBytes, readInto, topBoxes, words, writeBox } from '../../media/boxes.ts';
import { type Movie, readMovie } from './movie.ts';
import { writeMoov } from './moov.ts';
import { type CutPlan, planCut } from './plan.ts';
import { lengthOf, moveInto, type Range, rangesOf } from './samples.ts';

type Mp4Cut = { readonly sourcePath: string; readonly resultPath: string; readonly cut: Cut };

/** Small enough for the processor's cache; sizes from 256 KB to 8 MB made no difference that stood out of the noise. */
const blockBytes = 1024 * 1024;
/** A table of contents larger than this is not read into memory. */
const mostMoovBytes = 128 * 1024 * 1024;
const fourGigabytes = 2 ** 32;

/**
 * Cuts a part out of an MP4 or QuickTime file without touching its samples one by one: the table of contents is written anew, and in
 * front; the bytes in which the samples lie are copied in large blocks, in their old order. Answers where in the source the part
 * begins, in ms. Null, and nothing written, for what is not simple enough. Throws what the disk throws.
 */
export function cutMp4({ sourcePath, resultPath, cut }: Mp4Cut, onProgress: (share: number) => void): number | null {
  const source = openSync(sourcePath, 'r');
  try {
    const { size } = fstatSync(source);
    const places = topBoxes(source, size);
    const film = places === null ? null : readFilm(source, places);
    const plan = film === null ? null : planCut(film.movie, cut.inMs / 1000, cut.outMs / 1000);
    if (film === null || plan === null) return null;
    const ranges = rangesOf(plan.parts.map(({ samples }) => samples));
    if (ranges.some(({ to }) => to > size)) return null;
    const result = openSync(resultPath, 'w');
    try {
      writeFileSync(result, headOf(film, plan, ranges));
      copyRanges(source, result, ranges, onProgress);
    } finally {
      closeSync(result);
    }
    return Math.round(plan.start * 1000);
  } finally {
    closeSync(source);
  }
}

/** What old QuickTime files do not say. */
const quickTime = Buffer.from('qt  \0\0\x02\0qt  ', 'latin1');

type Film = { readonly movie: Movie; readonly fileType: Uint8Array };

function readFilm(source: number, places: readonly Place[]): Film | null {
  const said = places.find(({ type }) => type === 'ftyp');
  const moov = places.find(({ type }) => type === 'moov');
  if (moov === undefined || places.some(({ type }) => type === 'moof')) return null;
  if (moov.to - moov.from > mostMoovBytes) return null;
  const movie = readMovie(readBytes(source, moov.from, moov.to - moov.from));
  const fileType = said === undefined ? quickTime : readBytes(source, said.from, said.to - said.from);
  return movie === null ? null : { movie, fileType };
}

/** Everything before the media: what kind of file it is, its table of contents, the header of the `mdat`. */
function headOf({ movie, fileType }: Film, { parts }: CutPlan, ranges: readonly Range[]): Uint8Array {
  const bytes = lengthOf(ranges);
  const type = writeBox('ftyp', fileType);
  const sized = (wide: boolean): number =>
    type.length + writeMoov(movie, parts, { move: () => 0, wide }).length + mediaHeader(bytes).length;
  const wide = sized(false) + bytes >= fourGigabytes;
  const base = sized(wide);
  const moov = writeMoov(movie, parts, { move: (offset) => base + moveInto(ranges, offset), wide });
  return Buffer.concat([type, moov, mediaHeader(bytes)]);
}

/** A length that does not fit into 32 bits follows the letters (ISO/IEC 14496-12, 4.2). */
function mediaHeader(bytes: number): Uint8Array {
  const letters = writeBox('mdat').subarray(4);
  if (bytes + 8 < fourGigabytes) return Buffer.concat([words(bytes + 8), letters]);
  return Buffer.concat([words(1), letters, words(Math.floor((bytes + 16) / fourGigabytes), bytes + 16)]);
}

function copyRanges(
  source: number,
  result: number,
  ranges: readonly Range[],
  onProgress: (share: number) => void,
): void {
  const whole = lengthOf(ranges);
  const block = new Uint8Array(Math.min(blockBytes, whole));
  for (const { from, to, at } of ranges) {
    for (let next = from; next < to; next += blockBytes) {
      const piece = block.subarray(0, Math.min(blockBytes, to - next));
      readInto(source, piece, next);
      writeFileSync(result, piece);
      onProgress((at + next - from + piece.length) / whole);
    }
  }
}

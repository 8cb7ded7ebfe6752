import { closeSync, fstatSync, openSync } from 'node:fs';
import { type Box, bodyOf, type Place, readBoxes, readBytes, topBoxes, typeAt, viewOf, within } from './boxes.ts';

/** A track as an MP4 or QuickTime file describes it. */
export type MovieTrack = {
  /** `vide`, `soun`, `tmcd`… */
  readonly handler: string;
  /** The body of its sample descriptions, and the first one's four letters: `avc1`, `mp4a`, `samr`… */
  readonly descriptions: Uint8Array;
  readonly format: string;
  /** The boxes of its tables of samples. */
  readonly tables: readonly Box[];
};

/** A table of contents larger than this is not read for a look at the tracks. */
const mostMoovBytes = 32 * 1024 * 1024;

/** The tracks of an open MP4 or QuickTime file; null where it has no table of contents that can be read. Throws what the disk throws. */
export function readMovieTracks(file: number, bytes: number): readonly MovieTrack[] | null {
  const moov = moovOf(topBoxes(file, bytes, 'partly'));
  const boxes = moov === null ? null : readBoxes(readBytes(file, moov.from, moov.to - moov.from));
  return boxes?.flatMap(({ type, body }) => (type === 'trak' ? (trackOf(body) ?? []) : [])) ?? null;
}

/** The tracks of the file at a path, with the means to read on in it. `read` answers null beyond its end. */
export function withMovie<T>(
  path: string,
  use: (tracks: readonly MovieTrack[], read: (from: number, length: number) => Uint8Array | null) => T,
): T | null {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tracks = readMovieTracks(file, size);
    if (tracks === null) return null;
    return use(tracks, (from, length) => (from + length > size ? null : readBytes(file, from, length)));
  } finally {
    closeSync(file);
  }
}

function moovOf(places: readonly Place[] | null): Place | null {
  const moov = places?.find(({ type }) => type === 'moov');
  return moov !== undefined && moov.to - moov.from <= mostMoovBytes ? moov : null;
}

function trackOf(trak: Uint8Array): MovieTrack | null {
  const media = within(readBoxes(trak) ?? [], 'mdia') ?? [];
  const handler = bodyOf(media, 'hdlr');
  const tables = within(within(media, 'minf') ?? [], 'stbl');
  const descriptions = bodyOf(tables ?? [], 'stsd');
  if (handler === null || handler.length < 12 || tables === null || descriptions === null) return null;
  if (descriptions.length < 16 || viewOf(descriptions).getUint32(4) === 0) return null;
  return { handler: typeAt(handler, 8), descriptions, format: typeAt(descriptions, 12), tables };
}

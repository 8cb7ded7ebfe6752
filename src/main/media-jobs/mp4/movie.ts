import { type Box, bodyOf, readBoxes, typeAt, viewOf, within, writeBox } from '../../media/boxes.ts';
import { standsStill } from '../../../shared/domain/file-head.ts';
import { expandGrains, expandSamples } from './expand.ts';
import type { Samples } from './samples.ts';

/** A track of pictures or of sound. Its ticks: `timescale` of them in a second. */
export type Track = {
  readonly kind: 'video' | 'audio';
  /** A picture on the cover, or of a chapter: nothing to begin a part by. */
  readonly isStill: boolean;
  readonly timescale: number;
  /** What its edit list says: after so many seconds it plays from this tick of its media on, up to that one. */
  readonly delay: number;
  readonly mediaStart: number;
  readonly mediaEnd: number;
  readonly samples: Samples;
  /** The content of its `trak`. */
  readonly boxes: readonly Box[];
};

export type Movie = {
  /** Of the ticks in which the film as a whole is measured. */
  readonly timescale: number;
  /** The body of its `mvhd`. */
  readonly header: Uint8Array;
  readonly tracks: readonly Track[];
  /** What the file says of itself: its tags. */
  readonly tags: readonly Box[];
};

/** Sample descriptions of encrypted media (ISO/IEC 14496-12, 8.12), and of the older scheme of QuickTime. */
const encrypted: readonly string[] = ['encv', 'enca', 'drmi', 'drms'];
const normalRate = 0x10000;

/**
 * Reads the body of a `moov` (ISO/IEC 14496-12, 8.2). Null for what is not simple enough: fragments, compressed headers, encryption,
 * media in other files, several formats or edits in a track. Tracks of other kinds are left out.
 */
export function readMovie(moov: Uint8Array): Movie | null {
  const boxes = readBoxes(moov);
  if (boxes === null || boxes.some(({ type }) => ['mvex', 'cmov', 'rmra', 'pssh'].includes(type))) return null;
  const header = bodyOf(boxes, 'mvhd');
  const timescale = timescaleOf(header);
  if (header === null || timescale === null) return null;
  const tracks: Track[] = [];
  for (const { type, body } of boxes) {
    if (type !== 'trak') continue;
    const track = readTrack(body, timescale);
    if (track === null) return null;
    if (track !== undefined) tracks.push(track);
  }
  if (tracks.length === 0) return null;
  // Without sound it is no cover.
  const hasSound = tracks.some(({ kind }) => kind === 'audio');
  const known = tracks.map((track) => ({ ...track, isStill: track.isStill && hasSound }));
  return { timescale, header, tracks: known, tags: tagsIn(boxes) };
}

/** Undefined for a track of another kind, null for one that cannot be understood. */
function readTrack(trak: Uint8Array, movieTimescale: number): Track | null | undefined {
  const boxes = readBoxes(trak);
  const media = boxes === null ? null : within(boxes, 'mdia');
  if (boxes === null || media === null || !isTrackHeader(bodyOf(boxes, 'tkhd'))) return null;
  const handler = bodyOf(media, 'hdlr');
  if (handler === null) return null;
  const kind = kindOf(typeAt(handler, 8));
  if (kind === null) return undefined;
  const timescale = timescaleOf(bodyOf(media, 'mdhd'));
  const information = within(media, 'minf');
  const tables = information === null ? null : within(information, 'stbl');
  if (timescale === null || information === null || tables === null) return null;
  if (!isHere(within(information, 'dinf')) || !isPlain(tables, kind)) return null;
  const edit = readEdit(boxes, movieTimescale, timescale);
  const samples = (kind === 'audio' ? expandGrains(tables) : null) ?? expandSamples(tables);
  if (edit === null || samples === null) return null;
  const format = typeAt(bodyOf(tables, 'stsd') ?? new Uint8Array(), 12);
  const isStill = kind === 'video' && !filmFormats.includes(format) && isPicture(format, samples, timescale);
  return { kind, isStill, timescale, ...edit, samples, boxes };
}

/** Formats in which nobody stores a cover. */
const filmFormats: readonly string[] = ['avc1', 'avc3', 'hvc1', 'hev1', 'vp08', 'vp09', 'av01'];

function isPicture(format: string, { count, sizes, times }: Samples, timescale: number): boolean {
  const seconds = ((times[count] ?? 0) - (times[0] ?? 0)) / timescale;
  return standsStill(format, count / seconds, [...sizes.subarray(0, 50)]);
}

/** Chapters, and what lies at a place in the file, would no longer be true of a part. */
function tagsIn(boxes: readonly Box[]): readonly Box[] {
  return boxes.flatMap(({ type, body }) => {
    if (type === 'meta') return Buffer.from(body).includes('iloc') ? [] : [{ type, body }];
    if (type !== 'udta') return [];
    // QuickTime ends its list with a zero.
    const tags = readBoxes(body) ?? readBoxes(body.subarray(0, -4)) ?? [];
    const kept = tags.filter((tag) => tag.type !== 'chpl').map((tag) => writeBox(tag.type, tag.body));
    return kept.length === 0 ? [] : [{ type, body: Buffer.concat(kept) }];
  });
}

function kindOf(handler: string): Track['kind'] | null {
  return handler === 'vide' ? 'video' : handler === 'soun' ? 'audio' : null;
}

/** Of an `mvhd` or an `mdhd` (ISO/IEC 14496-12, 8.2.2 and 8.4.2); null for none that makes sense. */
function timescaleOf(header: Uint8Array | null): number | null {
  if (header === null) return null;
  const at = header[0] === 1 ? 20 : 12;
  return header.length < at + 12 ? null : viewOf(header).getUint32(at) || null;
}

/** Whether it is as long as its version asks for (ISO/IEC 14496-12, 8.3.2). */
function isTrackHeader(header: Uint8Array | null): boolean {
  return header !== null && header.length >= (header[0] === 1 ? 96 : 84);
}

/** All media lie in this very file, says the data reference (ISO/IEC 14496-12, 8.7.2). */
function isHere(boxes: readonly Box[] | null): boolean {
  const body = boxes === null ? null : bodyOf(boxes, 'dref');
  const references = body === null ? null : readBoxes(body.subarray(8));
  return references?.length === 1 && references.every(({ body: { 3: flags = 0 } }) => (flags & 1) === 1);
}

/** One format, in the clear, and with sizes that mean bytes. */
function isPlain(tables: readonly Box[], kind: Track['kind']): boolean {
  const formats = bodyOf(tables, 'stsd');
  const sizes = bodyOf(tables, 'stsz');
  if (formats === null || formats.length < 16 || viewOf(formats).getUint32(4) !== 1) return false;
  if (tables.some(({ type }) => ['saiz', 'saio', 'senc'].includes(type))) return false;
  // Old QuickTime files count the bytes of uncompressed sound as 1 for each sample, whatever it has.
  if (kind === 'audio' && sizes !== null && sizes.length >= 12 && viewOf(sizes).getUint32(4) === 1) return false;
  return !encrypted.includes(typeAt(formats, 12));
}

/** The edit list (ISO/IEC 14496-12, 8.6.6): none, or one segment, with or without a pause before it. Null for any other. */
function readEdit(
  boxes: readonly Box[],
  movieTimescale: number,
  timescale: number,
): Pick<Track, 'delay' | 'mediaStart' | 'mediaEnd'> | null {
  const whole = { delay: 0, mediaStart: 0, mediaEnd: Infinity };
  if (bodyOf(boxes, 'edts') === null) return whole;
  const list = bodyOf(within(boxes, 'edts') ?? [], 'elst');
  if (list === null || list.length < 8) return null;
  const view = viewOf(list);
  const wide = list[0] === 1;
  const [count, bytes] = [view.getUint32(4), wide ? 20 : 12];
  if (count > 2 || list.length < 8 + count * bytes) return null;
  const entries = Array.from({ length: count }, (_, entry) => {
    const at = 8 + entry * bytes;
    return {
      duration: wide ? Number(view.getBigUint64(at)) : view.getUint32(at),
      mediaTime: wide ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4),
      rate: view.getInt32(at + bytes - 4),
    };
  });
  const segment = entries.at(-1);
  if (segment === undefined) return whole;
  const pause = entries.length === 2 ? entries[0] : undefined;
  if (segment.mediaTime < 0 || segment.rate !== normalRate || (pause !== undefined && pause.mediaTime !== -1))
    return null;
  // No length means: to the end.
  const length = segment.duration === 0 ? Infinity : (segment.duration / movieTimescale) * timescale;
  const delay = (pause?.duration ?? 0) / movieTimescale;
  return { delay, mediaStart: segment.mediaTime, mediaEnd: segment.mediaTime + length };
}

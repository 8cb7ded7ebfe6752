import type { TrackKind } from '../../shared/domain/timeline.ts';
import type { MediaKind } from '../../shared/domain/upload.ts';
import type { Look } from '../drafts/look.ts';
import { labelOf, type DraftReading, type DraftSegment } from '../drafts/draft-parser.ts';
import { type FrameRate, framesIn, type Timecode, toFrames } from './timecode.ts';

/** What is known of a file: pixels as shown, `fps` as measured. Null where it could not be found out. */
export type ClipInfo = {
  readonly durationMs: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly fps: number | null;
  readonly hasVideo: boolean;
  readonly hasAudio: boolean;
  /** Null for what has none: its own time begins at 0. */
  readonly timecode: Timecode | null;
};

/** A file beside the timeline. `path`: relative, with `/`. `there`: it could be fetched; else it is an offline reference. */
export type Asset = {
  readonly path: string;
  readonly name: string;
  readonly kind: MediaKind;
  readonly there: boolean;
  readonly info: ClipInfo;
};

/** A piece of the cut, in frames. `source`: where it begins in its file. `words`: a title's. Without asset and words: a gap. */
export type Item = {
  readonly name: string;
  readonly start: number;
  readonly duration: number;
  readonly source: number;
  readonly volume: number | null;
  readonly look: Look;
  readonly asset: Asset | null;
  readonly words: string | null;
};

/** Pieces that follow each other and never overlap. */
export type Row = { readonly kind: 'video' | 'title' | 'audio'; readonly items: readonly Item[] };

/** Why something of the cut is not in another editor as it was. */
export type Loss = { readonly why: 'no-file' | 'unknown-kind' | 'shortened'; readonly name: string };

/** A cut on its way to another editor. Rows from the lowest picture up, then titles, then sound. */
export type Plan = {
  readonly name: string;
  readonly rate: FrameRate;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly Row[];
  /** In frames. */
  readonly duration: number;
  readonly losses: readonly Loss[];
};

type PlanParts = {
  readonly name: string;
  readonly rate: FrameRate;
  readonly width: number;
  readonly height: number;
  /** By the address of the clip. */
  readonly assets: ReadonlyMap<string, Asset>;
};

/** A file may end this many frames before its piece does: rounding, and sound that is cut in packets. */
const slackFrames = 2;

const order: readonly Row['kind'][] = ['video', 'title', 'audio'];

/**
 * Puts a cut on whole frames and into rows without overlaps: what overlaps on a track goes to a row of its own above it. Pieces of
 * less than half a frame are left out.
 */
export function planCut(reading: DraftReading, parts: PlanParts): Plan {
  const pieces = reading.tracks.map((track) => track.segments.map((segment) => pieceOf(track.kind, segment, parts)));
  const rows = pieces.flatMap(rowsOf);
  const { name, rate, width, height } = parts;
  return {
    name,
    rate,
    width,
    height,
    rows: order.flatMap((kind) => rows.filter((row) => row.kind === kind)),
    duration: rows.flatMap(({ items }) => items).reduce((last, item) => Math.max(last, endOf(item)), 0),
    losses: pieces.flat().flatMap(({ loss }) => loss ?? []),
  };
}

export function endOf(item: Item): number {
  return item.start + item.duration;
}

/** What becomes of a segment: a place in a row, a loss, both, or nothing. */
type Piece = { readonly kind: Row['kind']; readonly item: Item | null; readonly loss: Loss | null };

function rowsOf(pieces: readonly Piece[]): readonly Row[] {
  return order.flatMap((kind) => {
    const own = pieces.flatMap((piece) => (piece.kind === kind ? (piece.item ?? []) : []));
    return withoutOverlap(own).map((items) => ({ kind, items }));
  });
}

function pieceOf(track: TrackKind, segment: DraftSegment, { rate, assets }: PlanParts): Piece {
  const name = labelOf(track, segment);
  const start = toFrames(segment.startMs, rate);
  const duration = toFrames(segment.startMs + segment.durationMs, rate) - start;
  const source = toFrames(segment.sourceInMs ?? 0, rate);
  const plain = { name, start, duration, source, volume: segment.volume, look: segment.look, asset: null, words: null };
  if (duration <= 0) return { kind: 'video', item: null, loss: null };
  if (track === 'text')
    return { kind: 'title', item: name === '' ? null : { ...plain, source: 0, words: name }, loss: null };

  const asset = (segment.url === null ? null : assets.get(segment.url)) ?? null;
  if (asset === null) {
    const why = track === 'other' ? 'unknown-kind' : 'no-file';
    return { kind: 'video', item: track === 'video' ? plain : null, loss: { why, name } };
  }
  const item = withinFile({ ...plain, asset }, rate);
  return {
    kind: track === 'audio' || asset.kind === 'audio' ? 'audio' : 'video',
    item: item.duration > 0 ? item : null,
    loss: item.duration < duration ? { why: 'shortened', name } : null,
  };
}

/** No longer than its file has frames, where that is known. A picture lasts as long as one likes. */
function withinFile(item: Item & { readonly asset: Asset }, rate: FrameRate): Item {
  const { kind, info } = item.asset;
  if (kind === 'image') return { ...item, source: 0 };
  if (info.durationMs === null) return item;
  const left = framesIn(info.durationMs, rate) - item.source;
  return item.duration <= left + slackFrames ? item : { ...item, duration: Math.max(0, left) };
}

/** Each piece goes to the first row that is free where it begins. */
function withoutOverlap(items: readonly Item[]): readonly (readonly Item[])[] {
  const rows: Item[][] = [];
  for (const item of items.toSorted((a, b) => a.start - b.start)) {
    const free = rows.find((row) => endOf(row.at(-1) ?? item) <= item.start);
    if (free) free.push(item);
    else rows.push([item]);
  }
  return rows;
}

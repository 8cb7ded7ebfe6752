import type { DraftReading, DraftSegment } from '../drafts/draft-parser.ts';
import type { Asset } from './plan.ts';
import {
  contentOf,
  type Json,
  type Kind,
  lists,
  metaOf,
  placeOf,
  segmentOf,
  soundMaterial,
  textMaterial,
  videoMaterial,
} from './capcut-forms.ts';
import { writable } from './text.ts';

/** A cut as a draft of CapCut and JianYing. `id`: gives a fresh one at each call. */
type CapcutParts = {
  readonly name: string;
  readonly reading: DraftReading;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  /** By the address of the clip. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** Epoch ms. */
  readonly now: number;
  readonly id: () => string;
};

/** Stands for the draft's own folder, wherever that is moved to. */
const draftFolder = '##_draftpath_placeholder_0E685133-18CE-45ED-8CB8-2904A212EC80_##';
/** A picture lasts as long as one likes: three hours, as these editors write it. */
const pictureUs = 10_800_000_000;

/** `start` and `duration` in µs on the timeline. */
type Piece = { readonly kind: Kind; readonly start: number; readonly duration: number; readonly segment: Json };

/**
 * The files of a draft folder that CapCut, and JianYing up to 5.9, open: the drafts' format is not published, so that what is not known
 * for certain is left as these editors write it where nothing was changed. Times are µs.
 */
export function writeCapcut(parts: CapcutParts): ReadonlyMap<string, string> {
  const materials = new Map<string, Json[]>(lists.map((list) => [list, []]));
  const tracks = parts.reading.tracks.flatMap(({ kind, segments }) => {
    const pieces = segments.flatMap((segment) => pieceOf(kind, segment, parts, materials) ?? []);
    return (['video', 'text', 'audio'] as const).flatMap((one) => tracksOf(one, pieces, parts));
  });
  const order: readonly string[] = ['video', 'audio', 'text'];
  const sorted = tracks.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  const duration = sorted.reduce((last, { end }) => Math.max(last, end), 0);
  const content = JSON.stringify(
    contentOf(parts, { duration, materials: Object.fromEntries(materials), tracks: sorted.map(({ json }) => json) }),
  );
  return new Map([
    ['draft_content.json', content],
    // Under this name newer versions look for the same.
    ['draft_info.json', content],
    ['draft_meta_info.json', JSON.stringify(metaOf(parts, duration, registered(materials)))],
  ]);
}

/** The files of a draft, which newer versions look up beside it. */
function registered(materials: ReadonlyMap<string, readonly Json[]>): readonly Json[] {
  return [...(materials.get('videos') ?? []), ...(materials.get('audios') ?? [])];
}

function us(ms: number): number {
  return Math.round(ms * 1000);
}

/** Pieces of one kind on as many tracks as they need, since none may overlap another. */
function tracksOf(kind: Kind, pieces: readonly Piece[], { id }: CapcutParts) {
  const rows: Piece[][] = [];
  for (const piece of pieces.filter((one) => one.kind === kind).toSorted((a, b) => a.start - b.start)) {
    const free = rows.find((row) => endOf(row.at(-1)) <= piece.start);
    if (free) free.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => ({
    kind,
    end: endOf(row.at(-1)),
    json: {
      attribute: 0,
      flag: 0,
      id: id(),
      is_default_name: true,
      name: '',
      segments: row.map(({ segment }) => segment),
      type: kind,
    },
  }));
}

function endOf(piece: Piece | undefined): number {
  return piece === undefined ? 0 : piece.start + piece.duration;
}

type Materials = ReadonlyMap<
  string,
  { readonly push: (material: Json) => unknown; readonly find: (is: (material: Json) => boolean) => Json | undefined }
>;

function pieceOf(track: string, segment: DraftSegment, parts: CapcutParts, materials: Materials): Piece | null {
  const start = us(segment.startMs);
  const duration = us(segment.startMs + segment.durationMs) - start;
  if (duration <= 0) return null;
  if (track === 'text') return titleOf(segment, { start, duration }, parts, materials);
  const asset = segment.url === null ? undefined : parts.assets.get(segment.url);
  return asset === undefined ? null : clipOf(segment, { start, duration, asset }, parts, materials);
}

type Range = { readonly start: number; readonly duration: number };

function clipOf(
  { sourceInMs, volume, look, url }: DraftSegment,
  { start, asset, ...range }: Range & { readonly asset: Asset },
  { id }: CapcutParts,
  materials: Materials,
): Piece | null {
  const isSound = asset.kind === 'audio';
  const speed = look.speed ?? 1;
  const whole = asset.kind === 'image' || asset.info.durationMs === null ? pictureUs : us(asset.info.durationMs);
  const from = asset.kind === 'image' ? 0 : us(sourceInMs ?? 0);
  // A piece cannot be longer than its file has pictures or sound.
  const source = Math.min(Math.round(range.duration * speed), whole - from);
  if (source <= 0) return null;
  const duration = Math.min(range.duration, Math.round(source / speed));
  const [speedId, fadeId] = [id(), id()];
  const hasFade = (look.fadeInMs ?? 0) + (look.fadeOutMs ?? 0) > 0;
  materials.get('speeds')?.push({ curve_speed: null, id: speedId, mode: 0, speed, type: 'speed' });
  if (hasFade)
    materials.get('audio_fades')?.push({
      fade_in_duration: us(look.fadeInMs ?? 0),
      fade_out_duration: us(look.fadeOutMs ?? 0),
      fade_type: 0,
      id: fadeId,
      type: 'audio_fade',
    });
  const list = materials.get(isSound ? 'audios' : 'videos');
  const path = `${draftFolder}/${asset.path}`;
  const known = list?.find((material) => material['path'] === path);
  const materialId = typeof known?.['id'] === 'string' ? known['id'] : id();
  if (known === undefined)
    list?.push(isSound ? soundMaterial(asset, materialId, path, whole) : videoMaterial(asset, materialId, path, whole));
  const kind = isSound ? 'audio' : 'video';
  const segment = {
    ...segmentOf(kind, id(), materialId, { start, duration }),
    source_timerange: { start: from, duration: source },
    speed,
    volume: volume ?? 1,
    extra_material_refs: [speedId, ...(hasFade ? [fadeId] : [])],
    ...(isSound
      ? { clip: null, hdr_settings: null }
      : {
          clip: placeOf(look),
          hdr_settings: { intensity: 1, mode: 1, nits: 1000 },
          uniform_scale: { on: true, value: 1 },
        }),
  };
  return url === null ? null : { kind, start, duration, segment };
}

function titleOf(
  { text, name, look }: DraftSegment,
  range: Range,
  { id }: CapcutParts,
  materials: Materials,
): Piece | null {
  const words = writable(text ?? name).trim();
  if (words === '') return null;
  const materialId = id();
  materials.get('texts')?.push(textMaterial(materialId, words, look));
  const segment = {
    ...segmentOf('text', id(), materialId, range),
    source_timerange: null,
    speed: 1,
    volume: 1,
    extra_material_refs: [],
    // Where these editors put captions, unless the draft says otherwise.
    clip: placeOf({ y: -0.68, ...look }),
    uniform_scale: { on: true, value: 1 },
  };
  return { kind: 'text', ...range, segment };
}

import type { Composition, Doubt, Item, Source } from '../../shared/composition/composition.ts';
import { mostSeconds } from '../../shared/composition/composition.ts';
import { asItIs, type Placement } from '../../shared/composition/place.ts';
import { frameOf, type Rate, secondsOf, toRate, usualRate } from '../../shared/composition/rate.ts';
import { type TitleStyle, usualTitleStyle } from '../../shared/composition/title-style.ts';
import { coloursFaded, type CrossFade, crossFaded, effectOf, meetingAt } from './effects.ts';
import type { Look } from './look.ts';
import type { Canvas, DraftReading, DraftSegment, DraftTrack } from './draft-parser.ts';
import { endsStep, type Steps } from './steps.ts';

/** What the composition needs to know beyond the draft. */
type ComposeDeps = {
  /** The opaque id under which an address is served. Asked once for each address. */
  readonly registerUrl: (url: string) => string;
};

/** Where nothing says how large the picture is: the service's own example, and how most films are. */
const usualCanvas = { width: 1920, height: 1080 };

/** Pictures that do not come as a film. An address without a telling name is taken for a film. */
const stillName = /\.(?:png|jpe?g|webp|gif|bmp|avif|apng)$/i;

/**
 * A draft as frames and sound. Never throws; what cannot be drawn here becomes a block or a doubt. The lowest track is painted first:
 * pictures in the draft's order, then blocks, then titles. What many items have in common is one object: so it is sent only once.
 */
export function* compose(reading: DraftReading, canvas: Canvas, deps: ComposeDeps): Steps<Composition> {
  const doubts = new Set<Doubt>();
  const rate = canvas.fps === null ? usualRate : toRate(canvas.fps);
  const known = canvas.width !== null && canvas.height !== null;
  if (!known) doubts.add('no-size');
  const size = known ? { width: canvas.width ?? 0, height: canvas.height ?? 0 } : usualCanvas;
  const most = frameOf(rate, mostSeconds * 1000);
  const sourceOf = createSourceOf(deps);
  const tracks: { readonly above: number; readonly items: readonly Item[] }[] = [];
  const fades: CrossFade[] = [];
  const context: Context = {
    sourceOf,
    rate,
    most,
    doubt: (doubt) => void doubts.add(doubt),
    crossFade: (fade) => {
      const isMeeting = tracks.some(({ items }) => meetingAt(items, fade) !== null);
      if (isMeeting) fades.push(fade);
      return isMeeting;
    },
  };
  // Transitions are read when the clips are there that they join.
  const ordered = [...reading.tracks.entries()].toSorted(
    ([, a], [, b]) => Number(a.kind === 'other') - Number(b.kind === 'other'),
  );
  for (const [at, track] of ordered) {
    const items: Item[] = [];
    for (const [index, segment] of track.segments.entries()) {
      items.push(...toItem(track, segment, `${at}:${index}`, context));
      if (endsStep(index)) yield;
    }
    tracks.push({
      above: layerOf(track),
      items: track.kind === 'video' ? items.toSorted((a, b) => a.start - b.start) : items,
    });
  }
  const joined = tracks.map(({ above, items }) => ({
    above,
    items: coloursFaded(crossFaded(items, fades, rate), fades),
  }));
  const frames = joined.flatMap(({ items }) => items).reduce((latest, { end }) => Math.max(latest, end), 0);
  if (reading.durationMs > mostSeconds * 1000) doubts.add('too-long');
  return {
    canvas: size,
    rate,
    frames,
    tracks: joined.toSorted((a, b) => a.above - b.above).map(({ items }) => items),
    doubts: [...doubts],
  };
}

function layerOf({ kind }: DraftTrack): number {
  return kind === 'text' ? 2 : kind === 'other' ? 1 : 0;
}

function createSourceOf({ registerUrl }: ComposeDeps): (url: string) => Source {
  const sources = new Map<string, Source>();
  return (url) => {
    const source = sources.get(url) ?? { mediaId: registerUrl(url) };
    sources.set(url, source);
    return source;
  };
}

type Context = {
  readonly sourceOf: (url: string) => Source;
  readonly rate: Rate;
  readonly most: number;
  readonly doubt: (doubt: Doubt) => void;
  /** Lets the clips that meet there fade into each other; false where none do. */
  readonly crossFade: (fade: CrossFade) => boolean;
};

function toItem(track: DraftTrack, segment: DraftSegment, id: string, context: Context): readonly Item[] {
  const { rate, most, doubt, crossFade } = context;
  const start = Math.min(most, frameOf(rate, segment.startMs));
  const end = Math.min(most, frameOf(rate, segment.startMs + segment.durationMs));
  if (end <= start) return [];
  const span = { id, segment: id, name: segment.name, start, end };
  const fades = fadesOf(segment, rate);
  switch (track.kind) {
    case 'text': {
      const text = segment.text ?? segment.name;
      if (text === '') return [];
      doubt('font');
      if (segment.look.y === undefined) doubt('title-place');
      return [
        {
          kind: 'title',
          ...span,
          ...(fades.fadeIn + fades.fadeOut === 0 ? {} : fades),
          text,
          style: styleOf(text, segment.look),
          placement: placementOf(segment.look),
        },
      ];
    }
    case 'other': {
      const effect = effectOf(segment.name);
      if (effect !== null && effect !== 'cross-fade') return [{ kind: 'effect', ...span, effect }];
      // A cross-fade is no item of its own where two clips meet in it.
      if (effect === 'cross-fade' && crossFade(span)) return [];
      doubt('unknown-track');
      return [{ kind: 'block', ...span }];
    }
    case 'video':
    case 'audio':
      return [toMedia(track.kind, segment, span, context)];
  }
}

const fadesOf = ({ look }: DraftSegment, rate: Rate): { readonly fadeIn: number; readonly fadeOut: number } => ({
  fadeIn: frameOf(rate, look.fadeInMs ?? 0),
  fadeOut: frameOf(rate, look.fadeOutMs ?? 0),
});

type Span = Pick<Item, 'id' | 'segment' | 'name' | 'start' | 'end'>;

function toMedia(kind: 'video' | 'audio', segment: DraftSegment, span: Span, { sourceOf, rate }: Context): Item {
  const { look, url, volume } = segment;
  const fades = fadesOf(segment, rate);
  const source = url === null ? null : sourceOf(url);
  const placement = placementOf(look);
  if (kind === 'video' && (stillName.test(segment.name) || (url !== null && stillName.test(pathOf(url))))) {
    return { kind: 'still', ...span, ...fades, source, placement };
  }
  return {
    kind: 'clip',
    ...span,
    ...fades,
    hasPicture: kind === 'video',
    source,
    inSeconds: (segment.sourceInMs ?? 0) / 1000,
    speed: speedOf(segment, secondsOf(rate, span.end - span.start)),
    volume: volume ?? 1,
    placement,
  };
}

/** As the draft says; else as fast as the piece of the source must run to fill its place, where both are told and differ clearly. */
function speedOf({ look, sourceInMs, sourceOutMs }: DraftSegment, seconds: number): number {
  if (look.speed !== undefined) return look.speed;
  if (sourceOutMs === null) return 1;
  const speed = (sourceOutMs - (sourceInMs ?? 0)) / 1000 / seconds;
  return speed >= 0.1 && speed <= 10 && Math.abs(speed - 1) > 0.02 ? speed : 1;
}

function placementOf({ opacity, rotation, scale, x, y, flippedX, flippedY }: Look): Placement {
  const told = { opacity, rotation, scale, x, y, flippedX, flippedY };
  if (Object.values(told).every((value) => value === undefined)) return asItIs;
  return {
    opacity: opacity ?? asItIs.opacity,
    rotation: rotation ?? asItIs.rotation,
    scale: scale ?? asItIs.scale,
    x: x ?? asItIs.x,
    y: y ?? asItIs.y,
    flippedX: flippedX ?? asItIs.flippedX,
    flippedY: flippedY ?? asItIs.flippedY,
  };
}

/** JianYing's text of size 15 fills about 7.5 % of the height: a guess, like the draft's other sizes. */
const sizeOfHeight = 200;

function styleOf(text: string, look: Look): TitleStyle {
  const usual = usualTitleStyle(text);
  const [red, green, blue] = look.textColor ?? usual.color;
  return {
    ...usual,
    size: look.textSize === undefined ? usual.size : Math.min(0.5, Math.max(0.01, look.textSize / sizeOfHeight)),
    color: [red ?? 1, green ?? 1, blue ?? 1],
    align: look.textAlign ?? usual.align,
    x: look.x === undefined ? usual.x : (1 + look.x) / 2,
    y: look.y === undefined ? usual.y : (1 - look.y) / 2,
  };
}

function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

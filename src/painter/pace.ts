import type { Place, Subject } from '../shared/scene/scene.ts';
import type { Context } from './brush.ts';
import type { Cover } from './cover.ts';
import { isSheet, type Layer, type Moment, type Sheet, type Stage } from './stage.ts';

/** How fast a subject goes over the ground, in its own heights each second. */
const paces: Readonly<Partial<Record<Subject, number>>> = {
  person: 0.5,
  couple: 0.45,
  runner: 1.3,
  footballer: 1.1,
  kite: 0.5,
  dog: 1.4,
  horse: 1.5,
  zebra: 1.5,
  unicorn: 1.4,
  kangaroo: 0.9,
  camel: 0.3,
  tiger: 0.42,
  lion: 0.42,
  elephant: 0.28,
  fox: 0.9,
  deer: 0.36,
  giraffe: 0.22,
  dinosaur: 0.34,
  bicycle: 0.9,
  scooter: 1.3,
  motorbike: 1.8,
  car: 1.6,
  taxi: 1.6,
};

/** Where the ground passes by; it is all sheets there, which go on without end. */
const open: ReadonlySet<Place> = new Set([
  'meadow',
  'forest',
  'bamboo',
  'desert',
  'mountains',
  'mars',
  'pyramids',
  'vineyard',
  'lavender',
  'rapeseed',
  'wheat',
]);
/** Where nobody goes anywhere, or the place itself sees to it that things pass by. */
const closed: ReadonlySet<Place> = new Set([
  'room',
  'cafe',
  'kitchen',
  'studio',
  'space',
  'moon',
  'abstract',
  'underwater',
  'sky',
  'road',
  'coastal-road',
  'railway',
  'subway',
]);
/** How far a subject goes at most while one looks, in widths of the frame. */
const farthest = 0.46;

type Pace = {
  /** Pixels each second that the ground where the subject stands passes by. */
  readonly ground: number;
  /** Widths of the frame each second that the subject goes. */
  readonly across: number;
};

/** `tall`: the subject's height in pixels. */
export function paceOf({ shot, width }: Stage, tall: number): Pace {
  const own = shot.subject === null || shot.isResting ? undefined : paces[shot.subject];
  if (own === undefined || closed.has(shot.place)) return { ground: 0, across: 0 };
  const pixels = own * tall;
  if (open.has(shot.place)) return { ground: pixels, across: 0 };
  return { ground: 0, across: Math.min(pixels / width, farthest / shot.seconds) };
}

const passes = (layer: Layer, ground: number): layer is Sheet => ground !== 0 && layer.depth >= 0.06 && isSheet(layer);

/** Where a sheet that passes by and its mirror images lie, of which two are in the frame: the even ones are not turned over. */
function placesOf({ depth, box }: Sheet, { seconds }: Moment, ground: number) {
  const gone = ground * depth * seconds;
  const first = Math.floor(gone / box.width);
  return [first, first + 1].map((index) => ({ index, x: box.x + index * box.width - gone }));
}

/** What a layer covers while it passes by. */
export function coverPassing(layer: Layer, moment: Moment, ground: number): Cover | undefined {
  if (!passes(layer, ground)) return layer.cover;
  const { cover, box } = layer;
  const places = placesOf(layer, moment, ground);
  return (left, top, right, bottom) => {
    const parts = places.map(({ index, x }) => {
      const [from, to] = [left - x, right - x];
      return index % 2 === 0
        ? cover(box.x + from, top, box.x + to, bottom)
        : cover(box.x + box.width - to, top, box.x + box.width - from, bottom);
    });
    if (parts.every((part) => part === 'none')) return 'none';
    return parts.includes('all') ? 'all' : 'some';
  };
}

/** Draws a layer; a sheet passes by at its depth, and goes on in its own mirror image. */
export function drawPassing(context: Context, layer: Layer, moment: Moment, ground: number): void {
  if (!passes(layer, ground)) {
    layer.draw(context, moment);
    return;
  }
  const { canvas, box } = layer;
  for (const { index, x } of placesOf(layer, moment, ground)) {
    if (index % 2 === 0) {
      context.drawImage(canvas, x, box.y);
      continue;
    }
    context.save();
    context.translate(x + box.width, box.y);
    context.scale(-1, 1);
    context.drawImage(canvas, 0, 0);
    context.restore();
  }
}

import type { Random } from '../shared/random.ts';
import type { Shot } from '../shared/scene/scene.ts';
import { blurred, type Box, canvasOf, type Context } from './brush.ts';
import { type Cover, coverOfCanvas } from './cover.ts';
import type { Light } from './light.ts';

export type Moment = {
  /** Since the shot began. */
  readonly seconds: number;
  /** Of the shot, 0..1. */
  readonly share: number;
};

/** What is drawn for every frame, moved by the camera as its depth says: 0 far away, 1 where the subject stands. */
export type Layer = {
  readonly depth: number;
  readonly draw: (context: Context, moment: Moment) => void;
  readonly cover?: Cover;
};

/** Where a subject stands, as shares of the frame; `scale` enlarges it. */
export type Spot = { readonly x: number; readonly y: number; readonly scale: number };

/** A place, ready to be filmed. */
export type Setting = {
  readonly back: readonly Layer[];
  /** Before the subject. */
  readonly front: readonly Layer[];
  readonly spots: { readonly ground: Spot; readonly water?: Spot; readonly sky?: Spot; readonly table?: Spot };
  /** The light that falls on the subject. */
  readonly light: Light;
  /** How much of what falls from the sky gets here: none indoors. */
  readonly isOutdoors: boolean;
  /** Where the surface that mirrors begins, as a share of the height: the subject is mirrored below itself. */
  readonly mirror?: number;
};

export type Backdrop = (stage: Stage) => Setting;

/** Sheets reach beyond the frame by this share on each side, so that the camera may move. */
const margin = 0.12;

/** The room in which a backdrop paints: pixels of the frame from 0 to width and height, with a margin around. */
export class Stage {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** The shorter side of the frame: sizes hang on it. */
  readonly unit: number;

  readonly width: number;
  readonly height: number;
  readonly shot: Shot;
  readonly light: Light;
  readonly random: Random;

  constructor(width: number, height: number, shot: Shot, light: Light, random: Random) {
    this.width = width;
    this.height = height;
    this.shot = shot;
    this.light = light;
    this.random = random;
    this.left = -Math.round(width * margin);
    this.top = -Math.round(height * margin);
    this.right = width - this.left;
    this.bottom = height - this.top;
    this.unit = Math.min(width, height);
  }

  /** The frame with its margins. */
  get all(): Box {
    return { x: this.left, y: this.top, width: this.right - this.left, height: this.bottom - this.top };
  }

  /** From a share of the height down to another, as wide as all. */
  band(from: number, to: number): Box {
    return { x: this.left, y: from * this.height, width: this.right - this.left, height: (to - from) * this.height };
  }

  /** A sheet painted once. `from` and `to`: the shares of the height that it needs. */
  sheet(depth: number, paint: (context: Context) => void, from = -margin, to = 1 + margin): Sheet {
    const band = this.band(from, to);
    // Whole pixels: others would be drawn twice as dearly, and less sharp.
    const y = Math.floor(band.y);
    const box = { ...band, y, height: Math.ceil(band.y + band.height) - y };
    const context = canvasOf(box.width, box.height);
    context.translate(-box.x, -box.y);
    paint(context);
    return sheetOf(depth, context.canvas, box);
  }
}

export type Sheet = Layer & {
  readonly canvas: OffscreenCanvas;
  readonly box: Box;
  readonly cover: Cover;
  /** It is nothing but its canvas, at every moment. */
  readonly isStill: boolean;
};

function sheetOf(depth: number, canvas: OffscreenCanvas, box: Box): Sheet {
  const cover = coverOfCanvas(canvas, box.x, box.y);
  return { depth, canvas, box, cover, isStill: true, draw: (context) => context.drawImage(canvas, box.x, box.y) };
}

/** Pixels of blur from which on nobody sees whether a picture is smoothed when it is drawn; not to smooth it is five times as quick. */
const verySoft = 8;

/** The same sheet out of focus. */
export function softened({ depth, canvas, box }: Sheet, radius: number): Sheet {
  const soft = sheetOf(depth, blurred(canvas, radius), box);
  if (radius < verySoft) return soft;
  return {
    ...soft,
    isStill: false,
    draw: (context, moment) => {
      context.imageSmoothingEnabled = false;
      soft.draw(context, moment);
    },
  };
}

export const isSheet = (layer: Layer): layer is Sheet => 'canvas' in layer;

/** The same layers, those sheets as one that follow one another at the same depth. */
export function joined(layers: readonly Layer[]): readonly Layer[] {
  const done: Layer[] = [];
  for (const layer of layers) {
    const last = done.at(-1);
    const isSame = last !== undefined && isSheet(last) && isSheet(layer) && last.depth === layer.depth;
    if (isSame && last.isStill && layer.isStill) done.splice(-1, 1, together(last, layer));
    else done.push(layer);
  }
  return done;
}

function together(one: Sheet, other: Sheet): Sheet {
  const [x, y] = [Math.min(one.box.x, other.box.x), Math.min(one.box.y, other.box.y)];
  const right = Math.max(one.box.x + one.box.width, other.box.x + other.box.width);
  const bottom = Math.max(one.box.y + one.box.height, other.box.y + other.box.height);
  const context = canvasOf(right - x, bottom - y);
  for (const { canvas, box } of [one, other]) context.drawImage(canvas, box.x - x, box.y - y);
  return sheetOf(one.depth, context.canvas, { x, y, width: right - x, height: bottom - y });
}

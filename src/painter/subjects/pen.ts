import { canvasOf } from '../brush.ts';
import { faint } from '../colour.ts';
import type { SubjectView } from '../subject.ts';

type Fill = string | CanvasGradient;
type Placed = {
  readonly x?: number;
  readonly y?: number;
  readonly turn?: number;
  readonly scale?: number | readonly [number, number];
};

/** Draws in hundredths of the subject's height. */
export type Pen = Omit<SubjectView, 'tall'> & {
  readonly context: OffscreenCanvasRenderingContext2D;
  /** One of the choices, by the seed. */
  readonly pick: <C extends readonly [unknown, ...(readonly unknown[])]>(choices: C) => C[number];
  /** The colour that was asked for; else one of the choices. */
  readonly tint: (choices: readonly [string, ...(readonly string[])]) => string;
  /** -1 to 1 and back once in `period` seconds. */
  readonly sway: (period: number, phase?: number) => number;
  /** An SVG path that stays the same from frame to frame: it is kept. */
  readonly path: (data: string, fill: Fill) => void;
  readonly line: (data: string, colour: Fill, width: number) => void;
  readonly oval: (x: number, y: number, rx: number, ry: number, fill: Fill, turn?: number) => void;
  readonly box: (x: number, y: number, width: number, height: number, radius: number, fill: Fill) => void;
  /** A closed curve that runs smoothly past the points, x and y in turn. */
  readonly blob: (points: readonly number[], fill: Fill) => void;
  /** An open curve through the points, as wide as `width`, round at its ends. */
  readonly strand: (points: readonly number[], colour: Fill, width: number) => void;
  /** Tapers from joint to joint: x, y and half its width there, in turn. */
  readonly limb: (joints: readonly number[], fill: Fill) => void;
  readonly within: (data: string, paint: () => void) => void;
  readonly at: (place: Placed, paint: () => void) => void;
  /** A gradient along a line. */
  readonly fade: (x0: number, y0: number, x1: number, y1: number, ...colours: readonly string[]) => CanvasGradient;
  /** A gradient from a centre outwards. */
  readonly round: (x: number, y: number, radius: number, ...colours: readonly string[]) => CanvasGradient;
  /** A soft spot that is thickest in its middle. */
  readonly puff: (x: number, y: number, rx: number, ry: number, colour: string, opacity: number) => void;
  /** Light that adds to what lies below it. */
  readonly glow: (x: number, y: number, radius: number, colour: string, opacity?: number) => void;
};

const paths = new Map<string, Path2D>();

function pathOf(data: string): Path2D {
  const known = paths.get(data);
  if (known !== undefined) return known;
  const path = new Path2D(data);
  paths.set(data, path);
  return path;
}

export function penOn(context: OffscreenCanvasRenderingContext2D, view: SubjectView): Pen {
  const { seconds } = view;
  const fillWith = (fill: Fill): void => {
    context.fillStyle = fill;
    context.fill();
  };
  const stops = (gradient: CanvasGradient, colours: readonly string[]): CanvasGradient => {
    for (const [index, colour] of colours.entries())
      gradient.addColorStop(index / Math.max(1, colours.length - 1), colour);
    return gradient;
  };
  const fade: Pen['fade'] = (x0, y0, x1, y1, ...colours) =>
    stops(context.createLinearGradient(x0, y0, x1, y1), colours);
  const round: Pen['round'] = (x, y, radius, ...colours) =>
    stops(context.createRadialGradient(x, y, 0, x, y, radius), colours);
  const pick: Pen['pick'] = (choices) => choices[Math.floor(view.random() * choices.length)];
  return {
    context,
    ...view,
    pick,
    tint: (choices) => {
      const chosen = pick(choices);
      return view.color ?? chosen;
    },
    sway: (period, phase = 0) => Math.sin((seconds / period) * 2 * Math.PI + phase),
    path: (data, fill) => {
      context.fillStyle = fill;
      context.fill(pathOf(data));
    },
    line: (data, colour, width) => {
      roundPen(context, colour, width);
      context.stroke(pathOf(data));
    },
    oval: (x, y, rx, ry, fill, turn = 0) => {
      context.beginPath();
      context.ellipse(x, y, rx, ry, turn, 0, 2 * Math.PI);
      fillWith(fill);
    },
    box: (x, y, width, height, radius, fill) => {
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      fillWith(fill);
    },
    blob: (points, fill) => {
      traceBlob(context, points);
      fillWith(fill);
    },
    strand: (points, colour, width) => {
      roundPen(context, colour, width);
      traceStrand(context, points);
      context.stroke();
    },
    limb: (joints, fill) => {
      traceLimb(context, joints);
      fillWith(fill);
    },
    within: (data, paint) => {
      context.save();
      context.clip(pathOf(data));
      paint();
      context.restore();
    },
    at: (place, paint) => paintAt(context, place, paint),
    fade,
    round,
    puff: (x, y, rx, ry, colour, opacity) => drawSoft(context, softOf(colour, [1, 0]), [x, y, rx, ry], opacity),
    glow: (x, y, radius, colour, opacity = 1) => {
      context.save();
      context.globalCompositeOperation = 'lighter';
      drawSoft(context, softOf(colour, [1, 0.3, 0]), [x, y, radius, radius], opacity);
      context.restore();
    },
  };
}

const softs = new Map<string, OffscreenCanvas>();
const softsKept = 24;
const softSize = 256;

/** A round spot whose opacity falls from its middle to its rim as the shares say. */
function softOf(colour: string, shares: readonly number[]): OffscreenCanvas {
  const name = `${colour} ${shares.join(' ')}`;
  const known = softs.get(name);
  if (known !== undefined) return known;
  const half = softSize / 2;
  const context = canvasOf(softSize, softSize);
  const gradient = context.createRadialGradient(half, half, 0, half, half, half);
  for (const [index, share] of shares.entries())
    gradient.addColorStop(index / (shares.length - 1), faint(colour, share));
  context.fillStyle = gradient;
  context.fillRect(0, 0, softSize, softSize);
  if (softs.size >= softsKept) softs.clear();
  softs.set(name, context.canvas);
  return context.canvas;
}

/** Unsmoothed, as it is smooth by itself: a gradient costs four times as much. */
function drawSoft(
  context: OffscreenCanvasRenderingContext2D,
  soft: OffscreenCanvas,
  [x, y, rx, ry]: readonly [number, number, number, number],
  opacity: number,
): void {
  context.save();
  context.imageSmoothingEnabled = false;
  context.globalAlpha *= Math.min(1, opacity);
  context.drawImage(soft, x - rx, y - ry, rx * 2, ry * 2);
  context.restore();
}

function paintAt(context: OffscreenCanvasRenderingContext2D, place: Placed, paint: () => void): void {
  context.save();
  context.translate(place.x ?? 0, place.y ?? 0);
  if (place.turn !== undefined) context.rotate(place.turn);
  const scale = place.scale ?? 1;
  if (typeof scale === 'number') context.scale(scale, scale);
  else context.scale(scale[0], scale[1]);
  paint();
  context.restore();
}

function roundPen(context: OffscreenCanvasRenderingContext2D, colour: Fill, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
}

function traceBlob(context: OffscreenCanvasRenderingContext2D, points: readonly number[]): void {
  const count = points.length / 2;
  const x = (index: number): number => points[(index % count) * 2] ?? 0;
  const y = (index: number): number => points[(index % count) * 2 + 1] ?? 0;
  context.beginPath();
  context.moveTo((x(0) + x(1)) / 2, (y(0) + y(1)) / 2);
  for (let index = 1; index <= count; index += 1) {
    context.quadraticCurveTo(x(index), y(index), (x(index) + x(index + 1)) / 2, (y(index) + y(index + 1)) / 2);
  }
  context.closePath();
}

function traceStrand(context: OffscreenCanvasRenderingContext2D, points: readonly number[]): void {
  const last = points.length / 2 - 1;
  const x = (index: number): number => points[index * 2] ?? 0;
  const y = (index: number): number => points[index * 2 + 1] ?? 0;
  context.beginPath();
  context.moveTo(x(0), y(0));
  for (let index = 1; index < last; index += 1) {
    const isBeforeLast = index === last - 1;
    const toX = isBeforeLast ? x(last) : (x(index) + x(index + 1)) / 2;
    const toY = isBeforeLast ? y(last) : (y(index) + y(index + 1)) / 2;
    context.quadraticCurveTo(x(index), y(index), toX, toY);
  }
  if (last === 1) context.lineTo(x(1), y(1));
}

/** Discs at the joints and the straight pieces between them, as one shape. */
function traceLimb(context: OffscreenCanvasRenderingContext2D, joints: readonly number[]): void {
  context.beginPath();
  for (let index = 0; index < joints.length; index += 3) {
    const [x = 0, y = 0, half = 0, x2, y2, half2] = joints.slice(index, index + 6);
    context.moveTo(x + half, y);
    context.arc(x, y, half, 0, 2 * Math.PI);
    if (x2 === undefined || y2 === undefined || half2 === undefined) return;
    const angle = Math.atan2(y2 - y, x2 - x) + Math.PI / 2;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    // Against the discs' sense of turning the pieces would leave holes.
    context.moveTo(x + cos * half, y + sin * half);
    context.lineTo(x - cos * half, y - sin * half);
    context.lineTo(x2 - cos * half2, y2 - sin * half2);
    context.lineTo(x2 + cos * half2, y2 + sin * half2);
    context.closePath();
  }
}

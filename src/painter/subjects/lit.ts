import { canvasOf } from '../brush.ts';
import { faint } from '../colour.ts';
import { type Pen, penOn } from './pen.ts';
import type { SubjectLight, SubjectPainter, SubjectView } from '../subject.ts';

type Context = OffscreenCanvasRenderingContext2D;
type Bounds = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
type Parts = Omit<SubjectPainter, 'draw'> & {
  /** What it may cover, in hundredths of its height. */
  readonly bounds: (view: SubjectView) => Bounds;
  /** Half the width of the soft shadow on what it stands on, in hundredths. */
  readonly shadow?: number;
  /** How far it has gone to the right, in hundredths. */
  readonly shift?: (seconds: number) => number;
  /** In its own colours: light, shade and rim are laid over it. */
  readonly body: (pen: Pen) => void;
  /** What shines by itself, or is too thin for a rim: drawn last. */
  readonly glow?: (pen: Pen) => void;
};

/** A subject whose silhouette is lit as a whole, so that all of them stand in the light of their shot. */
export function lit({ bounds, shadow, shift, body, glow, ...facts }: Parts): SubjectPainter {
  return {
    ...facts,
    draw: (context, view) => {
      context.save();
      context.scale(0.01, 0.01);
      context.translate(shift?.(view.seconds) ?? 0, 0);
      if (shadow !== undefined) contactShadow(context, shadow, view.light.isDark ? 0.6 : 0.42);
      const placed = layerFor(context, bounds(view));
      if (placed !== undefined) {
        const { layer, left, top, width, height } = placed;
        body(penOn(layer, view));
        layOnLight(layer, view, { width, height });
        context.save();
        context.resetTransform();
        context.drawImage(layer.canvas, 0, 0, width, height, left, top, width, height);
        context.restore();
      }
      glow?.(penOn(context, view));
      context.restore();
    },
  };
}

/** A subject that is light itself. */
export function shining({
  paint,
  ...facts
}: Omit<SubjectPainter, 'draw'> & { readonly paint: (pen: Pen) => void }): SubjectPainter {
  return {
    ...facts,
    draw: (context, view) => {
      context.save();
      context.scale(0.01, 0.01);
      paint(penOn(context, view));
      context.restore();
    },
  };
}

/** From -width/2 to width/2 (in hundredths) with some room for what moves. */
export function around(width: number, above = 8, below = 6): () => Bounds {
  return () => ({ left: -width / 2, right: width / 2, top: -100 - above, bottom: below });
}

function contactShadow(context: Context, half: number, opacity: number): void {
  context.save();
  context.scale(1, 0.12);
  const gradient = context.createRadialGradient(0, 0, 0, 0, 0, half);
  for (const [stop, share] of [
    [0, 1],
    [0.55, 0.7],
    [1, 0],
  ] as const)
    gradient.addColorStop(stop, faint('#05060c', opacity * share));
  context.fillStyle = gradient;
  context.fillRect(-half, -half, half * 2, half * 2);
  context.restore();
}

const layers = new Map<string, Context>();
const layersKept = 12;
const sizeStep = 96;

/**
 * An empty canvas, little larger than asked for: it is copied whole whenever it is drawn from and then drawn on.
 * Those of the sizes in use are kept.
 */
function layerOf(use: 'body' | 'edge', width: number, height: number): Context {
  const wide = Math.ceil(width / sizeStep) * sizeStep;
  const high = Math.ceil(height / sizeStep) * sizeStep;
  const key = `${use} ${wide} ${high}`;
  const known = layers.get(key);
  if (known !== undefined) {
    known.reset();
    return known;
  }
  const made = new OffscreenCanvas(wide, high).getContext('2d', { willReadFrequently: true });
  if (made === null) throw new Error('This system gives no canvas to draw on.');
  if (layers.size >= layersKept) layers.clear();
  layers.set(key, made);
  return made;
}

/** A layer for the part of the bounds that the canvas shows, with the canvas's own transform. */
function layerFor(context: Context, bounds: Bounds) {
  const matrix = context.getTransform();
  const corners = [
    [bounds.left, bounds.top],
    [bounds.right, bounds.top],
    [bounds.left, bounds.bottom],
    [bounds.right, bounds.bottom],
  ].map(([x = 0, y = 0]) => [matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f] as const);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const top = Math.max(0, Math.floor(Math.min(...ys)));
  const width = Math.min(context.canvas.width, Math.ceil(Math.max(...xs))) - left;
  const height = Math.min(context.canvas.height, Math.ceil(Math.max(...ys))) - top;
  if (width <= 0 || height <= 0) return undefined;
  const layer = layerOf('body', width, height);
  layer.setTransform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e - left, matrix.f - top);
  return { layer, left, top, width, height };
}

type Size = { readonly width: number; readonly height: number };

function layOnLight(layer: Context, { light, tall }: SubjectView, { width, height }: Size): void {
  layer.resetTransform();
  layer.globalCompositeOperation = 'source-atop';
  // As smooth as it is, its pixels are not seen.
  layer.imageSmoothingEnabled = false;
  layer.drawImage(shadeOf(light), 0, 0, width, height);
  // Large subjects would get a broad band.
  const thin = Math.max(1, Math.sqrt(tall / 100) * (light.isDark ? 1.5 : 1.1));
  const colour = faint(light.rim, light.isDark ? 0.8 : 0.42);
  layer.drawImage(edgeOf(layer, colour, [Math.round(thin * 1.4), Math.round(thin * 1.1)], { width, height }), 0, 0);
}

const shades = new Map<string, OffscreenCanvas>();
const shadesKept = 8;
const shadeSize = 256;

/** What the light does to a body: from the lit corner to the far one. */
function shadeOf({ key, shade, isDark }: SubjectLight): OffscreenCanvas {
  const name = `${key} ${shade} ${isDark}`;
  const known = shades.get(name);
  if (known !== undefined) return known;
  const context = canvasOf(shadeSize, shadeSize);
  const gradient = context.createLinearGradient(shadeSize * 0.15, 0, shadeSize * 0.85, shadeSize);
  gradient.addColorStop(0, faint(key, isDark ? 0.1 : 0.2));
  gradient.addColorStop(0.45, faint(shade, isDark ? 0.22 : 0.04));
  gradient.addColorStop(1, faint(shade, isDark ? 0.5 : 0.34));
  context.fillStyle = gradient;
  context.fillRect(0, 0, shadeSize, shadeSize);
  if (shades.size >= shadesKept) shades.clear();
  shades.set(name, context.canvas);
  return context.canvas;
}

/** The colour, but for where a copy of the silhouette lies that is moved by whole pixels: others would cost ten times as much. */
function edgeOf(
  { canvas }: Context,
  colour: string,
  [x, y]: readonly [number, number],
  { width, height }: Size,
): OffscreenCanvas {
  const edge = layerOf('edge', width, height);
  edge.fillStyle = colour;
  edge.fillRect(0, 0, width, height);
  edge.globalCompositeOperation = 'destination-out';
  edge.drawImage(canvas, x, y);
  return edge.canvas;
}

import { createRandom, mixSeed } from '../shared/random.ts';
import type { Mood, Ratio, Scene, Shot } from '../shared/scene/scene.ts';
import { backdrops } from './backdrops.ts';
import { canvasOf, type Context } from './brush.ts';
import { standingOf, viewAt } from './camera.ts';
import { castOf } from './cast.ts';
import { groundOf, withFooting } from './footing.ts';
import { lightOf } from './light.ts';
import { coverPassing, drawPassing } from './pace.ts';
import { pillOf } from './pill.ts';
import { partsSeen } from './sight.ts';
import { isSheet, joined, Stage } from './stage.ts';
import { fallOf } from './weather.ts';

type Film = {
  readonly width: number;
  readonly height: number;
  /** Frames per second. */
  readonly rate: number;
  readonly frames: number;
  /** Draws a frame (0 .. frames - 1) onto a context of the film's size. The same film draws the same pixels. */
  readonly draw: (context: OffscreenCanvasRenderingContext2D, frame: number) => void;
};

export const filmRate = 30;
/** How long two shots are seen at once, seconds. */
const crossFade = 0.5;

const sizes: Readonly<Record<Ratio, readonly [width: number, height: number]>> = {
  '16:9': [1280, 720],
  '9:16': [720, 1280],
  '1:1': [720, 720],
  '4:5': [720, 900],
};

/** The size a scene is painted in unless another is asked for. */
function sizeOf({ ratio, isFullHd }: Pick<Scene, 'ratio' | 'isFullHd'>): {
  readonly width: number;
  readonly height: number;
} {
  const [width, height] = sizes[ratio];
  const scale = isFullHd ? 1.5 : 1;
  return { width: width * scale, height: height * scale };
}

type PaintedShot = { readonly draw: (context: Context, share: number, seconds: number) => void };

/** Makes a film of a scene. A shot is painted when it is first drawn, and let go when the next one stands alone. */
export function createFilm(scene: Scene, { width, height } = sizeOf(scene)): Film {
  const ends = scene.shots.map((_, index) =>
    Math.round(scene.shots.slice(0, index + 1).reduce((sum, { seconds }) => sum + seconds, 0) * filmRate),
  );
  const painted = new Map<number, PaintedShot>();
  const shotAt = (index: number): PaintedShot | undefined => {
    const shot = scene.shots[index];
    if (shot === undefined) return undefined;
    const held = painted.get(index) ?? paintShot(scene, shot, index, width, height);
    painted.set(index, held);
    return held;
  };
  const finish = finishOf(scene, width, height);
  const fadeFrames = Math.round(crossFade * filmRate);
  const other = canvasOf(width, height);
  const drawShot = (context: Context, index: number, frame: number): void => {
    const start = ends[index - 1] ?? 0;
    // It begins while the one before fades.
    const from = index === 0 ? 0 : start - fadeFrames;
    const frames = (ends[index] ?? start) - from;
    shotAt(index)?.draw(context, (frame - from) / Math.max(1, frames - 1), (frame - from) / filmRate);
  };
  return {
    width,
    height,
    rate: filmRate,
    frames: ends.at(-1) ?? 0,
    draw: (context, frame) => {
      const index = Math.max(
        0,
        ends.findIndex((end) => frame < end),
      );
      for (const held of painted.keys()) if (held < index) painted.delete(held);
      drawShot(context, index, frame);
      const left = (ends[index] ?? 0) - frame;
      if (left <= fadeFrames && index + 1 < scene.shots.length) {
        drawShot(other, index + 1, frame);
        context.globalAlpha = 1 - left / (fadeFrames + 1);
        context.drawImage(other.canvas, 0, 0);
        context.globalAlpha = 1;
      }
      finish(context, frame);
    },
  };
}

function paintShot(scene: Scene, shot: Shot, index: number, width: number, height: number): PaintedShot {
  const random = createRandom(mixSeed(scene.seed, index + 1));
  const light = lightOf(shot, random.chance(0.5) ? 0.28 + random.next() * 0.1 : 0.64 + random.next() * 0.1);
  const stage = new Stage(width, height, shot, light, random);
  const setting = withFooting(stage, backdrops[groundOf(shot)](stage));
  // The same in every shot: a dog keeps its coat.
  const cast = castOf(stage, setting, mixSeed(scene.seed, 11));
  const fall = setting.isOutdoors ? fallOf(stage, shot.weather) : () => undefined;
  const isClose = shot.framing === 'close';
  const frame = { width, height, focus: cast.focus };
  const layers = [...joined(setting.back), cast.layer, ...joined(setting.front)].map((layer) => ({
    layer,
    ground: layer === cast.layer ? 0 : cast.ground,
  }));
  return {
    draw: (context, share, seconds) => {
      const view = viewAt(shot.move, share, isClose);
      const moment = { seconds, share };
      const parts = partsSeen(
        width,
        height,
        layers.map(({ layer, ground }) => ({
          cover: coverPassing(layer, moment, ground),
          standing: standingOf(view, layer.depth, frame),
          isWhole: !isSheet(layer),
        })),
      );
      for (const [index, { layer, ground }] of layers.entries()) {
        const { size, x, y } = standingOf(view, layer.depth, frame);
        for (const part of parts[index] ?? []) {
          context.save();
          context.beginPath();
          context.rect(part.x, part.y, part.width, part.height);
          context.clip();
          context.transform(size, 0, 0, size, x, y);
          drawPassing(context, layer, moment, ground);
          context.restore();
        }
      }
      fall(context, seconds);
    },
  };
}

const grades: Readonly<Record<Mood, readonly [colour: string, opacity: number, vignette: number]>> = {
  calm: ['255, 214, 170', 0.05, 0.34],
  upbeat: ['255, 190, 120', 0.05, 0.24],
  lofi: ['190, 120, 190', 0.08, 0.42],
  epic: ['20, 120, 150', 0.08, 0.5],
  sad: ['90, 120, 170', 0.14, 0.48],
  dreamy: ['255, 190, 230', 0.09, 0.3],
};

/** What lies over every frame: the mood's tint, a vignette, grain and the pill. */
function finishOf(scene: Scene, width: number, height: number): (context: Context, frame: number) => void {
  const [tint, opacity, dark] = grades[scene.mood];
  const veil = canvasOf(width, height);
  veil.fillStyle = `rgba(${tint}, ${opacity})`;
  veil.fillRect(0, 0, width, height);
  const radius = Math.hypot(width, height) / 2;
  const gradient = veil.createRadialGradient(width / 2, height / 2, radius * 0.45, width / 2, height / 2, radius);
  gradient.addColorStop(0, 'rgba(5, 6, 16, 0)');
  gradient.addColorStop(0.6, `rgba(5, 6, 16, ${dark * 0.35})`);
  gradient.addColorStop(1, `rgba(5, 6, 16, ${dark})`);
  veil.fillStyle = gradient;
  veil.fillRect(0, 0, width, height);
  const grain = grainOf(scene.seed);
  const pill = pillOf(width, height);
  return (context, frame) => {
    context.drawImage(veil.canvas, 0, 0);
    const random = createRandom(mixSeed(scene.seed, frame));
    const [dx, dy] = [random.int(0, 255), random.int(0, 255)];
    context.save();
    context.translate(-dx, -dy);
    context.fillStyle = context.createPattern(grain, 'repeat') ?? 'transparent';
    context.fillRect(dx, dy, width, height);
    context.restore();
    context.drawImage(pill.canvas, pill.x, pill.y);
  };
}

function grainOf(seed: number): OffscreenCanvas {
  const context = canvasOf(256, 256);
  const image = context.createImageData(256, 256);
  const random = createRandom(seed);
  for (let at = 0; at < image.data.length; at += 4) {
    const value = random.next();
    image.data.fill(value < 0.5 ? 0 : 255, at, at + 3);
    image.data[at + 3] = Math.abs(value - 0.5) * 17;
  }
  context.putImageData(image, 0, 0);
  return context.canvas;
}

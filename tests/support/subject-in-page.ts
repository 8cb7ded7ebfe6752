import { painterOf } from '../../src/painter/subjects.ts';
import type { SubjectLight } from '../../src/painter/subject.ts';
import { createRandom } from '../../src/shared/random.ts';
import type { Subject } from '../../src/shared/scene/scene.ts';

export type Sitting = {
  readonly time: 'day' | 'night';
  readonly seconds: number;
  readonly color?: string | null;
  readonly seed?: number;
  readonly isResting?: boolean;
};

export type Portrait = {
  /** FNV-1a over all bytes. */
  readonly hash: number;
  /** Share of its own box that it covers. */
  readonly covered: number;
  /** Share of its pixels that lie outside its box and a margin of a tenth. */
  readonly stray: number;
  /** Mean distance in luminance between its pixels and the ground behind them, 0..255. */
  readonly contrast: number;
};

const lights: Readonly<Record<'day' | 'night', SubjectLight & { readonly ground: string }>> = {
  day: { key: '#fff6e0', rim: '#ffffff', shade: '#41506e', isDark: false, ground: '#a9c2d6' },
  night: { key: '#a9c2f5', rim: '#b9d4ff', shade: '#070b1c', isDark: true, ground: '#141f3c' },
};
const [wide, high] = [480, 300];

/** What a subject looks like on a plain ground, alone. */
export function portrait(
  subject: Subject,
  { time, seconds, color = null, seed = 7, isResting = false }: Sitting,
): Portrait {
  const { ground, ...light } = lights[time];
  const painter = painterOf(subject);
  const tall = Math.min(painter.height * high, (0.8 * wide) / painter.width);
  const foot = high * 0.85;
  const draw = (context: OffscreenCanvasRenderingContext2D): Uint8ClampedArray => {
    context.translate(wide / 2, foot);
    context.scale(tall, tall);
    painter.draw(context, {
      seconds,
      tall,
      light,
      random: createRandom(seed).next,
      aspect: wide / high,
      color,
      person: null,
      isRaining: false,
      isResting,
      isAtSurface: false,
      isSnowy: false,
    });
    return context.getImageData(0, 0, wide, high).data;
  };
  const alone = draw(contextOf());
  const behind = contextOf();
  behind.fillStyle = ground;
  behind.fillRect(0, 0, wide, high);
  const groundLuminance = luminance(behind.getImageData(0, 0, 1, 1).data, 0);
  const shown = draw(behind);
  const half = ((painter.width + 0.2) / 2) * tall;
  let [hash, inside, outside, distance] = [0x811c9dc5, 0, 0, 0];
  for (let at = 0; at < alone.length; at += 4) {
    for (const channel of [0, 1, 2, 3]) hash = Math.imul(hash ^ (alone[at + channel] ?? 0), 0x01000193) >>> 0;
    // Shadows and halos around it are not the subject.
    if ((alone[at + 3] ?? 0) < 140) continue;
    const [x, y] = [(at / 4) % wide, Math.floor(at / 4 / wide)];
    if (Math.abs(x - wide / 2) <= half && y <= foot + tall * 0.1 && y >= foot - tall * 1.1) inside += 1;
    else outside += 1;
    distance += Math.abs(luminance(shown, at) - groundLuminance);
  }
  return {
    hash,
    covered: inside / (painter.width * tall * tall),
    stray: outside / Math.max(1, inside + outside),
    contrast: distance / Math.max(1, inside + outside),
  };
}

function luminance(data: Uint8ClampedArray, at: number): number {
  return (data[at] ?? 0) * 0.2126 + (data[at + 1] ?? 0) * 0.7152 + (data[at + 2] ?? 0) * 0.0722;
}

function contextOf(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(wide, high).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas');
  return context;
}

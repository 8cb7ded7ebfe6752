/** How bright (0..255) and how varied (standard deviation of the brightness) a picture is. */
type FrameQuality = { readonly brightness: number; readonly variety: number };

/** Below these a frame is black, or as good as one colour: a fade, a title card's ground, a lens cap. */
const least = { brightness: 20, variety: 8 } as const;

/** Measures RGBA pixels by their luma (Rec. 709). */
export function frameQuality(rgba: Uint8ClampedArray): FrameQuality {
  const pixels = rgba.length / 4;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const luma = 0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0);
    sum += luma;
    squares += luma * luma;
  }
  const brightness = pixels === 0 ? 0 : sum / pixels;
  return { brightness, variety: pixels === 0 ? 0 : Math.sqrt(Math.max(0, squares / pixels - brightness ** 2)) };
}

export function isGoodFrame({ brightness, variety }: FrameQuality): boolean {
  return brightness >= least.brightness && variety >= least.variety;
}

/**
 * Rounding by a codec gives a plain ground at most this much variety. A dim picture has more, and so has one line of
 * small text.
 */
const plain = 2;

export function isOneColour({ variety }: FrameQuality): boolean {
  return variety < plain;
}

const mostWatched = 600;

/** Where to look whether a film shows anything, in seconds: at each second, of long ones at 600 places, and close to the end. */
export function framesToWatch(seconds: number): readonly number[] {
  const step = Math.max(1, seconds / mostWatched);
  const times = Array.from({ length: Math.max(1, Math.ceil(seconds / step)) }, (_, index) => index * step);
  return seconds > 0 ? [...times, seconds - Math.min(step, seconds) / 10] : times;
}

/** Where to look for a good frame, in seconds: close to the beginning first, then further and further in. */
export function framesToTry(seconds: number): readonly number[] {
  const early = [0, 0.5, 1, 2, 4];
  const later = [0.1, 0.25, 0.5, 0.75].map((share) => share * seconds);
  const times = [...early, ...later].filter((at) => at === 0 || at < seconds);
  return [...new Set(times)].sort((one, other) => one - other);
}

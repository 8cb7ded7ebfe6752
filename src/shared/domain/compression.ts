import { err, ok, type Result } from '../result.ts';
import type { MediaInfo } from './media-info.ts';

/** How a file is to be made smaller. Bit rates in bits per second, sizes in pixels as shown. */
export type CompressionPlan = {
  /** 0 without video. */
  readonly width: number;
  readonly height: number;
  readonly videoBitrate: number;
  /** 0 without sound. */
  readonly audioBitrate: number;
  readonly estimatedBytes: number;
  readonly estimatedMs: number;
  /** Of the source: one of each is kept. */
  readonly videoTracks: number;
  readonly audioTracks: number;
};

/** How fast the encoder has proved to be here: pixels of video per second of work. */
export type Speed = { readonly pixelsPerSecond: number };

/** A guess for a machine that has not compressed anything yet: 1080p at 30 frames a second. */
export const guessedSpeed: Speed = { pixelsPerSecond: 62_000_000 };

/** No encoder is slower or faster than this: a measurement beyond it had too little to go by. */
const slowest = guessedSpeed.pixelsPerSecond / 100;
const fastest = guessedSpeed.pixelsPerSecond * 100;

/** What the container and the rate control's mistakes leave of the target. */
const usable = 0.95;
const audioRates = [128_000, 96_000, 64_000, 48_000] as const;
/** Bit rates of sound without pictures: it may be better, and, since it is often speech, poorer. */
const aloneRates = [256_000, 192_000, ...audioRates, 32_000, 24_000] as const;
/** Sound may take this share of a file that has pictures too. */
const audioShare = 0.2;
/** Shorter sides, largest first; a picture is never made larger. */
const ladder = [2160, 1440, 1080, 720, 540, 480, 360, 240] as const;
/**
 * Bits per pixel and frame: below the first the plan takes a smaller size, below the second it gives up, above the
 * third it never goes.
 */
const bitsPerPixel = { good: 0.06, least: 0.02, most: 0.25 } as const;
const usualFps = 30;
/** An encoder handles sound many times faster than it plays. */
const audioTimesFaster = 30;

type CompressionProblem = 'cannot-decode' | 'cannot-shrink';

/**
 * The best picture and sound that fit into `targetBytes`: the largest size whose frames still get enough bits. `cannot-shrink`: at
 * that length it would not be worth looking at (trimming helps). Pure, so that the estimate can be shown before anything is done.
 */
export function planCompression(
  info: MediaInfo,
  targetBytes: number,
  speed: Speed = guessedSpeed,
): Result<CompressionPlan, CompressionProblem> {
  const seconds = (info.durationMs ?? 0) / 1000;
  if (seconds <= 0 || !(info.canDecodeVideo || (info.canDecodeAudio && !info.hasVideo))) return err('cannot-decode');
  const budget = (targetBytes * 8 * usable) / seconds;
  if (!info.hasVideo) {
    const audioBitrate = aloneRates.find((rate) => rate <= budget);
    if (audioBitrate === undefined) return err('cannot-shrink');
    const estimatedMs = (seconds / audioTimesFaster) * 1000;
    return ok({ ...sized(null, 0, audioBitrate, seconds), estimatedMs, ...tracksOf(info) });
  }
  const audioBitrate = info.canDecodeAudio ? audioRateFor(budget * audioShare) : 0;
  const fps = info.fps ?? usualFps;
  const size = sizeFor(info, fps, budget - audioBitrate);
  if (size === null) return err('cannot-shrink');
  const pixels = size.width * size.height * fps;
  const videoBitrate = Math.floor(Math.min(budget - audioBitrate, pixels * bitsPerPixel.most));
  // Each frame is decoded at the source's size and encoded at the new one.
  const work = (info.width * info.height * fps + pixels) / 2;
  const estimatedMs = ((work * seconds) / speed.pixelsPerSecond) * 1000;
  return ok({ ...sized(size, videoBitrate, audioBitrate, seconds), estimatedMs, ...tracksOf(info) });
}

function tracksOf({ videoTracks, audioTracks }: MediaInfo): Pick<CompressionPlan, 'videoTracks' | 'audioTracks'> {
  return { videoTracks, audioTracks };
}

/** The same at lower rates, for a file that came out at `bytes` in place of at most `targetBytes`. Without video the sound gives way. */
export function planAgain(plan: CompressionPlan, targetBytes: number, bytes: number): CompressionPlan {
  const share = (targetBytes * caution) / bytes;
  if (plan.width === 0) return { ...plan, audioBitrate: Math.max(leastRate, Math.floor(plan.audioBitrate * share)) };
  return { ...plan, videoBitrate: Math.max(leastRate, Math.floor(plan.videoBitrate * share)) };
}

/** Encoders refuse a bit rate of zero. */
const leastRate = 8_000;
/** An encoder that missed its rate may miss it again. */
const caution = 0.97;

/** The speed that an encoding of this plan has shown; null where it says nothing about pictures. */
export function speedShown({ width, estimatedMs }: CompressionPlan, known: Speed, tookMs: number): Speed | null {
  if (width === 0 || tookMs <= 0) return null;
  const shown = (known.pixelsPerSecond * estimatedMs) / tookMs;
  return { pixelsPerSecond: Math.min(Math.max(shown, slowest), fastest) };
}

type Size = { readonly width: number; readonly height: number };

function sized(size: Size | null, videoBitrate: number, audioBitrate: number, seconds: number) {
  return {
    width: size?.width ?? 0,
    height: size?.height ?? 0,
    videoBitrate,
    audioBitrate,
    estimatedBytes: Math.ceil(((videoBitrate + audioBitrate) * seconds) / 8 / usable),
  };
}

function audioRateFor(budget: number): number {
  return audioRates.find((rate) => rate <= budget) ?? audioRates[audioRates.length - 1] ?? 0;
}

/** The largest size whose frames get enough bits, else the smallest one that is still worth it. */
function sizeFor(info: MediaInfo, fps: number, bitrate: number): Size | null {
  const sizes = sizesOf(info);
  const bits = ({ width, height }: Size): number => bitrate / (width * height * fps);
  const last = sizes.at(-1);
  return (
    sizes.find((size) => bits(size) >= bitsPerPixel.good) ??
    (last !== undefined && bits(last) >= bitsPerPixel.least ? last : null)
  );
}

/** The source's own size and the smaller steps of the ladder, all even, as encoders want them. */
function sizesOf({ width, height }: Size): readonly Size[] {
  const shorter = Math.min(width, height);
  return [shorter, ...ladder.filter((step) => step < shorter)].map((step) => ({
    width: even((width * step) / shorter),
    height: even((height * step) / shorter),
  }));
}

function even(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2);
}

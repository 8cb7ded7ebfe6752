import { z } from 'zod';
import type { Composition } from './composition/composition.ts';
import { appScheme } from './media-url.ts';
import { peakCount, thumbnailBytes } from './domain/media-info.ts';
import type { MusicOrder } from './scene/music-order.ts';
import type { Scene } from './scene/scene.ts';

/** Where the hidden page lives: an origin of its own, so that it can ask for nothing of the app's window and its media. */
export const mediaWorkerOrigin = `${appScheme}://media-worker`;

/**
 * What main asks of the hidden page. The page reads the sources, by their numbers, and writes the result under the task's id; it knows no
 * names, no paths and no other files.
 */
export type MediaTask =
  | { readonly kind: 'probe' }
  | { readonly kind: 'thumbnail' }
  | { readonly kind: 'waveform' }
  | { readonly kind: 'detect-blank' }
  | { readonly kind: 'filmstrip'; readonly count: number }
  | {
      readonly kind: 'compress';
      readonly width: number;
      readonly height: number;
      readonly videoBitrate: number;
      readonly audioBitrate: number;
    }
  | { readonly kind: 'trim'; readonly inMs: number; readonly outMs: number }
  | { readonly kind: 'proxy' }
  | { readonly kind: 'convert'; readonly to: 'jpg' | 'png' | 'mp4' | 'm4a' }
  /** The rehearsal's: a film out of words. */
  | { readonly kind: 'paint-clip'; readonly scene: Scene }
  | { readonly kind: 'paint-music'; readonly music: MusicOrder }
  /** Frames of a composition, in whole pixels, as a GIF that plays over and over. Its media ids are the sources' numbers. */
  | {
      readonly kind: 'gif';
      readonly composition: Composition;
      readonly width: number;
      readonly height: number;
      readonly frames: readonly number[];
      readonly delayMs: number;
    }
  /** A composition as a film, in whole even pixels. Its media ids are the sources' numbers. */
  | { readonly kind: 'compose'; readonly composition: Composition; readonly width: number; readonly height: number };

export type HandedTask = { readonly id: string; readonly task: MediaTask };

const jpeg = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/]+=*$/);
const size = z.number().int().min(0).max(65_536);
const name = z.string().max(64).nullable();
const ms = z.number().min(0).max(1e10);

const nothing = z.strictObject({});

/** What each kind of task may answer. Main believes nothing else: the page has read a stranger's file. */
export const taskAnswers = {
  probe: z.strictObject({
    kind: z.enum(['video', 'audio', 'image']).nullable(),
    durationMs: ms.nullable(),
    width: size,
    height: size,
    rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
    fps: z.number().min(0).max(1000).nullable(),
    videoCodec: name,
    audioCodec: name,
    hasVideo: z.boolean(),
    hasAudio: z.boolean(),
    canDecodeVideo: z.boolean(),
    canDecodeAudio: z.boolean(),
    videoTracks: z.number().int().min(0).max(1000),
    audioTracks: z.number().int().min(0).max(1000),
  }),
  thumbnail: z.strictObject({ image: jpeg(thumbnailBytes).nullable() }),
  waveform: z.strictObject({ peaks: z.array(z.number().min(0).max(1)).length(peakCount).nullable() }),
  /** Whether it shows one colour and plays silence throughout; false for a track that is not there. */
  'detect-blank': z.strictObject({ black: z.boolean(), silent: z.boolean() }),
  filmstrip: z.strictObject({
    frames: z.array(z.strictObject({ atMs: ms, image: jpeg(64 * 1024) })).max(100),
    keyFramesMs: z.array(ms).max(100_000),
  }),
  compress: nothing,
  trim: nothing,
  proxy: nothing,
  convert: nothing,
  'paint-clip': nothing,
  'paint-music': nothing,
  compose: nothing,
  gif: nothing,
} as const satisfies Readonly<Record<MediaTask['kind'], z.ZodType>>;

export type TaskAnswer<K extends MediaTask['kind']> = Readonly<z.output<(typeof taskAnswers)[K]>>;

/** Why the page could not do what was asked. */
const taskFailures = ['cannot-decode', 'media-job-failed', 'disk-full'] as const;
export type TaskFailure = (typeof taskFailures)[number];

/** How a task ended, as the page tells it; `value` is checked against the task's own shape. */
export const taskOutcome = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  /** `reason` is for the log only. */
  z.strictObject({ ok: z.literal(false), code: z.enum(taskFailures), reason: z.string().max(1000) }),
]);
export type TaskOutcome = Readonly<z.input<typeof taskOutcome>>;

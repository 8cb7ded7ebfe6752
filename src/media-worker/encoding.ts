import {
  type AudioSample,
  canEncodeAudio,
  type ConversionAudioOptions,
  type ConversionVideoOptions,
  type InputAudioTrack,
  type InputVideoTrack,
  Quality,
} from 'mediabunny';
import type { MediaTask } from '../shared/media-worker-protocol.ts';
import type { Size } from '../shared/composition/place.ts';
import { isCover, proxySize } from '../shared/media-input.ts';
import { sizeWithin, type Tracks } from './source.ts';

/** How the source's tracks are encoded anew. */
export type TrackOptions = {
  readonly video: (track: InputVideoTrack) => Promise<ConversionVideoOptions>;
  readonly audio: (track: InputAudioTrack) => Promise<ConversionAudioOptions>;
};

type Compression = Extract<MediaTask, { readonly kind: 'compress' }>;

/** In seconds: seeking stays quick, and a cut finds a place to begin. */
const keyFrameInterval = 2;
/** Packets from which a track's bit rate is taken. */
const rateSample = 300;
/** Copies sound that is at most this much above its share. */
const tolerance = 1.1;
const plainAudioRate = 160_000;
/** Gives a second encoding a little more room, for what it loses. */
const generationLoss = 1.15;

/**
 * Encodes smaller pictures at a lower rate; copies sound that is small enough, or cannot be decoded. Takes the main
 * track of each.
 */
export function compressedTracks(tracks: Tracks, plan: Compression): TrackOptions {
  const keepsSound = async (audio: InputAudioTrack): Promise<boolean> =>
    plan.audioBitrate === 0 || (await isSmall(audio, plan.audioBitrate));
  return {
    video: async (video) =>
      video === tracks.video ? { ...(await sizeOf(video, plan)), ...avc(plan.videoBitrate) } : left,
    audio: async (audio) => {
      if (audio !== tracks.audio) return left;
      return (await keepsSound(audio)) ? {} : aac(audio, plan.audioBitrate);
    },
  };
}

/**
 * Encodes the same pictures and sound at about their own rate, so that a part may begin anywhere. Takes the main track
 * of each.
 */
export function exactTracks(tracks: Tracks): TrackOptions {
  return {
    video: async (video) => (video === tracks.video ? avc(await ownRate(video)) : left),
    audio: async (audio) => (audio === tracks.audio ? aac(audio, plainAudioRate) : left),
  };
}

/** Copies of every track what the new container can carry, and encodes the rest. */
export function convertedTracks({ audio }: Tracks): TrackOptions {
  return {
    video: async (track) => {
      if (audio !== null && (await isCover(track))) return left;
      return (await track.getCodec()) === 'avc' ? {} : avc(await ownRate(track));
    },
    audio: async (track) => ((await track.getCodec()) === 'aac' ? {} : aac(track, plainAudioRate)),
  };
}

/** Frames from one key frame of a proxy to the next: any of them is found at once. */
const proxyGroup = 10;
const proxyRate = 2_500_000;

/** Sound that is small as it is, and fits into the same container. */
const smallSounds: ReadonlySet<string | null> = new Set(['aac', 'mp3', 'opus']);

/** The main pictures made to fit, and the main sound as it is where it is small: so that the large file need not be read. */
export function proxyTracks(tracks: Tracks): TrackOptions {
  return {
    video: async (video) => {
      if (video !== tracks.video) return left;
      const { averagePacketRate } = await video.computePacketStats(rateSample);
      const size = evenly(await sizeWithin(video, proxySize));
      // Times are rounded: half a frame less is still as many frames.
      const keyFrameInterval = (proxyGroup - 0.5) / Math.max(1, averagePacketRate);
      return { ...avc(proxyRate), ...size, fit: 'fill', keyFrameInterval };
    },
    audio: async (audio) => (audio === tracks.audio && smallSounds.has(await audio.getCodec()) ? {} : left),
  };
}

/** As H.264 wants it. */
function evenly({ width, height }: Size): Size {
  return { width: Math.max(2, 2 * Math.round(width / 2)), height: Math.max(2, 2 * Math.round(height / 2)) };
}

const left = { discard: true } as const;

function avc(bitrate: number): ConversionVideoOptions {
  return { codec: 'avc', quality: new Quality({ bitrate }), keyFrameInterval, forceTranscode: true };
}

/** Nothing where the size stays: frames that need no drawing go straight from the decoder to the encoder. */
async function sizeOf(video: InputVideoTrack, { width, height }: Compression): Promise<ConversionVideoOptions> {
  const same = (await video.getDisplayWidth()) === width && (await video.getDisplayHeight()) === height;
  return same ? {} : { width, height, fit: 'fill' };
}

/** Hertz that AAC knows (ISO/IEC 14496-3, 1.6.3.4). */
const aacSampleRates: readonly number[] = [
  8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 64_000, 88_200, 96_000,
];

/** Mono stays mono, as far as two channels; a rate that AAC does not know becomes the usual one. */
async function aac(audio: InputAudioTrack, bitrate: number): Promise<ConversionAudioOptions> {
  const ownRate = await audio.getSampleRate();
  const config = {
    numberOfChannels: Math.min(2, await audio.getNumberOfChannels()),
    sampleRate: aacSampleRates.includes(ownRate) ? ownRate : 48_000,
    quality: new Quality({ bitrate }),
  };
  const latency = await ensureAac(config);
  return {
    codec: 'aac',
    ...config,
    forceTranscode: true,
    ...(latency > 0 ? { process: (sample: AudioSample) => advanced(sample, latency) } : {}),
  };
}

/** The encoder's delay, taken off beforehand. */
function advanced(sample: AudioSample, frames: number): AudioSample {
  sample.setTimestamp(sample.timestamp - frames / sample.sampleRate);
  return sample;
}

async function isSmall(audio: InputAudioTrack, bitrate: number): Promise<boolean> {
  if ((await audio.getCodec()) !== 'aac') return false;
  return (await audio.computePacketStats(rateSample)).averageBitrate <= bitrate * tolerance;
}

async function ownRate(video: InputVideoTrack): Promise<number> {
  return Math.round((await video.computePacketStats()).averageBitrate * generationLoss);
}

/** By how many samples the encoder that we bring along is late; it does not say so itself. */
const ownLatency = 1024;
let own: Promise<void> | null = null;

/** `sampleRate` in hertz. */
type AacConfig = { readonly numberOfChannels: number; readonly sampleRate: number; readonly quality: Quality };

/**
 * Makes sure that AAC can be encoded like this, since some systems' encoders take a few rates only. Resolves to the
 * samples by which the encoder is late without saying so.
 */
export async function ensureAac(config: AacConfig): Promise<number> {
  if (own === null && (await canEncodeAudio('aac', config))) return 0;
  await (own ??= bringAlong());
  return ownLatency;
}

async function bringAlong(): Promise<void> {
  const { registerAacEncoder } = await import('@mediabunny/aac-encoder');
  registerAacEncoder();
}

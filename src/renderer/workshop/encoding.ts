import {
  Quality,
  type AudioSample,
  type ConversionAudioOptions,
  type ConversionVideoOptions,
  type InputAudioTrack,
  type InputVideoTrack,
} from 'mediabunny';
import type { WorkshopTask } from '../../shared/workshop-wire.ts';
import { ensureAac } from './aac.ts';
import type { Tracks } from './source.ts';

/** How the tracks of the source are to be made anew. */
export type TrackOptions = { readonly video: ConversionVideoOptions; readonly audio: ConversionAudioOptions };

type Compression = Extract<WorkshopTask, { readonly kind: 'compress' }>;

/** Seconds: seeking stays quick, and a cut finds a place to begin. */
const keyFrameInterval = 2;
/** Packets from which a track's bit rate is taken. */
const rateSample = 300;
/** Sound that is this little above its share is left as it is. */
const tolerance = 1.1;
const plainAudioRate = 160_000;
/** What one encoding loses is made up for by a little more room. */
const generationLoss = 1.15;

/** Smaller pictures at a lower rate. Sound that is small enough already, or cannot be decoded, is copied. */
export async function compressedTracks({ video, audio }: Tracks, plan: Compression): Promise<TrackOptions> {
  const keepsSound = audio === null || plan.audioBitrate === 0 || (await isSmall(audio, plan.audioBitrate));
  return {
    video: { ...(await sizeOf(video, plan)), ...avc(plan.videoBitrate) },
    audio: keepsSound ? {} : await aac(plan.audioBitrate),
  };
}

/** The same pictures and sound, encoded anew at about their own rate, so that a part may begin anywhere. */
export async function exactTracks({ video, audio }: Tracks): Promise<TrackOptions> {
  return {
    video: video === null ? {} : avc(await ownRate(video)),
    audio: audio === null ? {} : await aac(plainAudioRate),
  };
}

/** What the new container can carry is copied; the rest is encoded. */
export async function convertedTracks({ video, audio }: Tracks): Promise<TrackOptions> {
  const [videoCodec, audioCodec] = [await video?.getCodec(), await audio?.getCodec()];
  return {
    video: video === null || videoCodec === 'avc' ? {} : avc(await ownRate(video)),
    audio: audio === null || audioCodec === 'aac' ? {} : await aac(plainAudioRate),
  };
}

function avc(bitrate: number): ConversionVideoOptions {
  return { codec: 'avc', quality: new Quality({ bitrate }), keyFrameInterval, forceTranscode: true };
}

/** Nothing where the size stays: frames that need no drawing go straight from the decoder to the encoder. */
async function sizeOf(video: InputVideoTrack | null, { width, height }: Compression): Promise<ConversionVideoOptions> {
  if (video === null) return {};
  const same = (await video.getDisplayWidth()) === width && (await video.getDisplayHeight()) === height;
  return same ? {} : { width, height, fit: 'fill' };
}

async function aac(bitrate: number): Promise<ConversionAudioOptions> {
  const latency = await ensureAac();
  return {
    codec: 'aac',
    quality: new Quality({ bitrate }),
    numberOfChannels: 2,
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

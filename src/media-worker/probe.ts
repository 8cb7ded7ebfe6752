import type { InputAudioTrack, InputVideoTrack } from 'mediabunny';
import { trackless } from '../shared/domain/media-info.ts';
import type { TaskAnswer } from '../shared/media-worker-protocol.ts';
import { openPicture, tryTracks, type Tracks } from './source.ts';

type Probe = TaskAnswer<'probe'>;

/** How many packets the frame rate is taken from. */
const rateSample = 120;

/** What the source holds, and what of it this computer can decode. Throws `CannotDecode` where it is nothing we know. */
export async function probe(url: string): Promise<Probe> {
  return (await tryTracks(url, probeTracks)) ?? probePicture(url);
}

async function probeTracks({ input, video, audio, videoTracks, audioTracks }: Tracks): Promise<Probe> {
  const seconds = await input.computeDuration();
  return {
    kind: video === null ? 'audio' : 'video',
    durationMs: Number.isFinite(seconds) ? Math.round(seconds * 1000) : null,
    ...(await picturesOf(video)),
    ...(await soundOf(audio)),
    videoTracks,
    audioTracks,
  };
}

async function picturesOf(video: InputVideoTrack | null) {
  if (video === null) return { ...noPictures, videoCodec: null, hasVideo: false, canDecodeVideo: false };
  return {
    width: await video.getDisplayWidth(),
    height: await video.getDisplayHeight(),
    rotation: await video.getRotation(),
    fps: (await video.computePacketStats(rateSample)).averagePacketRate,
    videoCodec: await video.getCodec(),
    hasVideo: true,
    canDecodeVideo: await video.canDecode(),
  };
}

const noPictures = { width: 0, height: 0, rotation: 0, fps: null } as const;

async function soundOf(audio: InputAudioTrack | null) {
  if (audio === null) return { audioCodec: null, hasAudio: false, canDecodeAudio: false };
  return { audioCodec: await audio.getCodec(), hasAudio: true, canDecodeAudio: await audio.canDecode() };
}

async function probePicture(url: string): Promise<Probe> {
  const picture = await openPicture(url);
  const { width, height } = picture;
  picture.close();
  return { ...trackless, kind: 'image', width, height };
}

import { EncodedPacketSink, type InputVideoTrack } from 'mediabunny';
import type { TaskAnswer } from '../shared/media-worker-protocol.ts';
import type { Size } from '../shared/composition/place.ts';
import { framesAt, jpegUrl, neutralGround, putOn } from './canvas.ts';
import { sizeWithin, withTracks, type Tracks } from './source.ts';
import type { TaskContext } from './wire.ts';

const box: Size = { width: 160, height: 120 };
const mostCharacters = 24 * 1024;
/** More key frames than this are every frame, or as good as: then a cut may begin anywhere. */
const mostKeyFrames = 100_000;

/** `count` small frames over the source's length, and where its key frames are. Sound alone has neither. */
export function drawFilmstrip(context: TaskContext, count: number): Promise<TaskAnswer<'filmstrip'>> {
  return withTracks(context.sourceUrl, (tracks) => stripOf(tracks, count, context.progress));
}

async function stripOf({ input, video }: Tracks, count: number, progress: TaskContext['progress']) {
  if (video === null) return { frames: [], keyFramesMs: [] };
  const seconds = await input.computeDuration();
  const keyFramesMs = await keyFramesOf(video);
  const frames = (await video.canDecode()) ? [...(await framesOf(video, seconds, count, progress))] : [];
  return { frames, keyFramesMs: [...keyFramesMs] };
}

async function framesOf(video: InputVideoTrack, seconds: number, count: number, progress: TaskContext['progress']) {
  const size = await sizeWithin(video, box);
  const first = await video.getFirstTimestamp();
  const times = Array.from({ length: count }, (_, index) => Math.max(first, ((index + 0.5) / count) * seconds));
  const frames: { readonly atMs: number; readonly image: string }[] = [];
  let index = 0;
  for await (const frame of framesAt(video, times, size)) {
    const atMs = Math.round((times[index] ?? 0) * 1000);
    index += 1;
    progress(index / count);
    const image = frame === null ? null : jpegUrl(putOn(neutralGround, frame), mostCharacters);
    if (image !== null) frames.push({ atMs, image });
  }
  return frames;
}

async function keyFramesOf(video: InputVideoTrack): Promise<readonly number[]> {
  if (await video.hasOnlyKeyPackets()) return [];
  const sink = new EncodedPacketSink(video);
  const times: number[] = [];
  let packet = await sink.getFirstKeyPacket({ metadataOnly: true });
  while (packet !== null && times.length < mostKeyFrames) {
    times.push(Math.max(0, Math.round(packet.timestamp * 1000)));
    packet = await sink.getNextKeyPacket(packet, { metadataOnly: true });
  }
  return times;
}

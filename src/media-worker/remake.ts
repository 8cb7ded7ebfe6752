import { Conversion, type MetadataTags } from 'mediabunny';
import type { MediaTask, TaskAnswer } from '../shared/media-worker-protocol.ts';
import { tagsOnce } from '../shared/media-input.ts';
import { canvasOf } from './canvas.ts';
import { compressedTracks, convertedTracks, exactTracks, proxyTracks, type TrackOptions } from './encoding.ts';
import { CannotDecode, openPicture, type Tracks, withTracks } from './source.ts';
import { mp4File } from './mp4-file.ts';
import type { TaskContext } from './wire.ts';

type TaskOf<K extends MediaTask['kind']> = Extract<MediaTask, { readonly kind: K }>;
type Nothing = TaskAnswer<'compress' | 'trim' | 'convert' | 'proxy'>;
/** Decides what to encode once the source's tracks are known. */
type Wanted = (tracks: Tracks) => Transcoding | Promise<Transcoding>;

const pictureQuality = 0.92;
/** The most that pictures in tags may take of a file that is to be small: a share that the plan leaves for them. */
const pictureShare = 0.02;

/** Makes the source smaller. Like the two below it writes a new file to main, and throws `CannotDecode`. */
export function compress(task: TaskOf<'compress'>, context: TaskContext): Promise<Nothing> {
  return encoded(context, async (tracks) => {
    const plannedBytes = ((task.videoBitrate + task.audioBitrate) * (await tracks.input.computeDuration())) / 8;
    return { ...compressedTracks(tracks, task), mostPictureBytes: pictureShare * plannedBytes };
  });
}

/** Cuts a part out of the source, to the frame. */
export function trim({ inMs, outMs }: TaskOf<'trim'>, context: TaskContext): Promise<Nothing> {
  return encoded(context, (tracks) => ({
    ...exactTracks(tracks),
    trim: { start: inMs / 1000, end: outMs / 1000 },
  }));
}

/** Makes a smaller film of the source's pictures at their own times, which is quick to draw and to look into. */
export function proxy(context: TaskContext): Promise<Nothing> {
  // From 0 on, wherever the first picture stands.
  return encoded(context, (tracks) => ({ ...proxyTracks(tracks), trim: { start: 0 } }));
}

/** Makes a file that the cloud takes out of one that it does not take. */
export function convert({ to }: TaskOf<'convert'>, context: TaskContext): Promise<Nothing> {
  return to === 'jpg' ? repainted(context) : encoded(context, convertedTracks);
}

function encoded(context: TaskContext, wantedOf: Wanted): Promise<Nothing> {
  return withTracks(context.sourceUrl, async (tracks) => {
    await transcode(tracks, await wantedOf(tracks), context);
    return {};
  });
}

async function repainted(context: TaskContext): Promise<Nothing> {
  const picture = await openPicture(context.sourceUrl);
  const canvas = canvasOf(picture, picture);
  picture.close();
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', pictureQuality));
  if (jpeg === null) throw new CannotDecode();
  await context.write(new Uint8Array(await jpeg.arrayBuffer()), 0);
  return {};
}

type Transcoding = TrackOptions & {
  /** Seconds. */
  readonly trim?: { readonly start: number; readonly end?: number };
  /** Leaves out pictures in tags that have more bytes than this together. */
  readonly mostPictureBytes?: number;
};

/**
 * Writes the source's tracks to main as an MP4 file, as fast as main takes them. Throws `CannotDecode` rather than
 * leave out a track that is wanted.
 */
async function transcode({ input }: Tracks, wanted: Transcoding, context: TaskContext): Promise<void> {
  const { trim, mostPictureBytes = Infinity, video, audio } = wanted;
  const output = mp4File(context);
  const conversion = await Conversion.init({
    input,
    output,
    tracks: 'all',
    video,
    audio,
    tags: (tags) => withinBytes(tagsOnce(tags), mostPictureBytes),
    ...(trim ? { trim } : {}),
    showWarnings: false,
  });
  const isMissing = conversion.discardedTracks.some(({ reason }) => reason !== 'discarded_by_user');
  if (!conversion.isValid || isMissing) throw new CannotDecode();
  conversion.onProgress = context.progress;
  await conversion.execute();
}

function withinBytes(tags: MetadataTags, most: number): MetadataTags {
  const bytes = (tags.images ?? []).reduce((sum, { data }) => sum + data.byteLength, 0);
  return bytes > most ? { ...tags, images: [] } : tags;
}

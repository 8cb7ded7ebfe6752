import { assertNever } from '../shared/assert-never.ts';
import type { MediaTask } from '../shared/media-worker-protocol.ts';
import { canvasOf } from './canvas.ts';
import { compressedTracks, convertedTracks, exactTracks } from './encoding.ts';
import { openPicture, CannotDecode, withTracks, type Tracks } from './source.ts';
import { transcode, type Transcoding } from './transcode.ts';
import type { Desktop } from './wire.ts';

type Remaking = Extract<MediaTask, { readonly kind: 'compress' | 'trim' | 'convert' }>;

const pictureQuality = 0.92;
/** What the pictures in its tags may take of a file that is to be small; a share that the plan leaves for such things. */
const pictureShare = 0.02;

/** Makes a new file out of the source and writes it to main. Throws `CannotDecode`. */
export async function remake(task: Remaking, desktop: Desktop): Promise<object> {
  switch (task.kind) {
    case 'compress':
      await encoded(desktop, async (tracks) => ({
        ...compressedTracks(tracks, task),
        mostPictureBytes: pictureShare * (await plannedBytes(tracks, task)),
      }));
      return {};
    case 'trim':
      await encoded(desktop, (tracks) => ({
        ...exactTracks(tracks),
        trim: { start: task.inMs / 1000, end: task.outMs / 1000 },
      }));
      return {};
    case 'convert':
      if (task.to === 'jpg') await repaint(desktop);
      else await encoded(desktop, convertedTracks);
      return {};
    default:
      return assertNever(task);
  }
}

async function plannedBytes(
  { input }: Tracks,
  { videoBitrate, audioBitrate }: Extract<Remaking, { readonly kind: 'compress' }>,
): Promise<number> {
  return ((videoBitrate + audioBitrate) * (await input.computeDuration())) / 8;
}

async function encoded(
  desktop: Desktop,
  wantedOf: (tracks: Tracks) => Transcoding | Promise<Transcoding>,
): Promise<void> {
  const done = await withTracks(desktop.sourceUrl, async (tracks) => {
    await transcode(tracks, await wantedOf(tracks), desktop);
    return true;
  });
  if (done === null) throw new CannotDecode();
}

async function repaint(desktop: Desktop): Promise<void> {
  const picture = await openPicture(desktop.sourceUrl);
  const canvas = canvasOf(picture, picture);
  picture.close();
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', pictureQuality));
  if (jpeg === null) throw new CannotDecode();
  await desktop.write(new Uint8Array(await jpeg.arrayBuffer()), 0);
}

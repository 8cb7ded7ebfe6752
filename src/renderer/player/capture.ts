import { createFrameDrawer, type DrawnFrame } from '../../compositor/frame-drawer.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { ask } from '../state/client.ts';
import { tellThumbnail } from '../state/films.ts';

const width = 160;
const height = 90;
const captured = new Set<string>();
/** Where the clip is kept that a project has its picture of, until the app ends. */
const keyOf = (projectId: string): string => `pictured ${projectId}`;

/**
 * Gives a project the picture of its newest clip, once per clip. Works on a video of its own, so that the one on screen stays
 * where it is. A clip that cannot be drawn leaves the project as it was.
 */
export async function keepThumbnail(projectId: string, mediaId: string): Promise<void> {
  if (captured.has(mediaId)) return;
  captured.add(mediaId);
  const image = await drawFrame(mediaUrl(mediaId)).catch(() => null);
  if (image === null) return;
  sessionStorage.setItem(keyOf(projectId), mediaId);
  await ask('project.thumbnail', { projectId, image }, 'quiet');
}

/** Has the project's picture stand for the clip that it is of wherever that is not to be had, and for no other. */
export async function showThumbnail(projectId: string, dataUrl: string): Promise<void> {
  const mediaId = sessionStorage.getItem(keyOf(projectId));
  if (mediaId === null) return;
  const image = new Image();
  image.src = dataUrl;
  await image.decode().then(
    () => tellThumbnail(mediaId, image),
    () => undefined,
  );
}

/** Where a frame is looked for, in shares of the clip: many begin and end in black. */
const shares = [1 / 4, 1 / 2, 3 / 4, 1 / 10];

/** A JPEG of a frame that shows something, as a data URL; null for a clip that is black throughout. */
async function drawFrame(url: string): Promise<string | null> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  try {
    const loaded = once(video, 'loadeddata');
    video.src = url;
    await loaded;
    for (const share of shares) {
      const sought = once(video, 'seeked');
      video.currentTime = share * Math.min(video.duration, 20);
      await sought;
      const image = await draw(video);
      if (image !== null) return image;
    }
    return null;
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

async function draw(video: HTMLVideoElement): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const scale = Math.max(width / video.videoWidth, height / video.videoHeight);
  const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(await stillOf(video), (width - w) / 2, (height - h) / 2, w, h);
  const { data } = context?.getImageData(0, 0, width, height) ?? { data: [] };
  return isBlack(data) ? null : canvas.toDataURL('image/jpeg', 0.8);
}

/** The frame that it shows, by way of its pixels (`createFrameDrawer`); itself where they are not to be had, or would lie on their side. */
async function stillOf(video: HTMLVideoElement): Promise<CanvasImageSource> {
  const frame = new VideoFrame(video);
  try {
    const { displayWidth, displayHeight, visibleRect } = frame;
    if (visibleRect === null || displayWidth !== video.videoWidth || displayHeight !== video.videoHeight) return video;
    const still = new OffscreenCanvas(displayWidth, displayHeight);
    const context = still.getContext('2d', { willReadFrequently: true });
    if (context === null) return video;
    const copyTo: DrawnFrame['copyTo'] = (pixels, options) => frame.copyTo(pixels, options);
    await createFrameDrawer()(context, { visibleRect, rotation: 0, flip: false, hasAlpha: false, copyTo });
    return still;
  } catch {
    return video;
  } finally {
    frame.close();
  }
}

/** Whether nothing can be made out. `data`: red, green, blue and alpha of each pixel, 0..255. */
export function isBlack(data: ArrayLike<number>): boolean {
  let brightest = 0;
  for (let at = 0; at < data.length; at += 4)
    brightest = Math.max(brightest, data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  return brightest < 24;
}

function once(video: HTMLVideoElement, name: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(name, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new Error('The clip cannot be drawn.')), { once: true });
  });
}

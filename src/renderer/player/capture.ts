import { mediaUrl } from '../../shared/media-url.ts';
import { ask } from '../state/client.ts';
import { tellThumbnail } from '../state/films.ts';

const width = 160;
const height = 90;
const captured = new Set<string>();
/** The clip that a project has its picture of: the newest one, until another one gives its own. */
const pictured = new Map<string, string>();

/**
 * Gives a project the picture of its newest clip, once per clip. Works on a video of its own, so that the one on screen stays
 * where it is. A clip that cannot be drawn leaves the project as it was.
 */
export async function keepThumbnail(projectId: string, mediaId: string): Promise<void> {
  if (captured.has(mediaId)) return;
  captured.add(mediaId);
  const image = await drawFrame(mediaUrl(mediaId)).catch(() => null);
  if (image === null) return;
  pictured.set(projectId, mediaId);
  await ask('project.thumbnail', { projectId, image }, 'quiet');
}

/** Has the project's picture stand for its clip wherever that is not to be had. `newest`: its newest clip. */
export async function showThumbnail(projectId: string, newest: string, dataUrl: string): Promise<void> {
  const mediaId = pictured.get(projectId) ?? newest;
  pictured.set(projectId, mediaId);
  const image = new Image();
  image.src = dataUrl;
  await image.decode().then(
    () => tellThumbnail(mediaId, image),
    () => undefined,
  );
}

/** A JPEG of the frame at a quarter of the clip, as a data URL. */
async function drawFrame(url: string): Promise<string> {
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  try {
    const loaded = once(video, 'loadeddata');
    video.src = url;
    await loaded;
    const sought = once(video, 'seeked');
    video.currentTime = Math.min(video.duration / 4, 5);
    await sought;
    return draw(video);
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

function draw(video: HTMLVideoElement): string {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const scale = Math.max(width / video.videoWidth, height / video.videoHeight);
  const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
  canvas.getContext('2d')?.drawImage(video, (width - w) / 2, (height - h) / 2, w, h);
  return canvas.toDataURL('image/jpeg', 0.8);
}

function once(video: HTMLVideoElement, name: 'loadeddata' | 'seeked'): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(name, () => resolve(), { once: true });
    video.addEventListener('error', () => reject(new Error('The clip cannot be drawn.')), { once: true });
  });
}

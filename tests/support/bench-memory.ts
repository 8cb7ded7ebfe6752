import type { ElectronApplication } from '@playwright/test';
import { mediaPath } from '../../src/shared/media-url.ts';
import type { Rig } from './bench-compositor.ts';

/** What the window's process takes, in MB. */
export function tabMegabytes(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electron, BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((one) => one.isVisible());
    const pid = shown?.webContents.getOSProcessId();
    const process = electron.getAppMetrics().find((one) => one.pid === pid);
    return (process?.memory.workingSetSize ?? 0) / 1024;
  });
}

/** The most that it takes while something goes on. */
export async function mostMegabytes(app: ElectronApplication, work: Promise<unknown>): Promise<number> {
  let most = 0;
  let over = false;
  const end = work.finally(() => (over = true));
  while (!over) {
    most = Math.max(most, await tabMegabytes(app));
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await end;
  return most;
}

/** Plays three layers of these as a page without a compositor does: three `<video>`, whose frames are drawn on a canvas. */
export function drawImages({ window }: Rig, mediaIds: readonly string[], seconds: number): Promise<void> {
  return window.evaluate(
    async ([sources, forMs]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 960, height: 540 });
      Object.assign(canvas.style, { position: 'fixed', insetInline: '0', top: '0', width: '160px' });
      document.body.append(canvas);
      const context = canvas.getContext('2d');
      const videos = sources.map((src) => Object.assign(document.createElement('video'), { src, muted: true }));
      await Promise.all(videos.map((video) => video.play()));
      const until = performance.now() + forMs;
      while (performance.now() < until) {
        await new Promise(requestAnimationFrame);
        for (const [at, video] of videos.entries()) {
          const frame = new VideoFrame(video);
          context?.drawImage(frame, at * 200, at * 100, 960 / (at + 1), 540 / (at + 1));
          frame.close();
        }
      }
      for (const video of videos) video.removeAttribute('src');
      canvas.remove();
    },
    [mediaIds.map((mediaId) => `${mediaPath}${mediaId}`), seconds * 1000] as const,
  );
}

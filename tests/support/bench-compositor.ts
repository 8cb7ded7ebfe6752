import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { FromWorker, ToWorker } from '../../src/compositor/protocol.ts';
import type { Composition } from '../../src/shared/composition/composition.ts';
import { mediaPath } from '../../src/shared/media-url.ts';
import { type Compositor, openCompositor } from './compositor-page.ts';
import { showDraft } from './cut-window.ts';
import { createPlace, type Place, startApp } from './desktop.ts';
import { request } from './media-jobs.ts';
import { numbered, picture, type ServedFile } from './numbered-clips.ts';

type HoldingPage = typeof globalThis & { compositor: { readonly worker: Worker } };

/** Frames that were due and drawn, and the longest time between two of them, ms. */
type Playing = { readonly due: number; readonly drawn: number; readonly longestMs: number };

/** What is measured in: the app with a film on its stage, the compositor that plays it, and the media id of its first clip. */
export type Rig = {
  readonly place: Place;
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly compositor: Compositor;
  readonly mediaId: string;
};

export const filmFps = 30;

/** Options for a numbered clip as cameras make it: 1080p, 8 Mb/s, two B-frames; `group`: frames from one key frame to the next. */
export function largeClip(color: string, hue: number, seconds: number, group = filmFps): string {
  const { width, height } = picture;
  const made = `testsrc2=size=${width}x${height}:rate=${filmFps}:duration=${seconds},hue=h=${hue}:s=0.8,${numbered(color)}`;
  const filters = `${made},scale=1920:1080:flags=fast_bilinear,noise=alls=16:allf=t`;
  return `-f lavfi -i ${filters} -c:v libx264 -preset ultrafast -g ${group} -bf 2 -b:v 8M -maxrate 9M -bufsize 8M -pix_fmt yuv420p`;
}

export type Served = (place: Place) => Promise<readonly ServedFile[]>;

/** Opens the app with what the draft makes of these files, on a stage of 960x540; `smooth`: with a proxy of each clip. */
export async function withFilm<T>(
  files: Served,
  draft: (files: readonly ServedFile[]) => unknown,
  { smooth }: { readonly smooth: boolean },
  work: (rig: Rig) => Promise<T>,
): Promise<T> {
  const place = await createPlace({ timings: { proxyIdleMs: 100 } });
  try {
    const made = await files(place);
    return await withWindow(place, draft(made), smooth, work);
  } finally {
    await place.close();
  }
}

/** The same in a place that is there. */
export async function withWindow<T>(
  place: Place,
  draft: unknown,
  smooth: boolean,
  work: (rig: Rig) => Promise<T>,
): Promise<T> {
  const { app, window, close } = await startApp(place);
  try {
    const compositor = await openCompositor(window, await showDraft(window, place, draft));
    await send(window, { kind: 'size', width: 960, height: 540 });
    const sources = compositor.composition.tracks
      .flat()
      .flatMap((item) => ('source' in item ? (item.source ?? []) : []));
    const mediaIds = [...new Set(sources.map(({ mediaId }) => mediaId))];
    if (smooth) await makeSmooth(window, mediaIds);
    return await work({ place, app, window, compositor, mediaId: mediaIds[0] ?? '' });
  } finally {
    await close();
  }
}

/** Has proxies of these made, and the compositor told of them. */
async function makeSmooth(window: Page, mediaIds: readonly string[]): Promise<void> {
  const missing = async (): Promise<number> => {
    const { ready } = await request(window, 'mediaJob.smooth', { mediaIds: [...mediaIds], isPlaying: false });
    return mediaIds.length - ready.length;
  };
  await expect.poll(missing, { timeout: 240_000, intervals: [1000] }).toBe(0);
  await send(window, { kind: 'proxies', ready: mediaIds, pending: [] });
}

type Told = Extract<ToWorker, { readonly kind: 'size' | 'proxies' }>;

function send(page: Page, message: Told): Promise<void> {
  return page.evaluate((sent) => (globalThis as HoldingPage).compositor.worker.postMessage(sent), message);
}

/** Plays what is open from its beginning to its end. */
export function playThrough({ window }: Pick<Rig, 'window'>): Promise<Playing> {
  return window.evaluate(() => {
    const { worker } = (globalThis as HoldingPage).compositor;
    return new Promise<Playing>((resolve) => {
      let [longestMs, last] = [0, 0];
      const hear = ({ data }: MessageEvent<FromWorker>): void => {
        if (data.kind === 'frame' && data.state === 'playing') {
          if (last > 0) longestMs = Math.max(longestMs, performance.now() - last);
          last = performance.now();
        }
        if (data.kind !== 'drawn') return;
        worker.removeEventListener('message', hear);
        resolve({ due: data.due, drawn: data.drawn, longestMs });
      };
      worker.addEventListener('message', hear);
      worker.postMessage({ kind: 'play', speed: 1, from: 0 });
    });
  });
}

/** Plays the first clip in a bare `<video>` for so long; gives the share of its frames that were shown. */
export async function bareShare({ window, mediaId }: Rig, seconds: number): Promise<number> {
  return window.evaluate(
    ([src, forMs, all]) =>
      new Promise<number>((resolve) => {
        const video = document.createElement('video');
        let shown = 0;
        const count = (): void => {
          shown += 1;
          video.requestVideoFrameCallback(count);
        };
        video.requestVideoFrameCallback(() => {
          count();
          setTimeout(() => {
            video.remove();
            resolve(Math.min(1, shown / all));
          }, forMs);
        });
        Object.assign(video, { src, muted: true });
        Object.assign(video.style, { position: 'fixed', inset: '0', width: '960px' });
        document.body.append(video);
        void video.play();
      }),
    [`${mediaPath}${mediaId}`, seconds * 1000, filmFps * seconds] as const,
  );
}

/** How long each of these frames takes to be shown, one after the other, ms: from the proxy where there is one. */
export function seekTimes({ window }: Rig, frames: readonly number[]): Promise<readonly number[]> {
  return window.evaluate(async (wanted) => {
    const { worker } = (globalThis as HoldingPage).compositor;
    const times: number[] = [];
    for (const frame of wanted) {
      const since = performance.now();
      await new Promise<void>((resolve) => {
        let told = 0;
        const hear = ({ data }: MessageEvent<FromWorker>): void => {
          // Once as it begins, once as it is there.
          if (data.kind === 'frame' && data.frame === frame) told += 1;
          if (told < 2) return;
          worker.removeEventListener('message', hear);
          resolve();
        };
        worker.addEventListener('message', hear);
        worker.postMessage({ kind: 'seek', frame });
      });
      times.push(performance.now() - since);
    }
    return times;
  }, frames);
}

/** The same in a bare `<video>` on the original, by seconds of it. */
export function bareSeekTimes({ window, mediaId }: Rig, seconds: readonly number[]): Promise<readonly number[]> {
  return window.evaluate(
    async ([src, wanted]) => {
      const video = document.createElement('video');
      const next = (event: string): Promise<void> =>
        new Promise((resolve) => video.addEventListener(event, () => resolve(), { once: true }));
      Object.assign(video, { src, muted: true, preload: 'auto' });
      await next('loadeddata');
      const times: number[] = [];
      for (const second of wanted) {
        const since = performance.now();
        const shown = next('seeked');
        video.currentTime = second;
        await shown;
        times.push(performance.now() - since);
      }
      video.removeAttribute('src');
      video.load();
      return times;
    },
    [`${mediaPath}${mediaId}`, seconds] as const,
  );
}

/** From an empty stage to the film's first frame, which stands at this second of its clip; ms. */
export function firstFrameMs({ window, compositor }: Rig, second: number): Promise<number> {
  const { composition } = compositor;
  const film: Composition = {
    ...composition,
    tracks: composition.tracks.map((items) =>
      items.map((item) => (item.kind === 'clip' ? { ...item, inSeconds: second } : item)),
    ),
  };
  return window.evaluate(
    async ([shown, base]) => {
      const { worker } = (globalThis as HoldingPage).compositor;
      const show = (tracks: Composition['tracks'], isLast: (state: string, count: number) => boolean): Promise<void> =>
        new Promise((resolve) => {
          let told = 0;
          const hear = ({ data }: MessageEvent<FromWorker>): void => {
            if (data.kind !== 'frame' || !isLast(data.state, (told += 1))) return;
            worker.removeEventListener('message', hear);
            resolve();
          };
          worker.addEventListener('message', hear);
          const mediaBase = new URL(base, location.href).href;
          worker.postMessage({ kind: 'composition', composition: { ...shown, tracks }, mediaBase });
        });
      await show([], (state) => state === 'paused');
      const since = performance.now();
      await show(shown.tracks, (_state, count) => count === 2);
      return performance.now() - since;
    },
    [film, mediaPath] as const,
  );
}

/** The same of a bare `<video>`. */
export function bareFirstFrameMs({ window, mediaId }: Rig, second: number): Promise<number> {
  return window.evaluate(
    async ([src, wanted]) => {
      const video = document.createElement('video');
      const since = performance.now();
      const shown = new Promise<void>((resolve) => video.addEventListener('seeked', () => resolve(), { once: true }));
      Object.assign(video, { src, muted: true, preload: 'auto', currentTime: wanted });
      await shown;
      const ms = performance.now() - since;
      video.removeAttribute('src');
      video.load();
      return ms;
    },
    [`${mediaPath}${mediaId}`, second] as const,
  );
}

/** The longest time between two frames of the window while something goes on, ms. */
export async function longestGap(window: Page, work: () => Promise<unknown>): Promise<number> {
  await window.evaluate(() => {
    const gaps = { longestMs: 0, over: false };
    let last = performance.now();
    const look = (): void => {
      const now = performance.now();
      gaps.longestMs = Math.max(gaps.longestMs, now - last);
      last = now;
      if (!gaps.over) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, { gaps });
  });
  await work();
  return window.evaluate(() => {
    const { gaps } = globalThis as typeof globalThis & { gaps: { longestMs: number; over: boolean } };
    gaps.over = true;
    return gaps.longestMs;
  });
}

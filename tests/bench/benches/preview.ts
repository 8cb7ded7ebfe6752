import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Compositor, openCompositor } from '../../support/compositor-page.ts';
import { playThrough } from '../../support/bench-compositor.ts';
import { showDraft } from '../../support/cut-window.ts';
import { createPlace, startApp } from '../../support/desktop.ts';
import { pixelsOf } from '../../support/likeness.ts';
import { numberedClip, numberIn, picture, served, type ServedFile } from '../../support/numbered-clips.ts';
import { atLeastTimesBaseline, atMost, type Bench, type Figure, figureOf } from '../figure.ts';
import { alternate } from '../stats.ts';

const runs = 3;
const fps = 30;
const filmSeconds = 3;

/** What is measured in: the app with a film on its stage, and the media id of its first clip. */
type Rig = {
  readonly folder: string;
  readonly window: Page;
  readonly compositor: Compositor;
  readonly mediaId: string;
};

const place = (scale: number, x: number) => ({ clip: { scale: { x: scale }, transform: { x, y: 0.4 } } });

/** Three tracks of pictures over each other. */
const threeLayers = (red: ServedFile, blue: ServedFile): unknown => ({
  m: picture,
  fps,
  t: [
    { tt: 0, sg: [{ d: 3000, m: { name: 'below', url: red.url } }] },
    { tt: 0, sg: [{ d: 3000, m: { name: 'left', url: blue.url }, ...place(0.4, -0.5) }] },
    { tt: 0, sg: [{ d: 3000, m: { name: 'right', url: blue.url, in: 0 }, ...place(0.3, 0.5) }] },
  ],
});

/** Twelve cuts from one clip to the other and back. */
const manyCuts = (red: ServedFile, blue: ServedFile): unknown => ({
  m: picture,
  fps,
  t: [
    {
      tt: 0,
      sg: Array.from({ length: 12 }, (_, at) => ({
        d: 250,
        m: { name: `${at}`, url: (at % 2 === 0 ? red : blue).url, in: 200 * at },
      })),
    },
  ],
});

async function inWindow(
  draft: (red: ServedFile, blue: ServedFile) => unknown,
  work: (rig: Rig) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const made = await createPlace();
  try {
    const red = await served(made, 'red.mp4', numberedClip());
    const blue = await served(made, 'blue.mp4', numberedClip({ color: '0x2060C0', hue: 120 }));
    const { window, close } = await startApp(made);
    try {
      const compositor = await openCompositor(window, await showDraft(window, made, draft(red, blue)));
      const [first] = compositor.composition.tracks.flat();
      const mediaId = first !== undefined && 'source' in first ? (first.source?.mediaId ?? '') : '';
      // Engines compile, and the clips are fetched.
      await playThrough(window);
      return await work({ folder: made.folder, window, compositor, mediaId });
    } finally {
      await close();
    }
  } finally {
    await made.close();
  }
}

/** Plays the clip in a bare `<video>`; gives the share of its frames that were shown. */
async function bareShare({ window, mediaId }: Rig): Promise<number> {
  return window.evaluate(
    ([src, all]) =>
      new Promise<number>((resolve) => {
        const video = document.createElement('video');
        let shown = 0;
        const count = (): void => {
          shown += 1;
          video.requestVideoFrameCallback(count);
        };
        video.requestVideoFrameCallback(count);
        video.addEventListener('ended', () => {
          video.remove();
          resolve(Math.min(1, shown / all));
        });
        Object.assign(video, { src, muted: true });
        Object.assign(video.style, { position: 'fixed', inset: '0', width: '640px' });
        document.body.append(video);
        void video.play();
      }),
    [`/media/${mediaId}`, fps * filmSeconds] as const,
  );
}

export const previewDrawn: Bench = {
  name: 'preview-drawn',
  about: 'share of frames drawn while three layers play, against one bare <video> of the same file',
  measure: () =>
    inWindow(threeLayers, async (rig) => {
      const drawn = async (): Promise<number> => {
        const { due, drawn: count } = await playThrough(rig.window);
        return (count / Math.max(1, due)) * 100;
      };
      const pair = await alternate(runs, drawn, async () => (await bareShare(rig)) * 100);
      return [figureOf({ name: 'preview-drawn', unit: '%', goal: atLeastTimesBaseline(1), ...pair })];
    }),
};

export const previewCuts: Bench = {
  name: 'preview-cuts',
  about: 'the longest time without a new frame while twelve cuts play, against one clip without any in a bare <video>',
  measure: () =>
    inWindow(manyCuts, async (rig) => {
      const longest = async (): Promise<number> => (await playThrough(rig.window)).longestMs;
      const pair = await alternate(runs, longest, async () => 1000 / fps / Math.max(0.01, await bareShare(rig)));
      return [figureOf({ name: 'preview-cuts', unit: 'ms', goal: atMost(100, 'ms'), ...pair })];
    }),
};

export const previewExact: Bench = {
  name: 'preview-exact',
  about: 'wrong frames of 90 at twelve cuts, by the number that each frame shows, in percent',
  measure: () =>
    inWindow(manyCuts, async ({ compositor, folder }) => {
      const [track = []] = compositor.composition.tracks;
      const frames = Array.from({ length: compositor.composition.frames }, (_, at) => at);
      const pngs = (await Promise.all(frames.map(compositor.frame))).filter((png) => png !== null);
      const seen = (await pixelsOf(join(folder, 'exact'), pngs)).map(numberIn);
      const wrong = frames.filter((frame) => {
        const item = track.find(({ start, end }) => frame >= start && frame < end);
        return item?.kind !== 'clip' || seen[frame] !== Math.floor(item.inSeconds * fps + frame - item.start + 1e-6);
      });
      const values = [(wrong.length / frames.length) * 100];
      return [figureOf({ name: 'preview-exact', unit: '%', goal: atMost(0, '%'), values, baselines: [0] })];
    }),
};

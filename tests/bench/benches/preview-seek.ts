import {
  bareFirstFrameMs,
  bareSeekTimes,
  filmFps,
  firstFrameMs,
  largeClip,
  playThrough,
  type Rig,
  seekTimes,
  withFilm,
} from '../../support/bench-compositor.ts';
import { served } from '../../support/numbered-clips.ts';
import { type Bench, type Figure, figureOf, timesBaseline } from '../figure.ts';
import { alternate, p95 } from '../stats.ts';

const runs = 3;
const seconds = 12;
const seeks = 20;
/** Frames from one key frame to the next: as encoders set them where nobody says, for which proxies are made, and as cameras do. */
const [usualGroup, shortGroup] = [250, 30];

function withClip<T>(group: number, work: (rig: Rig) => Promise<T>): Promise<T> {
  return withFilm(
    async (made) => [await served(made, 'clip.mp4', largeClip('0xC04020', 0, seconds + 1, group))],
    ([file]) => ({
      m: { width: 1920, height: 1080 },
      fps: filmFps,
      t: [{ tt: 0, sg: [{ d: seconds * 1000, m: { name: 'clip', url: file?.url } }] }],
    }),
    { smooth: true },
    async (rig) => {
      await playThrough(rig);
      return work(rig);
    },
  );
}

/** Frames all over the film, no two neighbours near each other. */
const scattered = (run: number): readonly number[] =>
  Array.from({ length: seeks }, (_, at) => (run * 37 + at * 149) % (seconds * filmFps));

function seekFigure(name: string, group: number): Promise<Figure> {
  return withClip(group, async (rig) => {
    const pair = await alternate(
      runs,
      async (run) => p95(await seekTimes(rig, scattered(run))),
      async (run) =>
        p95(
          await bareSeekTimes(
            rig,
            scattered(run).map((frame) => (frame + 0.5) / filmFps),
          ),
        ),
    );
    return figureOf({ name, unit: 'ms', ...(group === usualGroup ? { goal: timesBaseline(0.2) } : {}), ...pair });
  });
}

export const previewSeek: Bench = {
  name: 'preview-seek',
  about: `a seek until a frame is shown (p95), from the proxy, against a bare <video> on the 1080p original of ${usualGroup} frames a group (:short: of ${shortGroup})`,
  measure: async () => [
    await seekFigure('preview-seek', usualGroup),
    await seekFigure('preview-seek:short', shortGroup),
  ],
};

export const previewFirstFrame: Bench = {
  name: 'preview-first-frame',
  about:
    'from an empty stage to a frame in the middle of a clip, from its proxy, against a bare <video> on the original',
  measure: () =>
    withClip(shortGroup, async (rig) => {
      const middle = seconds / 2 + 0.5;
      const pair = await alternate(
        5,
        () => firstFrameMs(rig, middle),
        () => bareFirstFrameMs(rig, middle),
      );
      return [figureOf({ name: 'preview-first-frame', unit: 'ms', goal: timesBaseline(1), ...pair })];
    }),
};

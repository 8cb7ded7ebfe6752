import { join } from 'node:path';
import {
  bareShare,
  filmFps as fps,
  largeClip,
  longestGap,
  playThrough,
  type Rig,
  type Served,
  withFilm,
} from '../../support/bench-compositor.ts';
import { pixelsOf } from '../../support/likeness.ts';
import { numberedClip, numberIn, picture, served, type ServedFile } from '../../support/numbered-clips.ts';
import { atLeastTimesBaseline, atMost, type Bench, type Figure, figureOf, timesBaseline } from '../figure.ts';
import { alternate } from '../stats.ts';

const runs = 3;
const filmSeconds = 6;
const cuts = 12;

const place = (scale: number, x: number) => ({ clip: { scale: { x: scale }, transform: { x, y: 0.4 } } });

/** Three tracks of pictures over each other. */
export const threeLayers =
  (seconds: number) =>
  ([red, blue]: readonly ServedFile[]): unknown => {
    const layer = (name: string, file: ServedFile | undefined, more: object = {}) => ({
      tt: 0,
      sg: [{ d: seconds * 1000, m: { name, url: file?.url }, ...more }],
    });
    return {
      m: { width: 1920, height: 1080 },
      fps,
      t: [layer('below', red), layer('left', blue, place(0.4, -0.5)), layer('right', blue, place(0.3, 0.5))],
    };
  };

/** Cuts from one clip to the other and back, so many frames apart. */
const manyCuts =
  (apart: number, inMs: number, size = { width: 1920, height: 1080 }) =>
  (files: readonly ServedFile[]): unknown => ({
    m: size,
    fps,
    t: [
      {
        tt: 0,
        sg: Array.from({ length: cuts + 1 }, (_, at) => ({
          d: (apart * 1000) / fps,
          m: { name: `${at}`, url: files[at % files.length]?.url, in: inMs * at },
        })),
      },
    ],
  });

export const largeFiles =
  (seconds: number): Served =>
  async (made) => [
    await served(made, 'red.mp4', largeClip('0xC04020', 0, seconds)),
    await served(made, 'blue.mp4', largeClip('0x2060C0', 120, seconds)),
  ];

const smallFiles: Served = async (made) => [
  await served(made, 'red.mp4', numberedClip()),
  await served(made, 'blue.mp4', numberedClip({ color: '0x2060C0', hue: 120 })),
];

/** Plays once before it is measured: engines compile, and clips are fetched. */
const warmed =
  (measure: (rig: Rig) => Promise<readonly Figure[]>) =>
  async (rig: Rig): Promise<readonly Figure[]> => {
    await playThrough(rig);
    return measure(rig);
  };

export const previewDrawn: Bench = {
  name: 'preview-drawn',
  about: 'share of frames drawn while three layers play from proxies, against one bare 1080p <video>',
  measure: () =>
    withFilm(
      largeFiles(filmSeconds + 1),
      threeLayers(filmSeconds),
      { smooth: true },
      warmed(async (rig) => {
        const drawn = async (): Promise<number> => {
          const { due, drawn: count } = await playThrough(rig);
          return (count / Math.max(1, due)) * 100;
        };
        const pair = await alternate(runs, drawn, async () => (await bareShare(rig, filmSeconds)) * 100);
        return [figureOf({ name: 'preview-drawn', unit: '%', goal: atLeastTimesBaseline(1), ...pair })];
      }),
    ),
};

export const previewJank: Bench = {
  name: 'preview-jank',
  about: 'the longest gap between two frames of the window while three layers play, against one bare <video>',
  measure: () =>
    withFilm(
      largeFiles(filmSeconds + 1),
      threeLayers(filmSeconds),
      { smooth: true },
      warmed(async (rig) => {
        const pair = await alternate(
          runs,
          () => longestGap(rig.window, () => playThrough(rig)),
          () => longestGap(rig.window, () => bareShare(rig, filmSeconds)),
        );
        return [figureOf({ name: 'preview-jank', unit: 'ms', goal: atMost(50, 'ms'), ...pair })];
      }),
    ),
};

export const previewCuts: Bench = {
  name: 'preview-cuts',
  about:
    'the longest time without a new frame while twelve cuts play in twelve seconds, against a bare <video> without any',
  measure: () =>
    withFilm(
      largeFiles(cuts + 2),
      manyCuts(fps, 700),
      { smooth: true },
      warmed(async (rig) => {
        const longest = async (): Promise<number> => (await playThrough(rig)).longestMs;
        const bare = async (): Promise<number> => 1000 / fps / Math.max(0.01, await bareShare(rig, filmSeconds));
        const pair = await alternate(runs, longest, bare);
        return [figureOf({ name: 'preview-cuts', unit: 'ms', goal: atMost(100, 'ms'), ...pair })];
      }),
    ),
};

const framesBetweenCuts = 24;

export const previewExact: Bench = {
  name: 'preview-exact',
  about: 'wrong frames of 312 at twelve cuts, by the number that each frame shows, in percent',
  measure: () =>
    withFilm(smallFiles, manyCuts(framesBetweenCuts, 150, picture), { smooth: false }, async (rig) => {
      const { composition, frame: pngOf } = rig.compositor;
      const [track = []] = composition.tracks;
      const frames = Array.from({ length: composition.frames }, (_, at) => at);
      const pngs = (await Promise.all(frames.map(pngOf))).filter((png) => png !== null);
      const seen = (await pixelsOf(join(rig.place.folder, 'exact'), pngs)).map(numberIn);
      const wrong = frames.filter((frame) => {
        const item = track.find(({ start, end }) => frame >= start && frame < end);
        return item?.kind !== 'clip' || seen[frame] !== Math.floor(item.inSeconds * fps + frame - item.start + 1e-6);
      });
      const values = [(wrong.length / frames.length) * 100];
      return [figureOf({ name: 'preview-exact', unit: '%', goal: atMost(0, '%'), values, baselines: [0] })];
    }),
};

const soundRate = 48_000;
const clickMs = 500;
/** The delay of an AAC encoder, by which clicks stand where nobody makes up for it. In ms. */
const delayMs = (1024 / soundRate) * 1000;

export const previewSound: Bench = {
  name: 'preview-sound',
  about: 'how far a click stands from its place, at the most, after a cut and in AAC, against the delay of an encoder',
  measure: () =>
    withFilm(
      async (made) => {
        const clicks = `-f lavfi -i aevalsrc=exprs='if(lt(abs(mod(t,1)-0.5),0.0003),0.9,0)':s=44100:d=6`;
        return [await served(made, 'clicks.m4a', `${clicks} -c:a aac -b:a 192k`)];
      },
      ([file]) => ({
        m: picture,
        fps,
        t: [
          {
            tt: 1,
            sg: [0, 1, 2, 3].map((at) => ({
              s: at * 1000,
              d: 1000,
              m: { name: `${at}`, url: file?.url, in: at * 1200 },
            })),
          },
          { tt: 7, sg: [{ s: 0, d: 8000, m: { text: 'Clicks' } }] },
        ],
      }),
      { smooth: false },
      async ({ compositor }) => {
        const samples = await compositor.sound(4);
        const errors = [0, 1, 2, 3].map((second) => {
          const wanted = second * 1000 + ((clickMs + 1000 - ((second * 1200) % 1000)) % 1000);
          const around = samples.subarray(
            Math.max(0, ((wanted - 100) * soundRate) / 1000),
            ((wanted + 100) * soundRate) / 1000,
          );
          const loudest = around.indexOf(around.reduce((most, value) => Math.max(most, value), 0));
          return Math.abs((loudest / soundRate) * 1000 - 100);
        });
        const values = [Math.max(...errors)];
        return [
          figureOf({ name: 'preview-sound', unit: 'ms', goal: timesBaseline(0.05), values, baselines: [delayMs] }),
        ];
      },
    ),
};

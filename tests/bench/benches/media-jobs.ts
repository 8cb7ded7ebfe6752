import { execFile } from 'node:child_process';
import { rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import type { MediaJob } from '../../../src/shared/domain/media-job.ts';
import { bareFramesPerSecond } from '../../support/bench-codecs.ts';
import { startUnwatched, type Unwatched } from '../../support/bench-unwatched.ts';
import { ffmpeg } from '../../support/clips.ts';
import { createPlace, type Place } from '../../support/desktop.ts';
import { jobWhen, noted, noteMediaJobs, request, uploadOf } from '../../support/media-jobs.ts';
import { atLeastTimesBaseline, type Bench, figureOf } from '../figure.ts';
import { alternate, type Pair } from '../stats.ts';

const megabyte = 1024 * 1024;
const fps = 30;
const encoding = '-pix_fmt yuv420p -c:v libx264 -preset veryfast -g 60 -bf 2';
/** How much of a film there is: as much as shows the pace, and so little that beginning and ending weigh. In seconds. */
const lengths = { film: 20, short: 5 } as const;

export const mediaCompress: Bench = {
  name: 'media-compress',
  about: `${lengths.film} s (and ${lengths.short} s) of 1080p made smaller at the same size, against a bare decoder and encoder`,
  measure: () =>
    inMediaJobs(async (mediaJobs) => {
      const film = await compression(mediaJobs, 'film.mp4', lengths.film);
      const short = await compression(mediaJobs, 'short.mp4', lengths.short);
      const common = { unit: 'frames/s' } as const;
      return [
        figureOf({ name: 'media-compress', ...common, goal: atLeastTimesBaseline(0.8), ...film }),
        figureOf({ name: 'media-compress:short', ...common, ...short }),
      ];
    }),
};

export const mediaTrim: Bench = {
  name: 'media-trim',
  about: 'a part of some 300 MB cut out without re-encoding, against cp of as many bytes',
  measure: () =>
    inMediaJobs(async (mediaJobs) => {
      const { window, place } = mediaJobs;
      const { path, file } = await longFilm(mediaJobs);
      const order = { ...file, inMs: 0, outMs: longSeconds * 0.95 * 1000, exact: false };
      const trim = async (): Promise<number> => {
        const { id } = await request(window, 'mediaJob.trim', order);
        const { took, bytes } = await made(window, id);
        await request(window, 'mediaJob.discard', { jobId: id });
        return bytes / megabyte / took;
      };
      const copied = join(place.folder, 'copied.mp4');
      const copy = async (): Promise<number> => {
        await rm(copied, { force: true });
        const startedAt = performance.now();
        await promisify(execFile)('cp', [path, copied]);
        return (await stat(path)).size / megabyte / ((performance.now() - startedAt) / 1000);
      };
      // The first is not counted: engines compile.
      await trim();
      const pair = await alternate(7, trim, copy);
      return [figureOf({ name: 'media-trim', unit: 'MB/s', goal: atLeastTimesBaseline(0.5), ...pair })];
    }),
};

type Window = Unwatched['window'];
type File = { readonly projectId: string; readonly fileId: string };

type MediaJobs = {
  readonly place: Place;
  readonly window: Window;
  /** Puts the file into a composer and waits until it is uploaded and looked into. */
  readonly add: (path: string) => Promise<File>;
};

/** The app, with nobody attached to it. */
async function inMediaJobs<T>(work: (mediaJobs: MediaJobs) => Promise<T>): Promise<T> {
  const place = await createPlace();
  const { window, answerPicker, close } = startUnwatched(place);
  try {
    await noteMediaJobs(window);
    const { id: projectId } = await request(window, 'project.create', {});
    const add = async (path: string): Promise<File> => {
      await answerPicker([path]);
      await request(window, 'upload.pick', { projectId });
      const { id, mediaId } = await uploadOf(window, basename(path));
      const rested = async (): Promise<boolean> => {
        const { uploads, info } = await noted(window);
        return uploads[id]?.state === 'uploaded' && typeof info[mediaId]?.thumbnail === 'string';
      };
      await expect.poll(rested, { timeout: 60_000 }).toBe(true);
      return { projectId, fileId: mediaId };
    };
    return await work({ place, window, add });
  } finally {
    await close();
    await place.close();
  }
}

/** Frames per second of the app, and of a bare loop at the same settings. */
async function compression(mediaJobs: MediaJobs, name: string, seconds: number): Promise<Pair<number, number>> {
  const { place, window, add } = mediaJobs;
  const path = await ffmpeg(join(place.folder, name), `${pictures(seconds)} ${encoding} -b:v 8M`);
  const file = await add(path);
  const targetBytes = Math.floor((await stat(path)).size * 0.6);
  const plan = await request(window, 'mediaJob.estimate', { fileId: file.fileId, targetBytes });
  if (plan.width !== 1920) throw new Error('The plan takes another size');
  const compress = async (): Promise<number> => {
    const { id } = await request(window, 'mediaJob.compress', { ...file, targetBytes });
    const { took } = await made(window, id);
    await request(window, 'mediaJob.discard', { jobId: id });
    return (seconds * fps) / took;
  };
  const bare = await ffmpeg(
    join(place.folder, `${name}.h264`),
    '-i $in -c copy -an -bsf:v h264_mp4toannexb,h264_metadata=aud=insert',
    path,
  );
  const { width, height, videoBitrate } = plan;
  // The first is not counted: pages open, and the engine compiles.
  await compress();
  return alternate(3, compress, () => bareFramesPerSecond(window, bare, { width, height, bitrate: videoBitrate }));
}

function pictures(seconds: number): string {
  return `-f lavfi -i testsrc2=size=1920x1080:rate=${fps}:duration=${seconds}`;
}

const longSeconds = 105;

/** Some 300 MB, made of one short film again and again. */
async function longFilm({ place, add }: MediaJobs): Promise<{ readonly path: string; readonly file: File }> {
  const rate = '-b:v 24M -minrate 24M -maxrate 24M -bufsize 24M -x264-params nal-hrd=cbr';
  const once = await ffmpeg(join(place.folder, 'once.mp4'), `${pictures(lengths.short)} ${encoding} ${rate}`);
  const list = join(place.folder, 'list.txt');
  await writeFile(list, `file '${once}'\n`.repeat(longSeconds / lengths.short));
  const path = await ffmpeg(join(place.folder, 'long.mp4'), '-f concat -safe 0 -i $in -c copy', list);
  return { path, file: await add(path) };
}

/** How long a job has taken from its beginning to its result, in seconds, and how large that is. */
async function made(window: Window, id: string): Promise<{ readonly took: number; readonly bytes: number }> {
  const told = await jobWhen(window, id, ['ready', 'failed']);
  const last = told.at(-1);
  if (last?.state !== 'ready') throw new Error(`The work failed: ${last?.failure?.code ?? ''}`);
  return { took: ((last.endedAt ?? 0) - begunAt(told)) / 1000, bytes: last.result?.bytes ?? 0 };
}

function begunAt(told: readonly MediaJob[]): number {
  return told.find(({ startedAt }) => startedAt !== null)?.startedAt ?? 0;
}

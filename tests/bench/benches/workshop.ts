import { execFile } from 'node:child_process';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { WorkshopJob } from '../../../src/shared/domain/workshop-job.ts';
import { bareFramesPerSecond } from '../../support/bench-codecs.ts';
import { ffmpeg } from '../../support/clips.ts';
import { createPlace, dropFiles, partsOf, startApp, type Place } from '../../support/desktop.ts';
import { jobWhen, noteWorkshop, request, uploadOf } from '../../support/workshop.ts';
import { atLeastTimesBaseline, type Bench, figureOf } from '../figure.ts';
import { alternate } from '../stats.ts';

const runs = 3;
const megabyte = 1024 * 1024;
const seconds = 5;
const fps = 30;
const pictures = `-f lavfi -i testsrc2=size=1920x1080:rate=${fps}:duration=${seconds}`;
const encoding = '-pix_fmt yuv420p -c:v libx264 -preset veryfast -g 60 -bf 2';

export const workshopCompress: Bench = {
  name: 'workshop-compress',
  about: `${seconds} s of 1080p made smaller at the same size, against a bare decoder and encoder in the same runtime`,
  measure: () =>
    withFile('clip.mp4', `${pictures} ${encoding} -b:v 8M`, async ({ place, path, window, file }) => {
      const targetBytes = Math.floor((await stat(path)).size * 0.6);
      const plan = await request(window, 'workshop.estimate', { fileId: file.fileId, targetBytes });
      if (plan.width !== 1920) throw new Error('The plan takes another size');
      const bare = await ffmpeg(
        join(place.folder, 'bare.h264'),
        '-i $in -c copy -an -bsf:v h264_mp4toannexb,h264_metadata=aud=insert',
        path,
      );
      const compress = async (): Promise<number> => {
        const { id } = await request(window, 'workshop.compress', { ...file, targetBytes });
        return (seconds * fps) / (await timeOf(window, id));
      };
      // The first of each is not counted: pages open, and the engine compiles.
      await compress();
      const { width, height, videoBitrate } = plan;
      const loop = () => bareFramesPerSecond(window, bare, { width, height, bitrate: videoBitrate });
      const pair = await alternate(runs, compress, loop);
      return [figureOf({ name: 'workshop-compress', unit: 'frames/s', goal: atLeastTimesBaseline(0.8), ...pair })];
    }),
};

export const workshopTrim: Bench = {
  name: 'workshop-trim',
  about: 'a part of some 300 MB cut out without re-encoding, against cp of as many bytes',
  measure: () =>
    withFile(
      'clip.mp4',
      `${pictures} ${encoding} -b:v 24M -minrate 24M -maxrate 24M -bufsize 24M -x264-params nal-hrd=cbr`,
      async ({ place, path, window, file }) => {
        const copies = 21;
        const list = join(place.folder, 'list.txt');
        await writeFile(list, `file '${path}'\n`.repeat(copies));
        const long = await ffmpeg(join(place.folder, 'long.mp4'), '-f concat -safe 0 -i $in -c copy', list);
        await dropFiles(window, [long]);
        const { mediaId: fileId } = await uploadOf(window, 'long.mp4');
        const outMs = (copies - 1) * seconds * 1000;
        let bytes = 0;
        const trim = async (): Promise<number> => {
          const { id } = await request(window, 'workshop.trim', {
            projectId: file.projectId,
            fileId,
            inMs: 0,
            outMs,
            exact: false,
          });
          const took = await timeOf(window, id);
          bytes = (await jobWhen(window, id, ['ready'])).at(-1)?.result?.bytes ?? 0;
          await request(window, 'workshop.discard', { jobId: id });
          return bytes / megabyte / took;
        };
        await trim();
        const copied = join(place.folder, 'copied.mp4');
        const copy = async (): Promise<number> => {
          await rm(copied, { force: true });
          const startedAt = performance.now();
          await promisify(execFile)('cp', [long, copied]);
          return (await stat(long)).size / megabyte / ((performance.now() - startedAt) / 1000);
        };
        const pair = await alternate(runs, trim, copy);
        return [figureOf({ name: 'workshop-trim', unit: 'MB/s', goal: atLeastTimesBaseline(0.5), ...pair })];
      },
    ),
};

type Subject = {
  readonly place: Place;
  readonly path: string;
  readonly window: Page;
  readonly file: { readonly projectId: string; readonly fileId: string };
};

/** The app with one file made by ffmpeg in its composer. */
async function withFile<T>(name: string, options: string, work: (subject: Subject) => Promise<T>): Promise<T> {
  const place = await createPlace();
  const path = await ffmpeg(join(place.folder, name), options);
  const { window, close } = await startApp(place);
  try {
    await partsOf(window).status.filter({ hasText: 'Ready!' }).waitFor();
    await noteWorkshop(window);
    await dropFiles(window, [path]);
    const { projectId, mediaId } = await uploadOf(window, name);
    return await work({ place, path, window, file: { projectId, fileId: mediaId } });
  } finally {
    await close().catch(() => undefined);
    await place.close();
  }
}

/** From the beginning of a job to its result, in seconds. */
async function timeOf(window: Page, id: string): Promise<number> {
  const told = await jobWhen(window, id, ['ready', 'failed']);
  const last = told.at(-1);
  if (last?.state !== 'ready') throw new Error(`The work failed: ${last?.failure?.code ?? ''}`);
  return ((last.endedAt ?? 0) - begunAt(told)) / 1000;
}

function begunAt(told: readonly WorkshopJob[]): number {
  return told.find(({ startedAt }) => startedAt !== null)?.startedAt ?? 0;
}

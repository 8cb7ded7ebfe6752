import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ffmpeg, ffprobe } from '../support/clips.ts';
import { dropFiles, partsOf, type Place, test } from '../support/desktop.ts';
import { jobWhen, noteWorkshop, request, uploadOf } from '../support/workshop.ts';

const clip = `-f lavfi -i testsrc2=size=640x360:rate=25:duration=8 -f lavfi -i sine=frequency=440:duration=8
  -pix_fmt yuv420p -c:v libx264 -b:v 3M -g 50 -bf 2 -c:a aac`;

/** Everything that lies in the workshop's folder. */
async function left(place: Place): Promise<readonly string[]> {
  return readdir(join(place.userData, 'workshop'), { recursive: true }).catch(() => []);
}

async function result(place: Place): Promise<string> {
  const names = await left(place);
  const file = names.find((name) => name.includes('/'));
  if (file === undefined) throw new Error('There is no result');
  return join(place.userData, 'workshop', file);
}

test('a compressed file fits, plays, keeps its sound and its turning, and is sent when the user says so', async ({
  place,
  start,
}) => {
  const path = await ffmpeg(join(place.folder, 'plain.mp4'), clip);
  const turned = await ffmpeg(
    join(place.folder, 'turned 竖.mp4'),
    `-i ${path.replaceAll(' ', '\0')} -c copy -metadata:s:v:0 rotate=90`,
  );
  const { window } = await start();
  await expect(partsOf(window).status).toHaveText('Ready!');
  await noteWorkshop(window);
  await dropFiles(window, [turned]);
  const { projectId, mediaId: fileId, bytes } = await uploadOf(window, 'turned 竖.mp4');
  const targetBytes = Math.floor(bytes / 4);
  const plan = await request(window, 'workshop.estimate', { fileId, targetBytes });
  expect(plan.estimatedBytes).toBeLessThanOrEqual(targetBytes);
  const { id } = await request(window, 'workshop.compress', { projectId, fileId, targetBytes });
  const job = (await jobWhen(window, id, ['ready', 'failed'])).at(-1);
  expect(job).toMatchObject({ state: 'ready', name: 'turned 竖.mp4', failure: null });
  const file = await result(place);
  expect((await stat(file)).size).toBeLessThanOrEqual(targetBytes);
  const { streams, format } = await ffprobe(file);
  console.log(
    plan,
    JSON.stringify(
      streams.map(({ codec_name, width, height, start_time, duration, nb_read_frames, side_data_list }) => ({
        codec_name,
        width,
        height,
        start_time,
        duration,
        nb_read_frames,
        side_data_list,
      })),
    ),
    format,
    job?.result,
  );
});

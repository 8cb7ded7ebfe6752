import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ffmpeg, ffprobe } from '../support/clips.ts';
import { dropFiles, partsOf, test } from '../support/desktop.ts';
import { jobWhen, noteWorkshop, request, uploadOf } from '../support/workshop.ts';
import { results } from '../support/workshop-results.ts';

const tone = (rate: number, seconds = 3): string => `-f lavfi -i sine=frequency=300:sample_rate=${rate}:d=${seconds}`;
const stereo = '-af aformat=channel_layouts=stereo';
const cover = '-f lavfi -i testsrc2=size=900x900:rate=1:duration=1';

/** Sound as it comes, by file name, and the size that it is to have. */
const sounds: Readonly<Record<string, readonly [options: string, bytes: number]>> = {
  'studio.wav': [`${tone(48_000)} ${stereo} -c:a pcm_s24le`, 150_000],
  'hi-res.wav': [`${tone(96_000)} ${stereo} -c:a pcm_f32le`, 60_000],
  'phone.wav': [`${tone(8_000)} -c:a pcm_s16le`, 12_000],
  'bytes.wav': [`${tone(11_025)} -c:a pcm_u8`, 12_000],
  'song.mp3': [`${tone(44_100)} -b:a 320k`, 30_000],
  'art.mp3': [`${tone(44_100)} ${cover} -map 0 -map 1 -c:v png -disposition:v attached_pic -b:a 128k`, 30_000],
  'voice.m4a': [`${tone(32_000)} -c:a aac -b:a 192k`, 25_000],
  'radio.aac': [`${tone(44_100)} ${stereo} -c:a aac -b:a 256k`, 40_000],
  'vinyl.wav': [`${tone(192_000)} ${stereo} -c:a pcm_s32le`, 50_000],
};

test('sound alone is made smaller, whatever it is made of', async ({ place, start }) => {
  const { window } = await start();
  await expect(partsOf(window).status).toHaveText('Ready!');
  await noteWorkshop(window);
  const paths = Object.entries(sounds).map(([name, [options]]) => ffmpeg(join(place.folder, name), options));
  await dropFiles(window, await Promise.all(paths));
  for (const [name, [, targetBytes]] of Object.entries(sounds)) {
    const { projectId, mediaId: fileId } = await uploadOf(window, name);
    const { id } = await request(window, 'workshop.compress', { projectId, fileId, targetBytes });
    expect([name, (await jobWhen(window, id, ['ready', 'failed'])).at(-1)]).toMatchObject([name, { state: 'ready' }]);
    const [path = '', ...others] = await results(place);
    expect(others).toEqual([]);
    expect((await stat(path)).size).toBeLessThanOrEqual(targetBytes);
    const streams = await ffprobe(path);
    expect([name, streams]).toMatchObject([name, [{ kind: 'audio', codec: 'aac' }]]);
    expect(Math.abs((streams[0]?.seconds ?? 0) - 3)).toBeLessThan(0.1);
    await request(window, 'workshop.discard', { jobId: id });
    await expect.poll(() => results(place)).toEqual([]);
  }
});

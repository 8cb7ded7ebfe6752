import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ffmpeg, ffprobe } from '../support/clips.ts';
import { dropFiles, partsOf } from '../support/desktop.ts';
import { jobWhen, noted, noteMediaJobs, request, uploadOf } from '../support/media-jobs.ts';
import { results } from '../support/media-job-results.ts';
import { sharedTest as test } from '../support/shared-app.ts';

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

test('sound alone is made smaller, whatever it is made of', async ({ place, window }) => {
  await expect(partsOf(window).status).toHaveText('Ready!');
  await noteMediaJobs(window);
  // Another file's tests may have left theirs.
  const before = await results(place);
  const ours = async () => (await results(place)).filter((path) => !before.includes(path));
  const paths = Object.entries(sounds).map(([name, [options]]) => ffmpeg(join(place.folder, name), options));
  await dropFiles(window, await Promise.all(paths));
  for (const [name, [, targetBytes]] of Object.entries(sounds)) {
    const { projectId, mediaId: fileId } = await uploadOf(window, name);
    const { id } = await request(window, 'mediaJob.compress', { projectId, fileId, targetBytes });
    expect([name, (await jobWhen(window, id, ['ready', 'failed'])).at(-1)]).toMatchObject([name, { state: 'ready' }]);
    const [path = '', ...others] = await ours();
    expect(others).toEqual([]);
    expect((await stat(path)).size).toBeLessThanOrEqual(targetBytes);
    const streams = await ffprobe(path);
    expect([name, streams]).toMatchObject([name, [{ kind: 'audio', codec: 'aac' }]]);
    expect(Math.abs((streams[0]?.seconds ?? 0) - 3)).toBeLessThan(0.1);
    await request(window, 'mediaJob.discard', { jobId: id });
    await expect.poll(ours).toEqual([]);
  }
});

/** A JPEG that says, by EXIF, that it lies on its side. */
async function turned(path: string): Promise<string> {
  const bytes = await readFile(path);
  // One entry: orientation (0x0112), one short, 6: a quarter to the right (EXIF 2.3, 4.6.4).
  const exif = Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100060000' + '00000000',
    'hex',
  );
  const length = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  await writeFile(path, Buffer.concat([bytes.subarray(0, 2), length, exif, bytes.subarray(2)]));
  return path;
}

/** Renames letters in a file. */
async function patch(path: string, at: number, letters: string): Promise<string> {
  const bytes = await readFile(path);
  bytes.write(letters, at, 'latin1');
  await writeFile(path, bytes);
  return path;
}

test('what a file holds is known, whatever wraps it', async ({ place, window }) => {
  const { folder } = place;
  const made = (name: string, options: string, source = ''): Promise<string> =>
    ffmpeg(join(folder, name), options, source);
  const picture = '-f lavfi -i testsrc2=size=320x180:rate=25:duration=3';
  const h264 = '-pix_fmt yuv420p -c:v libx264 -g 25';
  const still = await made('one.png', '-f lavfi -i testsrc2=size=200x200 -frames:v 1');
  const tracks = `${picture} ${tone(44_100)} ${tone(44_100)} -map 0 -map 1 -map 2 ${h264} -c:a aac`;
  const paths = await Promise.all([
    made('bare.mov', `${picture} ${tone(48_000)} ${h264} -c:a pcm_s16be`).then((path) => patch(path, 4, 'wide')),
    made('phone.mp4', `${picture} ${tone(44_100)} ${h264} -c:a aac`).then((path) => patch(path, 8, '3gp5')),
    made('wide.wav', `${tone(22_050)} -rf64 always`),
    made('newest.wav', `${tone(22_050)} -rf64 always`).then((path) => patch(path, 0, 'BW64')),
    made('cover.m4a', `-loop 1 -r 1 -t 3 -i $in ${tone(44_100)} -c:v mjpeg -c:a aac -f mov`, still),
    made('two.mp4', tracks),
    made(
      'see-through.webm',
      '-f lavfi -i color=red@0.0:size=160x90:rate=15:duration=1,format=yuva420p -c:v libvpx-vp9 -auto-alt-ref 0',
    ),
  ]);
  await expect(partsOf(window).status).toHaveText('Ready!');
  await noteMediaJobs(window);
  await dropFiles(window, paths);
  const fileIds = new Map<string, string>();
  const info = async (name: string) => {
    const { projectId, mediaId } = await uploadOf(window, name);
    fileIds.set(name, mediaId);
    return { ...(await request(window, 'mediaJob.probe', { fileId: mediaId })), projectId, fileId: mediaId };
  };
  const film = { kind: 'video', width: 320, height: 180, videoCodec: 'avc', canDecodeVideo: true };
  expect(await info('bare.mov')).toMatchObject({ ...film, durationMs: 3_000, hasAudio: true });
  expect(await info('phone.mp4')).toMatchObject({ ...film, audioCodec: 'aac' });
  for (const name of ['wide.wav', 'newest.wav'])
    expect(await info(name)).toMatchObject({ kind: 'audio', durationMs: 3_000, canDecodeAudio: true });
  const cover = await info('cover.m4a');
  expect(cover).toMatchObject({ kind: 'audio', hasVideo: false, videoTracks: 0, audioTracks: 1 });
  expect(await info('two.mp4')).toMatchObject({ ...film, videoTracks: 1, audioTracks: 2 });

  await dropFiles(window, [
    await made('anamorphic.mp4', `${picture} ${h264} -vf setsar=4/3`),
    await made('live.webm', `${picture} -c:v libvpx -live 1`),
    await made('wide.png', '-f lavfi -i testsrc2=size=16000x400 -frames:v 1'),
    await turned(await made('turned.jpg', '-f lavfi -i testsrc2=size=320x180 -frames:v 1 -update 1')),
  ]);
  expect(await info('anamorphic.mp4')).toMatchObject({ kind: 'video', width: 427, height: 180 });
  expect(await info('live.webm')).toMatchObject({ kind: 'video', durationMs: 3_000, width: 320 });
  expect(await info('wide.png')).toMatchObject({ kind: 'image', width: 16_000, height: 400 });
  expect(await info('turned.jpg')).toMatchObject({ kind: 'image', width: 180, height: 320 });

  const known = async (name: string) => (await noted(window)).info[fileIds.get(name) ?? ''];
  await expect.poll(async () => (await known('cover.m4a'))?.peaks?.length).toBe(200);
  await info('see-through.webm');
  await expect.poll(async () => (await known('see-through.webm'))?.thumbnail ?? null).not.toBeNull();
  const corner = await cornerOf(window, (await known('see-through.webm'))?.thumbnail ?? '');
  for (const channel of corner) expect(Math.abs(channel - 163)).toBeLessThan(12);

  const before = await results(place);
  const cut = { inMs: 1_000, outMs: 2_500, exact: true };
  const { projectId, fileId } = cover;
  const { id } = await request(window, 'mediaJob.trim', { projectId, fileId, ...cut });
  expect((await jobWhen(window, id, ['ready', 'failed'])).at(-1)).toMatchObject({
    state: 'ready',
    name: 'cover 00.01-00.02.m4a',
  });
  const path = (await results(place)).find((one) => !before.includes(one)) ?? '';
  expect(await ffprobe(path)).toMatchObject([{ kind: 'audio', codec: 'aac' }]);
  await request(window, 'mediaJob.discard', { jobId: id });

  await window.getByRole('button', { name: 'Trim two.mp4' }).click();
  const dialog = window.getByRole('dialog', { name: 'Trim' });
  await expect(dialog.getByRole('note')).toContainText('Keeps only the main one of 2 sound tracks.');
  await dialog.getByRole('checkbox').check();
  await expect(dialog.getByRole('note')).toBeHidden();
});

/** Red, green and blue of a picture's first pixel. */
function cornerOf(window: Page, url: string): Promise<readonly number[]> {
  return window.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context?.drawImage(image, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  }, url);
}

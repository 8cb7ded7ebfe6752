import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ffmpeg } from '../support/clips.ts';
import { dropFiles, partsOf, uploadsAtRest } from '../support/desktop.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const picture = '-f lavfi -i testsrc=s=64x64:r=10:d=1';
const sound = '-f lavfi -i sine=d=1';
const film = `${picture} ${sound} -pix_fmt yuv420p`;

/** The 13 formats of the contract, as ffmpeg makes them. */
const formats: Readonly<Record<string, string>> = {
  mp4: `${film} -c:v libx264 -c:a aac`,
  mov: `${film} -c:v libx264 -c:a aac`,
  avi: `${film} -c:v mpeg4 -c:a mp3`,
  webm: `${film} -c:v libvpx -c:a libvorbis`,
  mkv: `${film} -c:v libx264 -c:a aac`,
  jpg: `${picture} -frames:v 1 -update 1`,
  png: `${picture} -frames:v 1 -update 1`,
  gif: picture,
  webp: `${picture} -frames:v 1 -c:v libwebp`,
  mp3: sound,
  wav: sound,
  m4a: `${sound} -c:a aac`,
  aac: `${sound} -c:a aac`,
};

test('each of the 13 formats arrives as it is, whatever it is called', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { attachments } = partsOf(window);
  const made = Object.entries(formats).map(async ([format, options]) =>
    ffmpeg(join(place.folder, `素材 ${format} 🎞.${format}`), options),
  );
  const paths = await Promise.all(made);
  // Below the number from which files are listed first.
  for (const some of [paths.slice(0, 7), paths.slice(7)]) await dropFiles(window, some);
  await expect(attachments).toHaveCount(13);
  await control.waitFor('upload', 13, 'ended');
  await uploadsAtRest(window);
  const sent = await Promise.all(
    paths.map(async (path) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ),
  );
  const arrived = control.sessions()[0]?.uploads.map(({ sha256 }) => sha256) ?? [];
  expect([...arrived].sort()).toEqual([...sent].sort());
  await expect(window.getByRole('alert')).toHaveCount(0);
  await expect(window.getByRole('list', { name: 'Files that need a decision' })).toBeHidden();
});

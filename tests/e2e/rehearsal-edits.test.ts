import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ffmpeg } from '../support/clips.ts';
import { answerOpenDialog, answerSaveDialog, partsOf, say, uploadsAtRest } from '../support/desktop.ts';
import { frameOf, readText } from '../support/film.ts';
import { sharedRehearsal as test } from '../support/shared-app.ts';

const size = { width: 1280, height: 720 };

test('a rehearsed film shows its title in time and a clip of one’s own, until that is taken back', async ({
  place,
  app,
  window,
}) => {
  test.setTimeout(120_000);
  const { conversation, exports, stop } = partsOf(window);
  const length = window.getByRole('region', { name: 'Preview' }).getByRole('slider', { name: 'Seek' });
  const answers = conversation.getByRole('article', { name: 'Agent' });
  const answered = async (count: number, seconds: string): Promise<void> => {
    await expect(answers).toHaveCount(count);
    await expect(stop).toBeHidden({ timeout: 60_000 });
    await expect(length).toHaveAttribute('max', seconds);
  };
  await say(window, 'Snow peaks at dawn, 4 seconds, with the title "HELLO"');
  await answered(1, '4');

  const red = await ffmpeg(join(place.folder, 'red.mp4'), '-f lavfi -i color=red:s=640x360:r=30 -t 1 -pix_fmt yuv420p');
  await answerOpenDialog(app, [red]);
  await window.getByRole('button', { name: 'Attach files' }).click();
  await uploadsAtRest(window);
  await say(window, 'Put my clip at the end');
  await answered(2, '5');

  const film = join(place.folder, 'film.mp4');
  await answerSaveDialog(app, film);
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText('Saved', { timeout: 60_000 });
  const shown = await frameOf(film, 1, size);
  expect(await readText(`${film}-1.png`)).toContain('HELLO');
  const untitled = await frameOf(film, 3.5, size);
  expect(await readText(`${film}-3.5.png`)).not.toContain('HELLO');
  const own = await frameOf(film, 4.1, size);
  const redness = (rgb: Buffer): number => (rgb[0] ?? 0) - (rgb[1] ?? 0);
  expect(redness(own)).toBeGreaterThan(150);
  expect(redness(shown)).toBeLessThan(100);
  expect(redness(untitled)).toBeLessThan(100);

  await say(window, 'Undo that');
  await answered(3, '4');
});

import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openCompositor } from '../support/compositor-page.ts';
import { ffmpeg } from '../support/clips.ts';
import { answerOpenDialog, answerSaveDialog, partsOf, say, uploadsAtRest } from '../support/desktop.ts';
import { difference, frameOf, readText } from '../support/film.ts';
import { colorError, composed, type Frames, likenesses } from '../support/likeness.ts';
import { request } from '../support/media-jobs.ts';
import { sharedRehearsal as test } from '../support/shared-app.ts';

const said = (command: string, args: readonly string[]): string =>
  execFileSync(command, [...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The standard deviation of the brightness of a frame, and the loudest sample of a film in dB. */
function looked(film: string): { readonly variety: number; readonly loudest: number } {
  const pixels = execFileSync(
    'ffmpeg',
    '-v error -ss 1 -i FILM -frames:v 1 -vf scale=64:36,format=gray -f rawvideo -'
      .split(' ')
      .map((part) => (part === 'FILM' ? film : part)),
  );
  const mean = pixels.reduce((sum, value) => sum + value, 0) / pixels.length;
  const variety = Math.sqrt(pixels.reduce((sum, value) => sum + (value - mean) ** 2, 0) / pixels.length);
  const levels = said('sh', ['-c', 'ffmpeg -hide_banner -i "$0" -af volumedetect -f null - 2>&1', film]);
  return { variety, loudest: Number(/max_volume: (-?[\d.]+) dB/.exec(levels)?.[1] ?? -91) };
}

/** These frames of the film that is on the stage are those of its file. */
async function looksLikePreview(window: Page, film: string, frames: readonly number[], folder: string): Promise<void> {
  const { openProjectId } = await request(window, 'app.subscribe', {});
  const compositor = await openCompositor(window, openProjectId);
  const shown: Frames[] = [];
  for (const frame of frames) {
    const path = join(folder, `frame-${frame}.png`);
    await writeFile(path, (await compositor.frame(frame)) ?? '');
    shown.push(await composed(['-i', path], '[0]null', [0]));
  }
  await compositor.close();
  const saved = await composed(['-i', film], '[0]null', frames);
  const alike = await likenesses(join(folder, 'likeness'), saved, shown.flat());
  for (const [at, frame] of frames.entries()) {
    const [one, other] = [saved[at], shown.flat()[at]];
    if (one === undefined || other === undefined) throw new Error(`There is no frame ${frame}`);
    expect({ frame, isLike: (alike[at] ?? 0) > 0.985, hasColors: colorError(one, other) < 6 }).toEqual({
      frame,
      isLike: true,
      hasColors: true,
    });
  }
}

/** What ffprobe says of a film: its streams and its length, each on a line. */
function factsOf(film: string): string {
  const shown = 'stream=codec_name,width,height:format=duration';
  return said('ffprobe', ['-v', 'error', '-show_entries', shown, '-of', 'compact', film]);
}

function isWhole(film: string, size: string, seconds: number): void {
  const facts = factsOf(film);
  expect(facts).toContain(`codec_name=h264|${size}`);
  expect(facts).toContain('codec_name=aac');
  expect(Math.abs(Number(/duration=([\d.]+)/.exec(facts)?.[1]) - seconds)).toBeLessThan(0.1);
  const { variety, loudest } = looked(film);
  expect(variety).toBeGreaterThan(10);
  expect(loudest).toBeGreaterThan(-40);
}

const wide = { width: 1280, height: 720 };
const small = { width: 320, height: 180 };

test('a rehearsal makes films of its prompts, in both languages, each its own, with a title in time and a clip of one’s own', async ({
  place,
  app,
  window,
}) => {
  test.setTimeout(240_000);
  const { conversation, exports, stop, timeline } = partsOf(window);
  const length = window.getByRole('region', { name: 'Preview' }).getByRole('slider', { name: 'Seek' });
  const answers = conversation.getByRole('article', { name: 'Agent' });
  const answered = async (count: number, seconds: string): Promise<void> => {
    await expect(answers).toHaveCount(count);
    await expect(stop).toBeHidden({ timeout: 60_000 });
    await expect(length).toHaveAttribute('max', seconds);
  };
  const exportTo = async (name: string): Promise<string> => {
    const film = join(place.folder, name);
    await answerSaveDialog(app, film);
    await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await expect(exports.filter({ hasText: name })).toContainText('Saved', { timeout: 60_000 });
    return film;
  };
  await say(window, 'Snow peaks at dawn, 4 seconds, with the title "HELLO"');
  await answered(1, '4');
  await expect(timeline).toContainText('4 tracks');
  const red = await ffmpeg(join(place.folder, 'red.mp4'), '-f lavfi -i color=red:s=640x360:r=30 -t 1 -pix_fmt yuv420p');
  await answerOpenDialog(app, [red]);
  await window.getByRole('button', { name: 'Attach files' }).click();
  await uploadsAtRest(window);
  await say(window, 'Put my clip at the end');
  await answered(2, '5');

  const film = await exportTo('peaks.mp4');
  isWhole(film, 'width=1280|height=720', 5);
  const shown = await frameOf(film, 1, wide);
  expect(await readText(`${film}-1.png`)).toContain('HELLO');
  const untitled = await frameOf(film, 3.5, wide);
  expect(await readText(`${film}-3.5.png`)).not.toContain('HELLO');
  const redness = (rgb: Buffer): number => (rgb[0] ?? 0) - (rgb[1] ?? 0);
  expect(redness(await frameOf(film, 4.1, wide))).toBeGreaterThan(150);
  expect(redness(shown)).toBeLessThan(100);
  expect(redness(untitled)).toBeLessThan(100);
  // Under its title, with nothing over it, at the cut to the clip, and as it fades.
  await looksLikePreview(window, film, [10, 89, 90, 119, 120, 140], place.folder);
  await say(window, 'Undo that');
  await answered(3, '4');
  const middle = await frameOf(film, 1.5, small);

  await window.getByRole('button', { name: 'New project' }).click();
  await expect(answers).toHaveCount(0);
  // A clip is half of what there is.
  await request(window, 'rehearsal.resetCredits', {});
  await say(window, '一只猫在森林里，9:16，3秒');
  await answered(1, '3');
  await expect(timeline).toContainText('4 tracks');
  const other = await exportTo('cat.mp4');
  isWhole(other, 'width=720|height=1280', 3);
  // Two films of the same thing differ by less than ten; files of the same pixels may differ, too.
  expect(difference(middle, await frameOf(other, 1.5, small))).toBeGreaterThan(20);
});

import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openCompositor } from '../support/compositor-page.ts';
import { answerSaveDialog, partsOf } from '../support/desktop.ts';
import { difference, frameOf } from '../support/film.ts';
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

test('a rehearsal makes films of its prompts, in both languages, each its own', async ({ place, app, window }) => {
  test.setTimeout(240_000);
  /** Of each film a frame from its middle. */
  const middles: Buffer[] = [];
  const prompts = [
    { prompt: 'a red car on a rainy street at night, 5 seconds', seconds: 5, size: 'width=1280|height=720' },
    { prompt: '一只猫在森林里，全高清，3秒', seconds: 3, size: 'width=1920|height=1080' },
    { prompt: 'snow peaks at dawn, 9:16, 3 s', seconds: 3, size: 'width=720|height=1280' },
  ];
  for (const [index, { prompt, seconds, size }] of prompts.entries()) {
    if (index > 0) await window.getByRole('button', { name: 'New project' }).click();
    // A clip is half of what there is.
    await request(window, 'rehearsal.resetCredits', {});
    const { message, conversation } = partsOf(window);
    await message.fill(prompt);
    await window.getByRole('button', { name: 'Send' }).click();
    await expect(conversation.getByRole('article', { name: 'Agent' })).toBeVisible();
    await expect(window.getByRole('region', { name: 'Timeline' })).toContainText('4 tracks', { timeout: 60_000 });
    await expect(window.getByRole('button', { name: 'Stop' })).toHaveCount(0, { timeout: 60_000 });
    const film = join(place.folder, `film-${index}.mp4`);
    await answerSaveDialog(app, film);
    await window.getByRole('button', { name: 'Export' }).first().click();
    const saved = window.getByRole('region', { name: 'Exports' }).getByRole('listitem').filter({ hasText: 'Saved' });
    await expect(saved).toHaveCount(index + 1, { timeout: 60_000 });
    const facts = said('ffprobe', [
      '-v',
      'error',
      '-show_entries',
      'stream=codec_name,width,height:format=duration',
      '-of',
      'compact',
      film,
    ]);
    expect(facts).toContain(`codec_name=h264|${size}`);
    expect(facts).toContain('codec_name=aac');
    expect(Math.abs(Number(/duration=([\d.]+)/.exec(facts)?.[1]) - seconds)).toBeLessThan(0.1);
    const { variety, loudest } = looked(film);
    expect(variety).toBeGreaterThan(10);
    expect(loudest).toBeGreaterThan(-40);
    // Under its title, with nothing over it, and as it fades.
    if (index === 0) await looksLikePreview(window, film, [10, 89, 90, 105, 119, 130], place.folder);
    middles.push(await frameOf(film, 1.5, { width: 320, height: 180 }));
  }
  // Two films of the same thing differ by less than ten; files of the same pixels may differ, too.
  for (const [index, middle] of middles.entries())
    for (const other of middles.slice(index + 1)) expect(difference(middle, other)).toBeGreaterThan(20);
});

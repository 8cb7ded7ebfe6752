import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { answerSaveDialog, createPlace, partsOf, startApp } from '../support/desktop.ts';

const run = promisify(execFile);
const docs = resolve(import.meta.dirname, '../../docs');
const size = { width: 1280, height: 800 };
/** Of the film: as wide as GitHub shows it, and so few colours that it stays small. */
const film = { width: 880, colours: 224 };

const prompt =
  'Sunrise over the Great Wall, then a steam train on a stone bridge, then a sailboat at sunset, titled “Golden hours”';
const edits = ['Change the title to "The long way home"', 'Add calm piano music'] as const;

/** Pictures of the window, and how long the film shows each, in ms. */
type Take = { readonly path: string; readonly ms: number };

/** A rehearsal in the real window, as a picture and a short film that README shows. It needs ffmpeg. */
export async function filmReadme(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rushes-readme-'));
  // Asked too often, a render of a few seconds is called slow.
  const place = await createPlace({ timings: { rehearsalPace: 0.6, renderPollMs: 1000 } });
  try {
    const { app, window, close } = await startApp(place, { args: ['--rehearse'] });
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.setContentSize(width, height);
    }, size);
    await answerSaveDialog(app, join(place.folder, 'golden-hours.mp4'));
    const takes = await rehearse(window, folder);
    await close();
    await mkdir(docs, { recursive: true });
    await write('rushes.webp', ['-i', join(folder, 'still.png'), '-c:v', 'libwebp', '-quality', '86']);
    await write('rehearsal.gif', await assembled(folder, takes));
  } finally {
    await place.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(name: string, args: readonly string[]): Promise<void> {
  const path = join(docs, name);
  await run('ffmpeg', ['-v', 'error', '-y', ...args, path]);
  process.stdout.write(`${path}: ${Math.round((await stat(path)).size / 1024)} KB\n`);
}

async function rehearse(window: Page, folder: string): Promise<readonly Take[]> {
  const takes: Take[] = [];
  const { timeline, stop, exports, message } = partsOf(window);
  const shoot = async (ms: number): Promise<void> => {
    const path = join(folder, `${String(takes.length).padStart(4, '0')}.png`);
    await window.screenshot({ path });
    takes.push({ path, ms });
  };
  const type = async (text: string): Promise<void> => {
    await message.click();
    for (let end = 0; end < text.length; end += 7) {
      await message.fill(text.slice(0, end + 7));
      await shoot(70);
    }
    await shoot(300);
    await message.press('Enter');
  };
  /** What takes long in truth passes quickly. */
  const watch = async (isOver: () => Promise<boolean>, ms: number): Promise<void> => {
    for (let shown = 0; !(await isOver()); shown += 1) {
      if (shown < 9) await shoot(ms);
      else await new Promise((done) => setTimeout(done, 100));
    }
    await shoot(500);
  };
  const isAtRest = async (): Promise<boolean> =>
    (await stop.isHidden()) && /Version \d/.test(await timeline.innerText());

  await expect(partsOf(window).status).toHaveText('Ready!');
  const tour = window.getByRole('button', { name: 'Close the tour' });
  if (await tour.isVisible()) await tour.click();
  await shoot(500);
  await type(prompt);
  await watch(isAtRest, 110);
  for (const [index, edit] of edits.entries()) {
    if (index === 0) await type(edit);
    else {
      await message.fill(edit);
      await message.press('Enter');
    }
    await expect(stop).toBeVisible();
    await watch(isAtRest, 110);
  }
  const preview = window.getByRole('region', { name: 'Preview' });
  const seek = preview.getByRole('slider', { name: 'Seek' });
  await preview.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await seek.inputValue())).toBeGreaterThan(0.2);
  for (let shot = 0; shot < 26 && Number(await seek.inputValue()) < 8.6; shot += 1) await shoot(100);
  // It may have come to its end.
  await preview
    .getByRole('button', { name: 'Pause' })
    .click({ timeout: 2000 })
    .catch(() => undefined);
  await still(window, folder);
  await window.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click();
  await watch(async () => (await exports.filter({ hasText: 'Saved' }).count()) > 0, 110);
  await shoot(1400);
  return takes;
}

/** The picture: the film at a moment that shows its title. */
async function still(window: Page, folder: string): Promise<void> {
  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('Preparing smooth playback')).toBeHidden({ timeout: 60_000 });
  await preview
    .getByRole('button', { name: 'Pause' })
    .click({ timeout: 1000 })
    .catch(() => undefined);
  await preview.getByRole('slider', { name: 'Seek' }).fill('2.2');
  await window.waitForTimeout(1500);
  await window.screenshot({ path: join(folder, 'still.png') });
}

/** The takes as an animated GIF whose palette is its own. */
async function assembled(folder: string, takes: readonly Take[]): Promise<readonly string[]> {
  const list = join(folder, 'takes.txt');
  const last = takes.at(-1);
  const lines = takes.map(({ path, ms }) => `file '${path}'\nduration ${(ms / 1000).toFixed(3)}`);
  await writeFile(list, ['ffconcat version 1.0', ...lines, `file '${last?.path ?? ''}'`].join('\n'));
  process.stdout.write(`${takes.length} takes, ${(takes.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(1)} s\n`);
  const filter = [
    `scale=${film.width}:-1:flags=lanczos`,
    'split[a][b]',
    `[a]palettegen=max_colors=${film.colours}:stats_mode=full[p]`,
    '[b][p]paletteuse=dither=none:diff_mode=rectangle',
  ];
  return ['-f', 'concat', '-safe', '0', '-i', list, '-vf', filter.join(',').replaceAll(',[', ';['), '-loop', '0'];
}

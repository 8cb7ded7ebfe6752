import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createPlace, startApp } from '../support/desktop.ts';
import { dress, type Scene, sceneOf, startOver, type WindowState } from '../support/window-scene.ts';
import { windowStates } from '../support/window-states.ts';

const run = promisify(execFile);

/** `scale` is the window's zoom: at 1.5 a window of 1280 shows what fits into 853. */
const sizes = [
  { name: '960x600', width: 960, height: 600, scale: 1 },
  { name: '1280x800', width: 1280, height: 800, scale: 1 },
  { name: '1920x1080', width: 1920, height: 1080, scale: 1 },
  { name: '150-percent', width: 1280, height: 800, scale: 1.5 },
] as const;
const themes = ['light', 'dark'] as const;
const languages = ['en', 'zh'] as const;

/**
 * Pictures of the window's states (all, or those whose name begins with a word of `wanted`) in both themes, in both languages or those
 * of `wanted`, at four sizes, as `<state>/<language>-<theme>-<size>.png` under `folder`, and a sheet of each look in `sheets`.
 */
export async function shootStates(folder: string, wanted: readonly string[]): Promise<void> {
  const names = wanted.filter((word) => !languages.some((language) => language === word));
  const states = windowStates.filter(({ name }) => names.length === 0 || names.some((word) => name.startsWith(word)));
  const spoken = languages.filter(
    (language) => !languages.some((one) => wanted.includes(one)) || wanted.includes(language),
  );
  await rm(folder, { recursive: true, force: true });
  for (const language of spoken)
    for (const rehearsal of [false, true]) {
      const there = states.filter((state) => (state.rehearsal ?? false) === rehearsal);
      if (there.length === 0) continue;
      const place = await createPlace();
      const args = [...(language === 'zh' ? ['--lang=zh-CN'] : []), ...(rehearsal ? ['--rehearse'] : [])];
      const running = await startApp(place, { args });
      for (const state of there) await shoot(sceneOf({ ...running, place, language }), state, folder);
      await running.close();
      await place.close();
    }
  await makeSheets(folder, spoken);
}

async function shoot(scene: Scene, { name, show }: WindowState, folder: string): Promise<void> {
  const { language } = scene;
  await startOver(scene);
  await show(scene).catch((error: unknown) => process.stderr.write(`${language} ${name}: ${String(error)}\n`));
  await mkdir(join(folder, name), { recursive: true });
  for (const size of sizes)
    for (const theme of themes) {
      await dress(scene, { ...size, theme });
      const path = join(folder, name, `${language}-${theme}-${size.name}.png`);
      await writeFile(path, Buffer.from(await pictureOf(scene), 'base64'));
    }
  await dress(scene, { ...sizes[1], theme: 'light' });
  process.stdout.write(`${language} ${name}\n`);
}

/**
 * What the window shows, as a PNG in base64, once two pictures are alike: on a busy machine one can be older than the page. What moves
 * all the time has a few tries. A page's own screenshot would cut a scaled window off.
 */
function pictureOf({ app }: Scene): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith('rushes://app/'));
    const take = async () => (await shown?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
    let [before, picture] = ['', await take()];
    for (let tries = 0; before !== picture && tries < 5; tries += 1) {
      await new Promise((done) => setTimeout(done, 100));
      [before, picture] = [picture, await take()];
    }
    return picture;
  });
}

/** One sheet for each language, theme and size: the states side by side, in the order of their names. */
async function makeSheets(folder: string, spoken: readonly Scene['language'][]): Promise<void> {
  const states = (await readdir(folder)).sort();
  const sheets = join(folder, 'sheets');
  await mkdir(sheets);
  for (const language of spoken)
    for (const theme of themes)
      for (const { name } of sizes) {
        const look = `${language}-${theme}-${name}`;
        const list = join(sheets, `${look}.txt`);
        await writeFile(list, states.map((state) => `file '${join(folder, state, `${look}.png`)}'\n`).join(''));
        const columns = 4;
        const tile = `scale=800:-1,tile=${columns}x${Math.ceil(states.length / columns)}:padding=8`;
        await run('ffmpeg', [
          '-v',
          'error',
          '-y',
          '-f',
          'concat',
          '-safe',
          '0',
          '-i',
          list,
          '-vf',
          tile,
          '-frames:v',
          '1',
          join(sheets, `${look}.png`),
        ]);
        await rm(list);
      }
}

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type BareWindow, startBare } from '../support/bare-window.ts';
import { createPlace, type Place, test } from '../support/desktop.ts';
import { served } from '../support/numbered-clips.ts';

/** `npm run test:soak` asks for 60; without a number there is nothing to see. */
const rounds = Number(process.env['RUSHES_ROUNDS'] ?? 0);
const keptProjects = 5;
/** The last fifth of the rounds against the second one. */
const mostGrowth = 1.1;

const model =
  '-f lavfi -i testsrc2=size=1280x720:rate=30:duration=3 -f lavfi -i sine=frequency=440:duration=3 -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -shortest';

type Sample = ReadonlyMap<string, number>;

test(`${rounds} rounds of turns, uploads and exports, each with clips of its own: no process grows`, async () => {
  test.skip(rounds === 0, 'takes minutes: RUSHES_ROUNDS=60');
  test.setTimeout(60_000 + rounds * 20_000);
  const place = await createPlace({ timings: { mediaWorkerIdleMs: 600_000 } });
  place.demoCloud.control.setCredits({ available: 1_000_000, frozen: 0, total: 1_000_000 });
  const folder = join(place.folder, 'films');
  await mkdir(folder);
  await mkdir(place.userData);
  await writeFile(
    join(place.userData, 'settings.json'),
    JSON.stringify({ exportPlace: { folder, pattern: 'film {n}' } }),
  );
  const samples: Sample[] = [];
  try {
    const window = await startBare(place, picksFrom(place));
    await window.evaluate(helpers);
    for (let round = 0; round < rounds; round += 1) {
      await work(place, window, round);
      samples.push(await window.memory());
      console.log(round, [...(samples.at(-1) ?? [])].map(([name, size]) => `${name} ${size.toFixed(0)}`).join(', '));
    }
    await window.close();
  } finally {
    await place.close();
  }
  const names = [...(samples.at(-1) ?? new Map<string, number>()).keys()];
  const growth = names.map((name) => ({ name, growth: fifth(samples, name, 4) / fifth(samples, name, 1) }));
  console.table(growth);
  expect(growth.filter((one) => !(one.growth <= mostGrowth))).toEqual([]);
});

/** Has the picker of files answer with the file that `picked` names. */
function picksFrom({ folder }: Place): string {
  return `import { dialog } from 'electron';
    import { readFileSync } from 'node:fs';
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [readFileSync(${JSON.stringify(join(folder, 'picked'))}, 'utf8')] });`;
}

/** A turn that shows two clips nobody has seen before, a file that goes along, some playing, an export. */
async function work(place: Place, window: BareWindow, round: number): Promise<void> {
  const { control } = place.demoCloud;
  const shown = await Promise.all(['a', 'b'].map((name) => anotherClip(place, `${name}-${round}`)));
  const own = await anotherClip(place, `own-${round}`);
  await writeFile(join(place.folder, 'picked'), own.path);
  const sg = shown.map(({ url }, at) => ({ s: at * 3000, d: 3000, m: { name: `clip ${at}`, url } }));
  const draft = { m: { width: 1280, height: 720 }, fps: 30, t: [{ tt: 0, sg }] };
  control.clear();
  control.fault({ on: 'state', kind: 'draft', value: draft, times: Infinity });
  control.script({ kind: 'spoken' });
  await window.evaluate(`soak.round('Film number ${round}')`);
}

/** Drives the page as a user would, by names. */
const helpers = `window.soak = (() => {
  const until = async (what, find) => {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('In vain: ' + what + ' ' + document.body.innerText.slice(0, 3000));
  };
  const named = (name, within = document) =>
    [...within.querySelectorAll('button:not(:disabled)')].find((one) => (one.ariaLabel ?? one.textContent).trim().startsWith(name));
  const press = async (name, where) =>
    (await until(name, () => named(name, where === undefined ? document : document.querySelector(where)))).click();
  const enter = (element, kind, value) => {
    Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(element, value);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const slider = () => document.querySelector('[aria-label="Preview"] [aria-label="Seek"]');
  const ask = async (name, input) => (await rushes.request(name, input)).data;
  /** Lists grow with what is made: all but the newest projects go, so that the same is in view whenever the memory is looked at. */
  const tidy = async () => {
    const { projects, exports } = await ask('app.subscribe', {});
    const old = projects.toSorted((a, b) => b.createdAt - a.createdAt).slice(${keptProjects});
    for (const { id } of old) {
      for (const job of exports) if (job.projectId === id) await ask('export.remove', { exportId: job.id, file: 'keep' });
      await ask('project.delete', { projectId: id });
    }
  };
  const at = () => Number(slider()?.getAttribute('aria-valuenow') ?? 0);
  return {
    round: async (text) => {
      await until('ready', () => document.querySelector('[aria-label="Connection"]')?.textContent.includes('Ready'));
      await press('Attach files');
      await until('thumbnail', () => document.querySelector('[aria-label="Attachments"] img'));
      enter(document.getElementById('message'), HTMLTextAreaElement, text);
      await press('Send');
      await until('answer', () => document.querySelectorAll('[role=log] article').length > 1 && !named('Stop'));
      await press('Play', '[aria-label="Preview"]');
      await until('playing', () => at() > 0.5);
      await press('Pause', '[aria-label="Preview"]');
      enter(slider(), HTMLInputElement, '4');
      await until('sought', () => at() === 4);
      await press('Export', 'header');
      await until('saved', () => document.querySelector('[aria-label="Exports"] li')?.textContent.includes('Saved'));
      await tidy();
      // What a player holds is let go with it.
      await press('New project');
      await until('empty', () => document.querySelectorAll('[role=log] article').length === 0);
      // The composer of the project before may still stand there.
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
  };
})()`;

/** The same pictures under another address, in a file of its own. */
async function anotherClip(place: Place, name: string): Promise<{ readonly path: string; readonly url: string }> {
  const { path: from } = await served(place, 'model.mp4', model);
  const path = join(place.uploads, `${name}.mp4`);
  const free = Buffer.from(`\0\0\0\x20free${name.padEnd(24)}`, 'latin1');
  await writeFile(path, Buffer.concat([await readFile(from), free]));
  return { path, url: `${place.demoCloud.url}/files/uploads/${name}.mp4` };
}

function fifth(samples: readonly Sample[], name: string, which: number): number {
  const size = Math.floor(samples.length / 5);
  const values = samples.slice(which * size, (which + 1) * size).map((sample) => sample.get(name) ?? 0);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

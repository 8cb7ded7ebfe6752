import { createHash, randomInt } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { ExportRecord } from '../../src/main/storage/stores.ts';
import { isExportOver } from '../../src/shared/domain/export-job.ts';
import { openStores } from '../support/bench-history.ts';
import { makeCut } from '../support/cuts.ts';
import { createPlace, type Place, startApp, test } from '../support/desktop.ts';
import { randomFrom } from '../support/random.ts';

/** `npm run test:soak` asks for 300. A seed repeats a run: RUSHES_SEED=… */
const kills = Number(process.env['RUSHES_EXPORT_KILLS'] ?? 2);
const seed = Number(process.env['RUSHES_SEED'] ?? randomInt(2 ** 31));
/** From "Export" pressed to "Saved" at the pace below, with some room; in ms. */
const longestMs = 1000;
/** A film of 120 KB takes a fifth of a second. */
const bytesPerSecond = 600_000;

test(`${kills} kills at random moments of an export: each is saved once, and whole`, async () => {
  test.setTimeout(120_000 + kills * 10_000);
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  console.log(`seed ${seed}`);
  const random = randomFrom(seed);
  const place = await createPlace({ demoCloud: { pace: 0.005, seed } });
  const { control } = place.demoCloud;
  const folder = join(place.folder, '成片');
  try {
    await mkdir(folder);
    await mkdir(place.userData, { recursive: true });
    // No dialogs: the moment of the kill is what is random, not when a dialog is answered.
    await writeFile(
      join(place.userData, 'settings.json'),
      JSON.stringify({ exportPlace: { folder, pattern: 'film {n}' } }),
    );
    await firstCut(place);
    for (const call of ['render-file', 'render-download'] as const)
      control.fault({ on: call, kind: 'slow', bytesPerSecond, times: Infinity });
    for (let kill = 0; kill < kills; kill += 1) {
      const { window, app, kill: die } = await startApp(place);
      await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
      // Like the soak of turns, this one waits for time: it is the moment of the kill.
      await Promise.race([
        new Promise((moment) => setTimeout(moment, random() * longestMs)),
        new Promise((ended) => app.process().once('exit', ended)),
      ]);
      await die();
    }
    await judge(place, folder);
  } finally {
    await place.close();
  }
});

async function firstCut(place: Place): Promise<void> {
  place.demoCloud.control.script({ kind: 'generate' });
  const { window, close } = await startApp(place);
  await makeCut(window);
  await close();
}

/** The last start brings everything to its end; then the journal, the disk and the demo cloud's log have to agree. */
async function judge({ demoCloud: { control }, ...place }: Place, folder: string): Promise<void> {
  control.clear();
  const { close } = await startApp({ demoCloud: { control } as Place['demoCloud'], ...place });
  await expect
    .poll(() => journal(place.userData).every(({ job }) => isExportOver(job.state)), { timeout: 120_000 })
    .toBe(true);
  await close();
  const records = journal(place.userData);
  console.log(`${records.length} exports, ${control.renders().length} renders`);
  expect(records.filter(({ job }) => job.state !== 'saved').map(({ job }) => [job.fileName, job.failure])).toEqual([]);
  expect(control.renders()).toHaveLength(records.length);
  expect(control.calls('render-submit').filter(({ status }) => status !== 200)).toEqual([]);
  expect((await readdir(folder)).toSorted()).toEqual(records.map(({ job }) => job.fileName).toSorted());
  const hashes = new Map(control.renders().map(({ id, sha256 }) => [id, sha256]));
  for (const { renderId, targetPath } of records) {
    const saved = createHash('sha256').update(await readFile(targetPath));
    expect(saved.digest('hex'), targetPath).toBe(hashes.get(renderId ?? ''));
  }
}

function journal(userData: string): readonly ExportRecord[] {
  const { database, stores } = openStores(userData);
  try {
    return stores.exports.list();
  } finally {
    database.close();
  }
}

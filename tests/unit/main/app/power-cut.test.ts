import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { App } from '../../../../src/main/app/app.ts';
import { openReal } from '../../../../src/main/app/real.ts';
import { systemClock } from '../../../../src/main/clock.ts';
import { readTimings } from '../../../../src/main/timings.ts';
import { type DemoCloud, startDemoCloud } from '../../../../src/demo-cloud/demo-cloud.ts';
import { hostIn } from '../../../support/unattended-host.ts';

/**
 * A power cut leaves of the history what the disk had taken: each sync copies it. Syncs that nobody waits for come but once here, so that
 * what is found again was waited for.
 */
const datasync = Object.getPrototypeOf(
  await open(process.execPath).then(async (file) => {
    await file.close();
    return file;
  }),
) as { datasync: () => Promise<void> };
const original = datasync.datasync;

const patient = { timeout: 20_000 };

let folder: string;
let cloud: DemoCloud;
let apps: App[];
let reported: unknown[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rushes power '));
  [apps, reported] = [[], []];
  cloud = await startDemoCloud({ samplesDir: resolve('resources/samples'), filesDir: join(folder, 'cloud'), pace: 0 });
  mkdirSync(at('on'));
  mkdirSync(at('cut'));
  datasync.datasync = async function sync(this: unknown) {
    for (const name of ['rushes.db', 'rushes.db-wal']) copyFileSync(join(at('on'), name), join(at('cut'), name));
    await original.call(this);
  };
});
afterEach(async () => {
  datasync.datasync = original;
  for (const app of apps) await app.close();
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
  // Closing an app closes the hidden page under the file that is being looked into.
  expect(reported.filter((error) => !String(error).includes('the page is gone'))).toEqual([]);
});

const at = (name: string): string => join(folder, name);

async function start(profile: string): Promise<App> {
  const timings = readTimings(
    JSON.stringify({ renderPollMs: 50, recoveryFirstMs: 50, recoveryEveryMs: 50, diskSyncMs: 3_600_000 }),
  );
  if (!timings.ok) throw new Error(timings.error);
  const report = (error: unknown): void => void reported.push(error);
  const env = { clock: systemClock, timings: timings.value, report, locale: (): 'en' => 'en' };
  const variables = { NEMO_API_URL: cloud.url };
  const opened = await openReal(env, { ...hostIn(profile, { report }), variables });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  apps.push(opened.value);
  opened.value.begin();
  return opened.value;
}

/** What the disk had taken when the power failed, as the next start finds it. What the app does after that it does in vain. */
async function cutPower(app: App): Promise<App> {
  datasync.datasync = original;
  await app.close();
  apps.length = 0;
  for (const name of readdirSync(at('on')).filter((file) => file.endsWith('.json')))
    copyFileSync(join(at('on'), name), join(at('cut'), name));
  return start(at('cut'));
}

const said = (app: App, projectId: string): void =>
  expect(
    app.turns.send({ projectId, text: 'A video of the sea at night', uploadIds: [], anyway: false }),
  ).toMatchObject({
    ok: true,
  });
const stateOf = (app: App, projectId: string) =>
  app.turns.page(projectId, { limit: 9 }).turns.map(({ state }) => state);

const failureOf = (app: App, projectId: string) => app.turns.page(projectId, { limit: 1 }).turns[0]?.failure?.code;

/** A project with a cut. */
async function edited(app: App): Promise<string> {
  const { id } = app.projects.create();
  said(app, id);
  await expect.poll(() => stateOf(app, id), patient).toEqual(['done']);
  return id;
}

vi.setConfig({ testTimeout: 60_000 });

it('knows a message that went out, and does not send it again', async () => {
  const app = await start(at('on'));
  const held = cloud.control.hold('run-sse');
  const { id } = app.projects.create();
  said(app, id);
  await held.reached;
  const next = await cutPower(app);
  held.release();
  await expect.poll(() => stateOf(next, id), patient).toEqual(['done']);
  expect(cloud.control.calls('run-sse')).toHaveLength(1);
});

it('knows a render that was submitted, and asks for it instead of rendering once more', async () => {
  const app = await start(at('on'));
  const projectId = await edited(app);
  const held = cloud.control.hold('render-submit');
  await app.exports.begin({ projectId, targetPath: at('sea.mp4') });
  await held.reached;
  const next = await cutPower(app);
  held.release();
  await expect.poll(() => next.exports.list().map(({ state }) => state), patient).toEqual(['saved']);
  expect(cloud.control.renders()).toHaveLength(1);
  expect(existsSync(at('sea.mp4'))).toBe(true);
});

it('knows a file that it has delivered, and does not fetch it once more', async () => {
  const app = await start(at('on'));
  const projectId = await edited(app);
  await app.exports.begin({ projectId, targetPath: at('sea.mp4') });
  await expect.poll(() => app.exports.list().map(({ state }) => state), patient).toEqual(['saved']);
  const next = await cutPower(app);
  expect(next.exports.list().map(({ state }) => state)).not.toEqual(['saved']);
  await expect.poll(() => next.exports.list().map(({ state }) => state), patient).toEqual(['saved']);
  expect(readdirSync(folder).filter((name) => name.endsWith('.mp4'))).toEqual(['sea.mp4']);
  expect(cloud.control.calls('render-file')).toHaveLength(1);
});

it.each(['refuses', 'has lost'])('does not send a message that the disk %s', async (what) => {
  const app = await start(at('on'));
  if (what === 'has lost') renameSync(at('on'), at('elsewhere'));
  else datasync.datasync = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
  const { id } = app.projects.create();
  said(app, id);
  await expect.poll(() => failureOf(app, id), patient).toBe('history-unwritten');
  expect(cloud.control.calls('run-sse')).toEqual([]);
  await app.close();
  [apps, reported] = [[], []];
});

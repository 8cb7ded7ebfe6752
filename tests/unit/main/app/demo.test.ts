import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createSamplesMaker } from '../../../../src/demo-cloud/maker.ts';
import type { App } from '../../../../src/main/app/app.ts';
import { deleteRehearsals, openDemo } from '../../../../src/main/app/demo.ts';
import { systemClock } from '../../../../src/main/clock.ts';
import { connect } from '../../../../src/main/storage/sqlite.ts';
import { readTimings } from '../../../../src/main/timings.ts';
import { hostIn } from '../../../support/unattended-host.ts';

vi.setConfig({ testTimeout: 30_000 });

/** A profile, and how to open the rehearsal in it. */
function profile(given = {}, report = (error: unknown): void => expect.fail(String(error))) {
  const folder = mkdtempSync(join(tmpdir(), 'rushes rehearsal '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const timings = readTimings(JSON.stringify({ rehearsalPace: 0, ...given }));
  if (!timings.ok) throw new Error(timings.error);
  const open = async (makerOf?: Parameters<typeof openDemo>[2]): Promise<App> => {
    const env = { clock: systemClock, timings: timings.value, report, locale: (): 'en' => 'en' };
    const opened = await openDemo(env, hostIn(folder, { report }), makerOf);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    opened.value.begin();
    return opened.value;
  };
  return { rehearsal: join(folder, 'rehearsal'), folder, open };
}

it('has its projects again the next time, and its account', async () => {
  const { open, folder } = profile();
  const first = await open();
  const { id } = first.projects.create({ id: 'a0000000-0000-4000-8000-000000000000', name: 'Boats' });
  await expect.poll(() => first.account.connection().state).toBe('ready');
  await first.close();

  const second = await open();
  expect(second.projects.get(id)?.name).toBe('Boats');
  await expect.poll(() => second.account.credits()?.available).toBe(100);
  await second.close();

  await deleteRehearsals(folder);
  expect(readdirSync(folder)).toEqual([]);
  const third = await open();
  expect(third.projects.get(id)).toBeNull();
  await third.close();
});

it('begins anew where an older version of the app has left one without sessions', async () => {
  const { open, rehearsal } = profile();
  mkdirSync(join(rehearsal, 'demo-cloud', 'renders'), { recursive: true });
  writeFileSync(join(rehearsal, 'rushes.db'), 'what an older version wrote');
  const app = await open();
  expect(app.setAside).toBeNull();
  expect(existsSync(join(rehearsal, 'demo-cloud', 'renders'))).toBe(false);
  await app.close();
});

it('keeps its history where the demo cloud has lost its own', async () => {
  const { open, rehearsal } = profile();
  const first = await open();
  const { id } = first.projects.create();
  await first.close();
  writeFileSync(join(rehearsal, 'demo-cloud', 'state.json'), '{"version":2,"sess');
  for (const _ of [1, 2]) {
    const app = await open();
    expect(app.projects.get(id)?.id).toBe(id);
    await app.close();
  }
});

it('sets a history aside that cannot be opened', async () => {
  const { open, rehearsal, folder } = profile();
  const first = await open();
  await first.close();
  const newer = connect(join(rehearsal, 'rushes.db'));
  newer.exec('PRAGMA user_version = 9999');
  newer.close();
  const app = await open();
  expect(app.projects.list()).toHaveLength(1);
  expect(existsSync(join(folder, 'rehearsal-set-aside', 'rushes.db'))).toBe(true);
  await app.close();
});

it('asks nothing about spending, since nothing is spent', async () => {
  const { open } = profile();
  const app = await open();
  const { id } = app.projects.create();
  for (const text of ['Generate a video of the sea', 'Generate another video of the sea'])
    expect(app.turns.send({ projectId: id, text, uploadIds: [], anyway: false })).toMatchObject({ ok: true });
  await app.close();
});

/** Plain Node has no hidden page that would look into the saved file. */
const noPage = (error: unknown): void => expect(String(error)).toContain('hidden page');

it('saves a render as soon as that is made, not when the service would be asked', async () => {
  const { open, folder } = profile({ rehearsalPollMs: 3_600_000 }, noPage);
  const app = await open(() => createSamplesMaker(resolve('resources/samples')));
  const { id: projectId } = app.projects.create();
  await expect.poll(() => app.account.connection().state).toBe('ready');
  app.turns.send({ projectId, text: 'Generate a video of the sea', uploadIds: [], anyway: false });
  await expect.poll(() => app.turns.isRunning(projectId)).toBe(false);
  const targetPath = join(folder, 'sea.mp4');
  expect(await app.exports.begin({ projectId, targetPath })).toEqual({ ok: true, value: 'started' });
  await expect.poll(() => app.exports.list().map(({ state }) => state)).toEqual(['saved']);
  await app.close();
});

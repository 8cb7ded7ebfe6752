import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createSamplesMaker } from '../../../../src/demo-cloud/maker.ts';
import type { App } from '../../../../src/main/app/app.ts';
import type { BusEvent } from '../../../../src/main/app/bus.ts';
import { openDemo } from '../../../../src/main/app/demo.ts';
import { systemClock } from '../../../../src/main/clock.ts';
import { readTimings } from '../../../../src/main/timings.ts';
import { hostIn } from '../../../support/unattended-host.ts';

vi.setConfig({ testTimeout: 30_000 });

const samples = resolve('resources', 'samples');
const reported: unknown[] = [];
let folder: string;
let app: App;
let windowsOpened = 0;

const report = (error: unknown): void => void reported.push(error);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rushes app '));
  const waits = { undoDeleteMs: 50, renderPollMs: 50, rehearsalPollMs: 50, recoveryFirstMs: 50, recoveryEveryMs: 50 };
  const quick = { ...waits, rehearsalPace: 0.01 };
  const timings = readTimings(JSON.stringify(quick));
  if (!timings.ok) throw new Error(timings.error);
  const env = { clock: systemClock, timings: timings.value, report, locale: (): 'en' => 'en' };
  const host = hostIn(folder, { report, windowOpened: () => (windowsOpened += 1) });
  const opened = await openDemo(env, host, () => createSamplesMaker(samples));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  app = opened.value;
  app.begin();
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
  // Closing the app closes the hidden page under the file that is being looked into.
  expect(reported.filter((error) => !String(error).includes('the page is gone'))).toEqual([]);
});

/** The next event of this type that fits. */
function next<T extends BusEvent['type']>(
  type: T,
  fits: (event: Extract<BusEvent, { readonly type: T }>) => boolean = () => true,
): Promise<Extract<BusEvent, { readonly type: T }>> {
  return new Promise((resolve) => {
    const stop = app.bus.on(type, (event) => {
      if (!fits(event)) return;
      stop();
      // After everybody else has heard it.
      setImmediate(() => resolve(event));
    });
  });
}

const say = (projectId: string, text: string): void => {
  expect(app.turns.send({ projectId, text, uploadIds: [], anyway: false })).toMatchObject({ ok: true });
};

/** A project with a clip in its composer, and a message about it on its way. */
async function begun(): Promise<string> {
  const { id } = app.projects.create();
  const there = next('upload', ({ upload }) => upload.projectId === id && upload.state === 'uploaded');
  await app.uploads.add(id, [join(samples, 'city.mp4')]);
  await there;
  const streaming = next('turn', ({ turn }) => turn.projectId === id && turn.state === 'streaming');
  say(id, 'Use my clip and add the title "Neon"');
  await streaming;
  return id;
}

const turnEnded = (projectId: string) => next('turn-ended', ({ turn }) => turn.projectId === projectId);

/** A project with a cut. */
async function edited(): Promise<string> {
  const id = await begun();
  expect((await turnEnded(id)).turn).toMatchObject({ state: 'done', failure: null });
  return id;
}

async function exported(projectId: string, name: string): Promise<string> {
  const ended = next('export-ended', ({ job }) => job.projectId === projectId);
  const begun = await app.exports.begin({ projectId, targetPath: join(folder, name) });
  expect(begun).toEqual({ ok: true, value: 'started' });
  const { job } = await ended;
  expect(job.state).toBe('saved');
  return job.id;
}

it('begins with a project, and connects', async () => {
  if (app.account.connection().state !== 'ready')
    await next('connection', ({ connection }) => connection.state === 'ready');
  expect(app.projects.list()).toHaveLength(1);
});

it('counts an answer that ended unseen as unread, and lets the export go that waited for it', async () => {
  const id = await begun();
  const ended = next('export-ended', ({ job }) => job.projectId === id);
  const request = { projectId: id, targetPath: join(folder, 'waited.mp4'), whileRunning: 'wait' } as const;
  expect(await app.exports.begin(request)).toEqual({ ok: true, value: 'started' });
  expect(app.exports.list().at(-1)?.state).toBe('waiting');
  expect((await ended).job.state).toBe('saved');
  expect(app.projects.get(id)?.unread).toBe(1);
});

it('runs the commands that are for the app itself', async () => {
  const id = await edited();
  const over = next('turn', ({ turn }) => turn.projectId === id && turn.state === 'done');
  say(id, 'status');
  expect((await over).turn.parts[0]).toMatchObject({ kind: 'summary' });
});

it('deletes a project for good with its exports, when it can be brought back no more', async () => {
  const id = await edited();
  const exportId = await exported(id, 'deleted.mp4');
  const gone = next('project-purging');
  app.projects.remove(id);
  expect(app.exports.get(exportId)).not.toBeNull();
  await gone;
  expect(app.exports.list().some(({ projectId }) => projectId === id)).toBe(false);
});

it('lets the window read a file as long as it is needed, and no longer', async () => {
  const read = async (mediaId: string) =>
    (await app.serveMedia(new Request(`rushes://app/media/${mediaId}`, { method: 'HEAD' }))).status;
  const [{ id }, { id: other }] = [app.projects.create(), app.projects.create()];
  await app.uploads.add(id, [join(samples, 'ocean.mp4')]);
  await app.uploads.add(other, [join(samples, 'ocean.mp4')]);
  const mediaId = app.uploads.list(id)[0]?.mediaId ?? '';
  const chosen = await app.batchSelection.add([join(samples, 'sunset.mp4')]);
  const remove = (project: string): void =>
    app.uploads.list(project).forEach((upload) => void app.turns.removeFile(upload.id));
  remove(id);
  expect([await read(mediaId), app.uploads.list(other)[0]?.mediaId]).toEqual([200, mediaId]);
  remove(other);
  expect([await read(mediaId), await read(chosen.files[0]?.mediaId ?? '')]).toEqual([404, 200]);
});

it('looks into a file that is on its way, and loses it with its session', async () => {
  const { id } = app.projects.create();
  const there = next('upload', ({ upload }) => upload.projectId === id && upload.state === 'uploaded');
  await app.uploads.add(id, [join(samples, 'city.mp4')]);
  await there;
  expect(windowsOpened).toBeGreaterThan(0);
  app.bus.emit({ type: 'session-forgotten', projectId: id });
  expect(app.uploads.list(id).map(({ state }) => state)).toEqual(['lost']);
});

it('brings a batch to its end, which is told once for all, and stops one whose project is deleted', async () => {
  const { files } = await app.batchSelection.add([join(samples, 'city.mp4'), join(samples, 'ocean.mp4')]);
  const order = {
    files: app.batchSelection.files(files.map(({ id }) => id)).map((file) => ({ ...file, own: '' })),
    template: 'Trim {name} to two seconds',
    mode: 'each',
    projectId: null,
    exports: null,
  } as const;
  const ended = next('batch-ended');
  app.batches.start(order);
  expect((await ended).summary).toMatchObject({ state: 'done' });

  const { id } = app.projects.create();
  const batchId = app.batches.start({ ...order, mode: 'one', projectId: id });
  app.projects.remove(id);
  expect(app.batches.list().find((batch) => batch.id === batchId)?.state).toBe('stopped');
});

it('says that it is busy while an answer comes, and keeps a deleted project as long', async () => {
  const id = await begun();
  const seen: string[] = [];
  const ended = turnEnded(id).then(() => seen.push('turn-ended'));
  const purged = next('project-purging', ({ projectId }) => projectId === id).then(() => seen.push('purged'));
  expect(app.isBusy()).toBe(true);
  app.projects.remove(id);
  await Promise.all([ended, purged]);
  expect(seen).toEqual(['turn-ended', 'purged']);
});

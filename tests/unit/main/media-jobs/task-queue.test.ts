import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTaskQueue, type TaskQueue } from '../../../../src/main/media-jobs/task-queue.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { createFakePages, type FakePages } from '../../../support/media-worker-page.ts';

const filmstrip = { kind: 'filmstrip', count: 2 } as const;
const compress = { kind: 'compress', width: 2, height: 2, videoBitrate: 1, audioBitrate: 1 } as const;
const noPictures = { frames: [], keyFramesMs: [] };
const waits = { mediaWorkerIdleMs: 1000, mediaWorkerSilentMs: 5000 };

let folder: string;
let clock: FakeClock;
let pages: FakePages;
let tasks: TaskQueue;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 工坊 '));
  clock = createFakeClock();
  pages = createFakePages(() => tasks);
  tasks = createTaskQueue({
    openWindow: pages.open,
    serveSource: async (path) => new Response(`bytes of ${path}`),
    clock,
    timings: waits,
    report: () => undefined,
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = (count: number) => expect.poll(() => pages.all()).toHaveLength(count);

it('opens a page for the first task, hands it over, and believes an answer of the right shape', async () => {
  const done = tasks.run({ task: filmstrip, sourcePath: '/a.mp4' });
  await opened(1);
  const task = await pages.page().next();
  expect(task.task).toEqual(filmstrip);
  expect(await (await pages.page().ask(`source/${task.id}`)).text()).toBe('bytes of /a.mp4');
  await pages.page().end(task, { ok: true, value: noPictures });
  expect(await done).toEqual({ ok: true, value: noPictures });
});

it('does one task after the other in the same page, the most urgent first', async () => {
  const ended: string[] = [];
  const run = (name: string, priority: number) =>
    void tasks.run({ task: filmstrip, sourcePath: name, priority }).then(() => ended.push(name));
  run('first', 0);
  run('later', 0);
  run('urgent', 5);
  await opened(1);
  for (const name of ['first', 'urgent', 'later']) {
    const task = await pages.page().next();
    expect(await (await pages.page().ask(`source/${task.id}`)).text()).toBe(`bytes of ${name}`);
    await pages.page().end(task, { ok: true, value: noPictures });
    await expect.poll(() => ended.at(-1)).toBe(name);
  }
  expect(pages.all()).toHaveLength(1);
});

it('writes pieces at their places, and tells the progress', async () => {
  const shares: number[] = [];
  const resultPath = join(folder, 'result.mp4');
  const done = tasks.run({ task: compress, sourcePath: '/a', resultPath, onProgress: (share) => shares.push(share) });
  await opened(1);
  const page = pages.page();
  const task = await page.next();
  const put = (at: number | string, body: string) => page.ask(`result/${task.id}?at=${at}`, { method: 'PUT', body });
  expect((await put(5, 'world')).status).toBe(204);
  expect((await put(0, 'hello')).status).toBe(204);
  expect((await put(-1, 'x')).status).toBe(400);
  expect((await put('x', 'x')).status).toBe(400);
  for (const share of ['0.5', '7', 'nonsense']) await page.ask(`progress/${task.id}`, { method: 'POST', body: share });
  await page.end(task, { ok: true, value: {} });
  expect(await done).toEqual({ ok: true, value: {} });
  expect(readFileSync(resultPath, 'utf8')).toBe('helloworld');
  expect(shares).toEqual([0.5, 1, 0]);
});

it.each([
  ['an answer of another shape', { ok: true, value: { frames: 'all' } } as const, 'media-job-failed'],
  ['nonsense', 'nonsense' as never, 'media-job-failed'],
  ['what the page says it cannot do', { ok: false, code: 'cannot-decode', reason: '' } as const, 'cannot-decode'],
])('fails on %s', async (_name, outcome, code) => {
  const done = tasks.run({ task: filmstrip, sourcePath: '/a' });
  await opened(1);
  await pages.page().end(await pages.page().next(), outcome);
  expect(await done).toEqual({ ok: false, error: { code } });
});

it('fails the task of a page that crashes, and gives the next one a new page', async () => {
  const first = tasks.run({ task: filmstrip, sourcePath: '/a' });
  const second = tasks.run({ task: filmstrip, sourcePath: '/b' });
  await opened(1);
  await pages.page().next();
  pages.page().crash();
  expect(await first).toEqual({ ok: false, error: { code: 'media-job-failed' } });
  await opened(2);
  await pages.page().end(await pages.page().next(), { ok: true, value: noPictures });
  expect((await second).ok).toBe(true);
});

it('cancels by closing the page, and never begins what was cancelled before', async () => {
  const [running, waiting] = [new AbortController(), new AbortController()];
  const first = tasks.run({ task: filmstrip, sourcePath: '/a', signal: running.signal });
  const second = tasks.run({ task: filmstrip, sourcePath: '/b', signal: waiting.signal });
  await opened(1);
  await pages.page().next();
  waiting.abort();
  running.abort();
  const cancelled = { ok: false, error: { code: 'cancelled' } };
  expect([await first, await second]).toEqual([cancelled, cancelled]);
  expect(pages.all().map((page) => page.isClosed())).toEqual([true]);
});

it('gives up a page that says nothing, but not one that does', async () => {
  const done = tasks.run({ task: filmstrip, sourcePath: '/a' });
  await opened(1);
  const task = await pages.page().next();
  await clock.advance(4000);
  await pages.page().ask(`progress/${task.id}`, { method: 'POST', body: '0.1' });
  await clock.advance(4000);
  expect(pages.page().isClosed()).toBe(false);
  await clock.advance(1000);
  expect(await done).toEqual({ ok: false, error: { code: 'media-job-failed' } });
  expect(pages.page().isClosed()).toBe(true);
});

it('closes a page that had nothing to do for a while', async () => {
  const work = async (): Promise<void> => {
    const done = tasks.run({ task: filmstrip, sourcePath: '/a' });
    await expect.poll(() => pages.all().length).toBeGreaterThan(0);
    await pages.page().end(await pages.page().next(), { ok: true, value: noPictures });
    await done;
  };
  await work();
  await clock.advance(900);
  await work();
  await clock.advance(900);
  expect(pages.page().isClosed()).toBe(false);
  await clock.advance(100);
  expect(pages.page().isClosed()).toBe(true);
  expect(pages.all()).toHaveLength(1);
});

it('knows its own pages only, and of each only the present task', async () => {
  const done = tasks.run({ task: filmstrip, sourcePath: '/a' });
  await opened(1);
  const page = pages.page();
  const task = await page.next();
  expect(
    tasks.serve('somebody else', ['next'], new Request('rushes://media-worker/x/next', { method: 'POST' })),
  ).toBeNull();
  expect((await page.ask('source/another')).status).toBe(410);
  expect((await page.ask(`source/${task.id}`, { method: 'DELETE' })).status).toBe(404);
  expect((await page.ask(`result/${task.id}?at=0`, { method: 'PUT', body: 'x' })).status).toBe(400);
  await page.end(task, { ok: true, value: noPictures });
  await done;
  expect((await page.ask(`source/${task.id}`)).status).toBe(410);
});

it('takes nothing more once it is closed', async () => {
  const running = tasks.run({ task: filmstrip, sourcePath: '/a' });
  await opened(1);
  tasks.close();
  expect(await running).toMatchObject({ ok: false });
  expect(await tasks.run({ task: filmstrip, sourcePath: '/b' })).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(pages.all().map((page) => page.isClosed())).toEqual([true]);
});

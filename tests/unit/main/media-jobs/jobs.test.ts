import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createJobs, type Jobs } from '../../../../src/main/media-jobs/jobs.ts';
import type { Made, WorkRun } from '../../../../src/main/media-jobs/work.ts';
import { type Failure, notFound } from '../../../../src/shared/domain/failure.ts';
import { unknownMediaInfo } from '../../../../src/shared/domain/media-info.ts';
import type { MediaJob } from '../../../../src/shared/domain/media-job.ts';
import { done, ok, type Result } from '../../../../src/shared/result.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const order = { kind: 'convert' } as const;

let folder: string;
let source: string;
let told: MediaJob[];
let uploaded: (readonly [string, string])[];
/** What the work is given, and how it ends. */
let run: WorkRun | null;
let finish: (result: Result<Made, Failure>) => void;
let jobs: Jobs;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 工坊 '));
  source = join(folder, 'clip.webm');
  writeFileSync(source, 'film');
  told = [];
  uploaded = [];
  run = null;
  jobs = createJobs({
    work: {
      run: (_order, given) => {
        run = given;
        return new Promise((resolve) => {
          finish = resolve;
          given.signal.addEventListener('abort', () => resolve({ ok: false, error: { code: 'cancelled' } }));
        });
      },
    },
    info: {
      probe: async () => ({ ok: true, value: { ...unknownMediaInfo, durationMs: 2000, width: 64, height: 36 } }),
    },
    dir: join(folder, 'workshop'),
    fileOf: (id) => (id === 'known' ? source : null),
    mediaIdOf: (path) => `media of ${path}`,
    upload: async (projectId, path) => void uploaded.push([projectId, path]),
    clock: createFakeClock(5000),
    emit: (job) => told.push(job),
    report: () => undefined,
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const left = () => readdir(join(folder, 'workshop')).catch(() => []);
const states = () => told.map(({ state }) => state);

/** Begins a job and waits until its work is under way. */
async function begin(): Promise<{ readonly job: MediaJob; readonly run: WorkRun }> {
  const started = await jobs.start('p', 'known', order);
  if (!started.ok) throw new Error(started.error.code);
  await expect.poll(() => run).not.toBeNull();
  if (run === null) throw new Error('There is no work');
  run.onBegin();
  return { job: started.value, run };
}

/** The work writes its file and is done. */
async function make(given: WorkRun): Promise<string> {
  const path = await given.place('clip.mp4');
  await writeFile(path, 'smaller');
  finish({ ok: true, value: { path, startMs: null } });
  return path;
}

it('a job ends with a result that waits for the user, and goes to the uploads when they say so', async () => {
  const { job, run: given } = await begin();
  given.onProgress(0.5);
  const path = await make(given);
  await expect.poll(() => jobs.list()[0]?.state).toBe('ready');
  expect(states()).toEqual(['queued', 'running', 'running', 'ready']);
  expect(told.at(-1)).toMatchObject({
    name: 'clip.mp4',
    source: { name: 'clip.webm', bytes: 4 },
    result: { mediaId: `media of ${path}`, bytes: 7, durationMs: 2000, width: 64, height: 36, startMs: null },
  });
  expect(await jobs.use(job.id)).toEqual(done);
  expect(uploaded).toEqual([['p', path]]);
  expect([states().at(-1), jobs.list()]).toEqual(['used', []]);
  expect(await jobs.use(job.id)).toEqual(notFound);
  expect(await left()).toEqual([job.id]);
});

it('a result can be handed over once, and is not sent then', async () => {
  const { job, run: given } = await begin();
  expect(jobs.take(job.id)).toEqual(notFound);
  const path = await make(given);
  await expect.poll(() => jobs.list()[0]?.state).toBe('ready');
  expect([jobs.take(job.id), jobs.take(job.id)]).toEqual([ok(path), notFound]);
  expect([states().at(-1), uploaded, await left()]).toEqual(['used', [], [job.id]]);
});

it('a refused result is gone', async () => {
  const { job, run: given } = await begin();
  await make(given);
  await expect.poll(() => jobs.list()[0]?.state).toBe('ready');
  expect(jobs.discard(job.id)).toEqual(done);
  await expect.poll(() => left()).toEqual([]);
  expect(states().at(-1)).toBe('discarded');
});

it('work that is broken off leaves nothing and says nothing more', async () => {
  const { job, run: given } = await begin();
  await writeFile(await given.place('clip.mp4'), 'half');
  expect(jobs.discard(job.id)).toEqual(done);
  await expect.poll(() => left()).toEqual([]);
  given.onProgress(0.9);
  expect(states()).toEqual(['queued', 'running', 'discarded']);
  expect(jobs.discard(job.id)).toEqual(notFound);
});

it('a result that comes just after the work was broken off is gone, too', async () => {
  const { job, run: given } = await begin();
  await make(given);
  expect(jobs.discard(job.id)).toEqual(done);
  await expect.poll(() => left()).toEqual([]);
  expect(states()).toEqual(['queued', 'running', 'discarded']);
  expect(jobs.take(job.id)).toEqual(notFound);
});

it('a failure is told, and leaves nothing', async () => {
  const { run: given } = await begin();
  await writeFile(await given.place('clip.mp4'), 'half');
  finish({ ok: false, error: { code: 'cannot-decode' } });
  await expect.poll(() => left()).toEqual([]);
  expect(told.at(-1)).toMatchObject({ state: 'failed', failure: { code: 'cannot-decode' } });
});

it('refuses what is no file', async () => {
  expect(await jobs.start('p', 'strange', order)).toEqual({ ok: false, error: { code: 'not-found' } });
  rmSync(source);
  expect(await jobs.start('p', 'known', order)).toMatchObject({ ok: false, error: { code: 'file-unreadable' } });
  expect(told).toEqual([]);
});

it('a start clears what an earlier run has left, but what is still wanted', async () => {
  const [kept, gone] = [join(folder, 'workshop', 'a', 'kept.mp4'), join(folder, 'workshop', 'b', 'gone.mp4')];
  for (const path of [kept, gone]) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, '');
  }
  await jobs.clean([kept, '/elsewhere/c/d.mp4']);
  expect(await left()).toEqual(['a']);
});

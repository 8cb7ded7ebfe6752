import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TaskQueue } from '../../../../src/main/media-jobs/task-queue.ts';
import { createWork, type Work } from '../../../../src/main/media-jobs/work.ts';
import { type MediaInfo, unknownMediaInfo } from '../../../../src/shared/domain/media-info.ts';
import type { MediaTask } from '../../../../src/shared/media-worker-protocol.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';

const film: MediaInfo = {
  ...unknownMediaInfo,
  kind: 'video',
  durationMs: 600_000,
  width: 1920,
  height: 1080,
  fps: 30,
  hasVideo: true,
  canDecodeVideo: true,
  videoTracks: 1,
};
const song: MediaInfo = {
  ...unknownMediaInfo,
  kind: 'audio',
  durationMs: 600_000,
  hasAudio: true,
  canDecodeAudio: true,
  audioTracks: 1,
};
const target = 490 * 1024 * 1024;

let folder: string;
let clock: FakeClock;
let work: Work;
let tasks: MediaTask[];
/** How long each encoding takes, and how large its result is. */
let tookMs: number;
let sizes: number[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 工坊 '));
  clock = createFakeClock();
  tasks = [];
  sizes = [];
  const run = async ({ task, resultPath, onBegin }: Parameters<TaskQueue['run']>[0]) => {
    tasks.push(task);
    onBegin?.();
    await clock.advance(tookMs);
    writeFileSync(resultPath ?? '', Buffer.alloc(sizes.shift() ?? 1));
    return { ok: true, value: {} };
  };
  work = createWork({
    tasks: { run: run as unknown as TaskQueue['run'] },
    copyCut: () => Promise.reject(new Error()),
    clock,
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const compress = (info: MediaInfo, targetBytes: number) =>
  work.run(
    { kind: 'compress', targetBytes },
    {
      sourcePath: '/films/a.mov',
      info,
      place: async (name) => join(folder, name),
      onBegin: () => undefined,
      onProgress: () => undefined,
      signal: new AbortController().signal,
    },
  );

function estimatedMs(info: MediaInfo): number {
  const plan = work.estimate(info, target);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value.estimatedMs;
}

it('learns of pictures what pictures show, and nothing of sound', async () => {
  const fresh = estimatedMs(film);
  tookMs = 60_000;
  await compress(song, 4_000_000);
  expect(estimatedMs(film)).toBe(fresh);
  await compress(film, target);
  expect(Math.round(estimatedMs(film))).toBe(60_000);
});

it('learns the time of one encoding, however many it takes', async () => {
  tookMs = 60_000;
  sizes = [2_000_000, 1_600_000, 1_000_000];
  const small: MediaInfo = { ...film, durationMs: 10_000 };
  expect(await compress(small, 1_400_000)).toMatchObject({ ok: true });
  const plan = work.estimate(small, 1_400_000);
  expect(plan.ok && Math.round(plan.value.estimatedMs)).toBe(60_000);
});

it.each([0, 0.001, 1e12])('never expects miracles of an encoding that took %d ms', async (took) => {
  const fresh = estimatedMs(film);
  tookMs = took;
  for (let count = 0; count < 5; count += 1) await compress(film, target);
  expect(estimatedMs(film)).toBeGreaterThanOrEqual(fresh / 101);
  expect(estimatedMs(film)).toBeLessThanOrEqual(fresh * 101);
});

it('takes from the sound where there is nothing else to take from', async () => {
  sizes = [4_000_001, 3_900_000];
  expect(await compress(song, 4_000_000)).toMatchObject({ ok: true, value: { path: join(folder, 'a.m4a') } });
  const rates = tasks.map((task) => (task.kind === 'compress' ? [task.videoBitrate, task.audioBitrate] : []));
  expect(rates).toEqual([
    [0, 48_000],
    [0, 46_559],
  ]);
});

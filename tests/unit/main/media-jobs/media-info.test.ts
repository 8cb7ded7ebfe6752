import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMediaInfo, type MediaInfoReader } from '../../../../src/main/media-jobs/media-info.ts';
import type { QueuedTask } from '../../../../src/main/media-jobs/task-queue.ts';
import { type MediaInfo, unknownMediaInfo } from '../../../../src/shared/domain/media-info.ts';
import type { MediaTask } from '../../../../src/shared/media-worker-protocol.ts';

const { thumbnail: _thumbnail, peaks: _peaks, ...unknown } = unknownMediaInfo;
const video = { ...unknown, kind: 'video', hasVideo: true, canDecodeVideo: true } as const;
const sound = { ...unknown, kind: 'audio', hasAudio: true, canDecodeAudio: true } as const;

let folder: string;
let path: string;
let asked: string[];
let answers: Partial<Record<MediaTask['kind'], unknown>>;
/** How many pages die before one answers. */
let deaths: number;
let told: MediaInfo[];
let info: MediaInfoReader;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 工坊 '));
  path = join(folder, 'clip.mp4');
  writeFileSync(path, 'film');
  asked = [];
  deaths = 0;
  answers = { probe: { ok: true, value: video }, thumbnail: { ok: true, value: { image: 'picture' } } };
  told = [];
  const kept = new Map<string, MediaInfo>();
  info = createMediaInfo({
    store: { get: (key) => kept.get(key) ?? null, save: (key, known) => void kept.set(key, known) },
    tasks: {
      run: async <K extends MediaTask['kind']>({ task }: QueuedTask<K>) => {
        asked.push(task.kind);
        if (deaths-- > 0) return { ok: false, error: { code: 'media-job-failed' } } as never;
        return answers[task.kind] as never;
      },
    },
    emit: (_mediaId, known) => told.push(known),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

it('tells what a file holds, and then its picture', async () => {
  await info.look('m', path);
  expect(told).toEqual([
    { ...unknownMediaInfo, ...video },
    { ...unknownMediaInfo, ...video, thumbnail: 'picture' },
  ]);
});

it('asks nothing of a file that it knows, until that changes', async () => {
  await info.look('m', path);
  await info.look('m', path);
  expect(asked).toEqual(['probe', 'thumbnail']);
  expect(told.at(-1)?.thumbnail).toBe('picture');
  writeFileSync(path, 'another film');
  await info.look('m', path);
  expect(asked).toEqual(['probe', 'thumbnail', 'probe', 'thumbnail']);
});

it('listens to sound, but not to that of a film', async () => {
  answers = { probe: { ok: true, value: sound }, waveform: { ok: true, value: { peaks: [1] } } };
  await info.look('m', path);
  expect(asked).toEqual(['probe', 'waveform']);
  expect(told.at(-1)?.peaks).toEqual([1]);
});

it('remembers that a file cannot be decoded, but not that a page died', async () => {
  answers = { probe: { ok: false, error: { code: 'media-job-failed' } } };
  expect(await info.probe(path)).toEqual({ ok: false, error: { code: 'media-job-failed' } });
  answers = { probe: { ok: false, error: { code: 'cannot-decode' } } };
  expect(await info.probe(path)).toEqual({ ok: true, value: unknownMediaInfo });
  answers = {};
  expect(await info.probe(path)).toEqual({ ok: true, value: unknownMediaInfo });
});

it('looks once more where a page died', async () => {
  deaths = 1;
  await info.look('m', path);
  expect(asked).toEqual(['probe', 'probe', 'thumbnail']);
  expect(told[0]).toEqual({ ...unknownMediaInfo, ...video });
});

it('tells that nobody can look into what two pages died of, until it is looked at again', async () => {
  deaths = 2;
  await info.look('m', path);
  expect([asked, told]).toEqual([['probe', 'probe'], [unknownMediaInfo]]);
  await info.look('m', path);
  expect(told.at(-1)).toEqual({ ...unknownMediaInfo, ...video, thumbnail: 'picture' });
});

it('says of a file that is gone that it cannot be read', async () => {
  rmSync(path);
  expect(await info.probe(path)).toEqual({ ok: false, error: { code: 'file-unreadable' } });
  await info.look('m', path);
  expect([asked, told]).toEqual([[], []]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFacts, type Facts } from '../../../src/main/media-jobs/media-info.ts';
import type { LaneWork } from '../../../src/main/media-jobs/lane.ts';
import { type FileFacts, unknownFacts } from '../../../src/shared/domain/media-info.ts';
import type { WorkshopTask } from '../../../src/shared/media-worker-protocol.ts';

const { thumbnail: _thumbnail, peaks: _peaks, ...unknown } = unknownFacts;
const video = { ...unknown, kind: 'video', hasVideo: true, canDecodeVideo: true } as const;
const sound = { ...unknown, kind: 'audio', hasAudio: true, canDecodeAudio: true } as const;

let folder: string;
let path: string;
let asked: string[];
let answers: Partial<Record<WorkshopTask['kind'], unknown>>;
/** How many pages die before one answers. */
let deaths: number;
let told: FileFacts[];
let facts: Facts;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 工坊 '));
  path = join(folder, 'clip.mp4');
  writeFileSync(path, 'film');
  asked = [];
  deaths = 0;
  answers = { probe: { ok: true, value: video }, thumbnail: { ok: true, value: { image: 'picture' } } };
  told = [];
  const kept = new Map<string, FileFacts>();
  facts = createFacts({
    store: { get: (key) => kept.get(key) ?? null, save: (key, known) => void kept.set(key, known) },
    lane: {
      run: async <K extends WorkshopTask['kind']>({ task }: LaneWork<K>) => {
        asked.push(task.kind);
        if (deaths-- > 0) return { ok: false, error: { code: 'workshop-failed' } } as never;
        return answers[task.kind] as never;
      },
    },
    emit: (_mediaId, known) => told.push(known),
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

it('tells what a file holds, and then its picture', async () => {
  await facts.look('m', path);
  expect(told).toEqual([
    { ...unknownFacts, ...video },
    { ...unknownFacts, ...video, thumbnail: 'picture' },
  ]);
});

it('asks nothing of a file that it knows, until that changes', async () => {
  await facts.look('m', path);
  await facts.look('m', path);
  expect(asked).toEqual(['probe', 'thumbnail']);
  expect(told.at(-1)?.thumbnail).toBe('picture');
  writeFileSync(path, 'another film');
  await facts.look('m', path);
  expect(asked).toEqual(['probe', 'thumbnail', 'probe', 'thumbnail']);
});

it('listens to sound, but not to that of a film', async () => {
  answers = { probe: { ok: true, value: sound }, waveform: { ok: true, value: { peaks: [1] } } };
  await facts.look('m', path);
  expect(asked).toEqual(['probe', 'waveform']);
  expect(told.at(-1)?.peaks).toEqual([1]);
});

it('remembers that a file cannot be decoded, but not that a page died', async () => {
  answers = { probe: { ok: false, error: { code: 'workshop-failed' } } };
  expect(await facts.probe(path)).toEqual({ ok: false, error: { code: 'workshop-failed' } });
  answers = { probe: { ok: false, error: { code: 'cannot-decode' } } };
  expect(await facts.probe(path)).toEqual({ ok: true, value: unknownFacts });
  answers = {};
  expect(await facts.probe(path)).toEqual({ ok: true, value: unknownFacts });
});

it('looks once more where a page died', async () => {
  deaths = 1;
  await facts.look('m', path);
  expect(asked).toEqual(['probe', 'probe', 'thumbnail']);
  expect(told[0]).toEqual({ ...unknownFacts, ...video });
});

it('tells that nobody can look into what two pages died of, until it is looked at again', async () => {
  deaths = 2;
  await facts.look('m', path);
  expect([asked, told]).toEqual([['probe', 'probe'], [unknownFacts]]);
  await facts.look('m', path);
  expect(told.at(-1)).toEqual({ ...unknownFacts, ...video, thumbnail: 'picture' });
});

it('says of a file that is gone that it cannot be read', async () => {
  rmSync(path);
  expect(await facts.probe(path)).toEqual({ ok: false, error: { code: 'file-unreadable' } });
  await facts.look('m', path);
  expect([asked, told]).toEqual([[], []]);
});

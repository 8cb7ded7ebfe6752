import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { probe } from '../../../../src/main/media/probe.ts';
import { createCutCopy } from '../../../../src/main/media-jobs/cut-copy.ts';

const root = join(import.meta.dirname, '../../../..');
const film = join(root, 'resources/samples/ocean.mp4');
const song = join(root, 'resources/samples/music.m4a');
const copyCut = createCutCopy(join(root, 'src/main/media-jobs/cut-thread.ts'), (error) => expect.fail(String(error)));

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rushes 工坊 '))));
afterEach(() => rmSync(folder, { recursive: true }));

const cutOut = (sourcePath: string, signal = new AbortController().signal) =>
  copyCut({
    sourcePath,
    resultPath: join(folder, 'part.mp4'),
    cut: { inMs: 5300, outMs: 8000 },
    onProgress: () => undefined,
    signal,
  });

it('cuts a film from the key frame before the in point to the out point', async () => {
  const start = await cutOut(film);
  if (!start.ok) throw new Error(start.error.code);
  expect(start.value).toBeLessThanOrEqual(5300);
  const part = await probe(join(folder, 'part.mp4'));
  expect(part).toMatchObject({ ok: true, value: { hasVideo: true, hasAudio: true } });
  expect(part.ok && Math.abs(part.value.durationMs - (8000 - start.value))).toBeLessThan(60);
});

it('cuts sound where it is told to', async () => {
  expect(await cutOut(song)).toEqual({ ok: true, value: 5300 });
  const part = await probe(join(folder, 'part.mp4'));
  expect(part.ok && Math.abs(part.value.durationMs - 2700)).toBeLessThan(60);
});

it('says what it cannot cut', async () => {
  const words = join(folder, 'words.mp4');
  writeFileSync(words, 'These are words, and no film at all.');
  expect(await cutOut(words)).toEqual({ ok: false, error: { code: 'cannot-decode' } });
});

it('fails on a file that is gone, and stops when it is told to', async () => {
  expect(await cutOut(join(folder, 'gone.mp4'))).toEqual({ ok: false, error: { code: 'media-job-failed' } });
  const stop = new AbortController();
  stop.abort();
  expect(await cutOut(film, stop.signal)).toEqual({ ok: false, error: { code: 'cancelled' } });
});

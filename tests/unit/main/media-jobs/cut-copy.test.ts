import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCutCopy } from '../../../../src/main/media-jobs/cut-copy.ts';
import type { CutCopy } from '../../../../src/main/media-jobs/work.ts';

/** A thread that does what its source's name says; one that works on does not end by itself. */
const obedient = `
  import { parentPort, workerData } from 'node:worker_threads';
  const { sourcePath } = workerData;
  parentPort.on('message', () => undefined);
  if (sourcePath === 'dies') process.exit();
  if (sourcePath === 'throws') throw new Error('An accident');
  if (sourcePath === 'fails') parentPort.postMessage({ kind: 'failed', code: 'disk-full' });
  parentPort.postMessage({ kind: 'progress', share: 0.5 });
  if (sourcePath === 'works') parentPort.postMessage({ kind: 'done', startMs: 7 });
`;

let folder: string;
let copyCut: CutCopy;
let shares: number[];
let reported: unknown[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 工坊 '));
  const script = join(folder, 'thread.mjs');
  writeFileSync(script, obedient);
  copyCut = createCutCopy(script, (error) => void reported.push(error));
  [shares, reported] = [[], []];
});
afterEach(() => rmSync(folder, { recursive: true }));

const order = (sourcePath: string, signal = new AbortController().signal) =>
  copyCut({
    sourcePath,
    resultPath: '',
    cut: { inMs: 0, outMs: 1 },
    onProgress: (share) => shares.push(share),
    signal,
  });

it('tells how far it is and where the part begins, and the thread is gone then', async () => {
  expect(await order('works')).toEqual({ ok: true, value: 7 });
  expect(shares).toEqual([0.5]);
});

it.each([
  ['fails', 'disk-full', []],
  ['throws', 'media-job-failed', ['An accident']],
  ['dies', 'media-job-failed', ['undefined']],
])('says what a thread that %s means, and reports its death', async (source, code, causes) => {
  expect(await order(source)).toEqual({ ok: false, error: { code } });
  const causeOf = (error: unknown): string => String((error as { cause?: Error }).cause?.message);
  expect(reported.map(causeOf)).toEqual(causes);
});

it('breaks off at once, before and while a thread works', async () => {
  const stop = new AbortController();
  const broken = order('goes on', stop.signal);
  stop.abort();
  expect(await broken).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await order('works', stop.signal)).toEqual({ ok: false, error: { code: 'cancelled' } });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCutCopy } from '../../../src/main/media-jobs/cut-copy.ts';
import type { CutCopy } from '../../../src/main/media-jobs/work.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

/** Answers each order with the number of its thread, where it does what its source's name says. */
const numbered = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ sourcePath }) => {
    if (sourcePath === 'dies') process.exit();
    if (sourcePath === 'throws') throw new Error('An accident');
    if (sourcePath === 'fails') parentPort.postMessage({ kind: 'failed', code: 'disk-full' });
    if (sourcePath === 'works') parentPort.postMessage({ kind: 'done', startMs: threadId });
  });
`;

let folder: string;
let clock: FakeClock;
let copyCut: CutCopy;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 工坊 '));
  const script = join(folder, 'thread.mjs');
  writeFileSync(script, numbered);
  clock = createFakeClock();
  copyCut = createCutCopy({ script, clock, idleMs: 1000 });
});
afterEach(() => rmSync(folder, { recursive: true }));

const order = (sourcePath: string, signal = new AbortController().signal) =>
  copyCut({ sourcePath, resultPath: '', cut: { inMs: 0, outMs: 1 }, onProgress: () => undefined, signal });

/** Number of the thread that does it. */
async function threadOf(cut: ReturnType<typeof order>): Promise<number> {
  const result = await cut;
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

it('takes the thread of the cut before, for a while', async () => {
  const first = await threadOf(order('works'));
  await clock.advance(900);
  expect(await threadOf(order('works'))).toBe(first);
  await clock.advance(900);
  expect(await threadOf(order('works'))).toBe(first);
  await clock.advance(1000);
  expect(await threadOf(order('works'))).not.toBe(first);
});

it('gives two cuts at once a thread each, and keeps one', async () => {
  const [one, other] = await Promise.all([threadOf(order('works')), threadOf(order('works'))]);
  expect(one).not.toBe(other);
  expect(clock.waiting()).toBe(1);
  expect([one, other]).toContain(await threadOf(order('works')));
});

it.each([
  ['fails', 'disk-full'],
  ['throws', 'media-job-failed'],
  ['dies', 'media-job-failed'],
])('takes no thread again that %s', async (source, code) => {
  const first = await threadOf(order('works'));
  expect(await order(source)).toEqual({ ok: false, error: { code } });
  expect(await threadOf(order('works'))).not.toBe(first);
});

it('takes no thread again whose work was broken off', async () => {
  const first = await threadOf(order('works'));
  const stop = new AbortController();
  const broken = order('waits', stop.signal);
  stop.abort();
  expect(await broken).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(await threadOf(order('works'))).not.toBe(first);
});

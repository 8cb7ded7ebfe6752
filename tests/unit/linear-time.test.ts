import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { LinearJob, LinearNews } from '../support/linear-worker.ts';

/** One try that is linear takes some ms for a quarter of a megabyte, 30 at the most; one that is not takes a minute. */
const mostMs = 6_000;
/** Until all of `src` is read. */
const beginsMs = 60_000;

/** `stuck`: what did not come to its end; null where all did. */
type Outcome = { readonly stuck: string | null; readonly tried: number };

/** Runs the job where it can be ended. */
function run(job: LinearJob): Promise<Outcome> {
  const worker = new Worker(new URL('../support/linear-worker.ts', import.meta.url), { workerData: job });
  return new Promise<Outcome>((resolve, reject) => {
    let timer = setTimeout(reject, beginsMs);
    let tried = 0;
    worker.on('error', reject);
    worker.on('message', (news: LinearNews) => {
      clearTimeout(timer);
      if (news.kind === 'done') resolve({ stuck: null, tried });
      else timer = setTimeout(() => resolve({ stuck: news.what, tried }), mostMs);
      tried += 1;
    });
  }).finally(() => worker.terminate());
}

test.concurrent(
  'no pattern takes more than linear time for a quarter of a megabyte of its worst',
  { timeout: 600_000 },
  async () => {
    const { stuck, tried } = await run('patterns');
    expect(stuck).toBeNull();
    expect(tried).toBeGreaterThan(500);
  },
);

test.concurrent('no reader of foreign text takes more than linear time', { timeout: 600_000 }, async () => {
  const { stuck, tried } = await run('readers');
  expect(stuck).toBeNull();
  expect(tried).toBeGreaterThan(200);
});

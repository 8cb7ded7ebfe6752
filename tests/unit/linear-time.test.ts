import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { LinearJob, LinearNews } from '../support/linear-worker.ts';

/** One try that is linear takes some ms for 1 MB; one that is not takes minutes. */
const mostMs = 30_000;

/** Runs the job where it can be ended. The answer: how much was tried, or what never came to its end. */
function run(job: LinearJob): Promise<number | string> {
  const worker = new Worker(new URL('../support/linear-worker.ts', import.meta.url), { workerData: job });
  return new Promise<number | string>((resolve, reject) => {
    let timer = setTimeout(reject, mostMs);
    worker.on('error', reject);
    worker.on('message', (news: LinearNews) => {
      clearTimeout(timer);
      if (news.kind === 'done') resolve(news.count);
      else timer = setTimeout(() => resolve(news.what), mostMs);
    });
  }).finally(() => worker.terminate());
}

test.concurrent('no pattern takes more than linear time for 1 MB of what is worst for it', { timeout: 600_000 }, async () => {
  expect(await run('patterns')).toBeGreaterThan(100);
});

test.concurrent('nothing that reads what strangers send takes more than linear time for 1 MB', { timeout: 600_000 }, async () => {
  expect(await run('readers')).toBeGreaterThan(10);
});

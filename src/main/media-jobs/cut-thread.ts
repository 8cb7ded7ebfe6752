import { parentPort, workerData } from 'node:worker_threads';
import { throttledProgress } from '../../shared/throttled-progress.ts';
import type { CutMessage, CutOrder } from './cut.ts';
import { cutMp4 } from './mp4/cut-mp4.ts';
import { cutWav } from './cut-wav.ts';

const tell = (message: CutMessage): void => parentPort?.postMessage(message);

// What it is to do is all that it is told; it ends with its answer.
cutOut(workerData as CutOrder).then(tell, (error: unknown) =>
  tell({ kind: 'failed', code: isDiskFull(error) ? 'disk-full' : 'media-job-failed' }),
);

/** The quick way for the common kinds of file; packet by packet, by a library that is loaded only then, for all others. */
async function cutOut(order: CutOrder): Promise<CutMessage> {
  const onProgress = throttledProgress(
    (share) => tell({ kind: 'progress', share }),
    () => performance.now(),
  );
  const startMs = cutMp4(order, onProgress) ?? cutWav(order, onProgress);
  if (startMs !== null) return { kind: 'done', startMs };
  const { copyCut } = await import('./cut.ts');
  return copyCut(order, onProgress);
}

function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

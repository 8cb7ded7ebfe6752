import { parentPort } from 'node:worker_threads';
import type { Cut } from '../../shared/domain/cut.ts';
import { pacedProgress } from '../../shared/paced-progress.ts';
import { cutMp4 } from './mp4/cut-mp4.ts';

export type CutOrder = { readonly sourcePath: string; readonly resultPath: string; readonly cut: Cut };

export type CutMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly startMs: number }
  | { readonly kind: 'failed'; readonly code: 'cannot-decode' | 'disk-full' | 'workshop-failed' };

const tell = (message: CutMessage): void => parentPort?.postMessage(message);

parentPort?.on('message', (order: CutOrder) => {
  cutOut(order).then(tell, (error: unknown) =>
    tell({ kind: 'failed', code: isDiskFull(error) ? 'disk-full' : 'workshop-failed' }),
  );
});

/** The quick way for the common kind of file; packet by packet, by a library that is loaded only then, for all others. */
async function cutOut(order: CutOrder): Promise<CutMessage> {
  const onProgress = pacedProgress(
    (share) => tell({ kind: 'progress', share }),
    () => performance.now(),
  );
  const startMs = cutMp4(order, onProgress);
  if (startMs !== null) return { kind: 'done', startMs };
  const { copyCut } = await import('./cut.ts');
  return copyCut(order, onProgress);
}

function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

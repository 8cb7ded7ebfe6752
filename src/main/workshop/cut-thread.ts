import { parentPort, workerData } from 'node:worker_threads';
import type { Cut } from '../../shared/domain/cut.ts';
import { copyCut } from './cut.ts';

export type CutOrder = { readonly sourcePath: string; readonly resultPath: string; readonly cut: Cut };

export type CutMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly startMs: number }
  | { readonly kind: 'failed'; readonly code: 'cannot-decode' | 'disk-full' | 'workshop-failed' };

const tell = (message: CutMessage): void => parentPort?.postMessage(message);

copyCut(workerData as CutOrder, (share) => tell({ kind: 'progress', share })).then(tell, (error: unknown) =>
  tell({ kind: 'failed', code: isDiskFull(error) ? 'disk-full' : 'workshop-failed' }),
);

function isDiskFull(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

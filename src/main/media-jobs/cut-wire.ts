import type { Cut } from '../../shared/domain/cut.ts';

/** What the thread that cuts is told, and what it tells. Paths are absolute. */
export type CutOrder = { readonly sourcePath: string; readonly resultPath: string; readonly cut: Cut };

export type CutMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly startMs: number }
  | { readonly kind: 'failed'; readonly code: 'cannot-decode' | 'disk-full' | 'media-job-failed' };

import type { Result } from '../../shared/result.ts';
import type { Route } from './dispatcher.ts';
import type { CloudError } from './errors.ts';
import type { FailureFacts } from './failures.ts';

/** What the thread is started with. */
export type FileThreadData = { readonly route: Route; readonly connectMs: number };

/** A GET, by its number among all of the thread. */
export type FileQuestion = {
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Longest silence before and within the answer, in ms; 0 for none. */
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
};

/** What the thread that fetches files is told. A body is either read, a piece for each asking, or copied; or it is dropped. */
export type FileOrder =
  | { readonly kind: 'ask'; readonly id: number; readonly question: FileQuestion }
  | { readonly kind: 'read'; readonly id: number }
  | {
      readonly kind: 'copy';
      readonly id: number;
      readonly fd: number;
      readonly offset: number;
      readonly bytes: number | null;
    }
  | { readonly kind: 'drop'; readonly id: number };

/** By their lower-case names. */
export type FileHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What it tells. */
export type FileNews =
  | { readonly kind: 'head'; readonly id: number; readonly statusCode: number; readonly headers: FileHeaders }
  /** Null: that was all. */
  | { readonly kind: 'piece'; readonly id: number; readonly piece: Uint8Array | null }
  | { readonly kind: 'progress'; readonly id: number; readonly received: number; readonly written: number }
  | { readonly kind: 'copied'; readonly id: number; readonly result: Result<number, CloudError> }
  | { readonly kind: 'broken'; readonly id: number; readonly facts: FailureFacts };

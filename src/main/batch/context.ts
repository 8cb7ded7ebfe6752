import type { BatchItemRecord } from '../storage/stores.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { BatchJournal } from './batch-journal.ts';

/** What a batch does to the other rooms. */
export type BatchRooms = {
  readonly projects: {
    readonly get: (id: string) => Project | null;
    readonly create: (given: { readonly id: string; readonly name: string }) => void;
  };
  readonly uploads: {
    readonly get: (id: string) => Upload | null;
    /** Checks a file and begins to send it under this id, as one that goes with this turn. */
    readonly take: (
      projectId: string,
      path: string,
      as: { readonly id: string; readonly turnId: string },
    ) => Promise<Result<null, Failure>>;
    readonly retry: (id: string) => Result<null, Failure>;
    readonly remove: (id: string) => Result<null, Failure>;
  };
  readonly turns: {
    readonly turn: (id: string) => Turn | null;
    /** Takes the message in under this turn id; one that is known already is not taken again. */
    readonly send: (message: {
      readonly projectId: string;
      readonly text: string;
      readonly uploadIds: readonly string[];
      readonly turnId: string;
      /** The user was told that this could exceed the daily limit. */
      readonly anyway: boolean;
    }) => Result<null, Failure>;
    /** Sends a waiting turn although its queue is paused, unless the user stopped it. */
    readonly release: (turnId: string) => void;
    /** Why a waiting turn was not sent when its time came; else null. */
    readonly limitFailure: (turnId: string) => Failure | null;
    readonly stop: (turnId: string) => void;
  };
  readonly exports: {
    readonly get: (id: string) => ExportJob | null;
    /** Reads the draft and starts the export under this id, to a place where nothing is replaced. */
    readonly begin: (request: {
      readonly projectId: string;
      readonly id: string;
      readonly targetPath: string;
      readonly batchId: string;
    }) => Promise<Result<null, Failure>>;
    readonly retry: (id: string) => Result<null, Failure>;
    readonly cancel: (id: string) => Result<null, Failure>;
    /** Where the unfinished ones go. */
    readonly reserved: () => ReadonlySet<string>;
  };
  /** Whether there is such a file. */
  readonly exists: (path: string) => boolean;
};

/** What the steps of an item work with. */
export type BatchContext = BatchRooms & {
  readonly journal: BatchJournal;
  readonly changed: Condition;
  readonly clock: Clock;
  /** Whether the user lets this batch exceed the daily limit. */
  readonly passesCeiling: (batchId: string) => boolean;
  /** Aborted when the app ends: everything stops where it is, and goes on after the next start. */
  readonly closing: AbortSignal;
};

/** Whether the user stopped the batch: then nothing new begins. */
export function isStopping({ journal }: BatchContext, { batchId }: BatchItemRecord): boolean {
  return journal.batch(batchId)?.head.state === 'stopped';
}

/** Waits for what other rooms do. */
type Condition = {
  /** Resolves with what `look` finds, now or when it looks again; null once the signal is aborted. */
  readonly until: <T>(look: () => T | null, signal: AbortSignal) => Promise<T | null>;
  /** Looks again. */
  readonly wake: () => void;
};

export function createCondition(): Condition {
  const looks = new Set<() => void>();
  const wake = (): void => {
    for (const look of looks) look();
  };
  return {
    wake,
    until: (look, signal) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          looks.delete(again);
          signal.removeEventListener('abort', giveUp);
        };
        const giveUp = (): void => {
          end();
          resolve(null);
        };
        const again = (): void => {
          try {
            const found = look();
            if (found === null) return;
            end();
            resolve(found);
          } catch (error) {
            end();
            reject(error as Error);
          }
        };
        if (signal.aborted) return resolve(null);
        looks.add(again);
        signal.addEventListener('abort', giveUp, { once: true });
        again();
      }),
  };
}

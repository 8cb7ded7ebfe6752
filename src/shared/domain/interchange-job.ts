import type { Failure } from './failure.ts';

/** `gathering`: clips are fetched; `writing`: the timeline is written, and the folder gets its name. */
export type InterchangeState = 'gathering' | 'writing' | 'saved' | 'failed' | 'cancelled';

/** A cut on its way into a folder for another editor. `done` of `of` clips were tried; `missing` of them could not be had. */
export type InterchangeJob = {
  readonly id: string;
  readonly projectId: string;
  readonly folderName: string;
  readonly state: InterchangeState;
  readonly done: number;
  readonly of: number;
  readonly missing: number;
  /** Whether there were titles to write as subtitles. */
  readonly subtitles: boolean;
  readonly failure: Failure | null;
  /** Epoch ms. */
  readonly createdAt: number;
};

export function isInterchangeOver(state: InterchangeState): boolean {
  return state === 'saved' || state === 'failed' || state === 'cancelled';
}

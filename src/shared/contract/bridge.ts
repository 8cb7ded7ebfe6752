import type { BatchFiles } from '../domain/batch.ts';
import type { Answer, PageRequestName, RequestInput, RequestOutput } from './contract.ts';
import type { AppEvent } from './events.ts';

/** What the DOM calls a File: shared code knows no DOM, and only its identity matters here. */
export type DroppedFile = {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
};

/** All that the preload script puts into the window, as `window.rushes`. A test freezes this surface. */
export type Bridge = {
  readonly request: <N extends PageRequestName>(name: N, input: RequestInput<N>) => Promise<Answer<RequestOutput<N>>>;
  /** Calls back with events in order, gathered per frame; answers with a function that ends the subscription. */
  readonly on: (listener: (events: readonly AppEvent[]) => void) => () => void;
  /** Hands dropped or pasted files to main; their paths never come into the window. A picture without a path goes with its bytes. */
  readonly addFiles: (projectId: string, files: readonly DroppedFile[]) => Promise<Answer<null>>;
  /** Hands main files that were dropped on the sheet of a batch, and answers with what can be used of them. */
  readonly addBatchFiles: (files: readonly DroppedFile[]) => Promise<Answer<BatchFiles>>;
};

/** The channels, each used by one file on either side. What the page asks and what the preload script asks are kept apart. */
export const channels = {
  page: 'rushes:page',
  preload: 'rushes:preload',
  events: 'rushes:events',
} as const;

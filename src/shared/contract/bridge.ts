import type { Locale, Preferences } from '../domain/app-state.ts';
import type { BatchFiles } from '../domain/batch.ts';
import type { Answer, PageRequestName, RequestInput, RequestOutput } from './contract.ts';
import type { AppEvent } from './events.ts';

/** A `File` of the DOM: shared code knows no DOM, and only the object's identity matters here. */
export type DroppedFile = {
  readonly name: string;
  readonly size: number;
  readonly type: string;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
};

/** What a window draws its first frame with, before main has answered. It is on the page's command line: no secret, no path. */
export type FirstState = {
  readonly locale: Locale;
  readonly preferences: Preferences;
  /** Null where none was open; it may be gone. */
  readonly openProjectId: string | null;
};

const firstStateSwitch = '--rushes-first-state=';

/** The argument with which main hands a page its first state. */
export function firstStateArgument(state: FirstState): string {
  return firstStateSwitch + encodeURIComponent(JSON.stringify(state));
}

/** The first state among a page's arguments; null where there is none. */
export function firstStateOf(argv: readonly string[]): FirstState | null {
  const given = argv.find((argument) => argument.startsWith(firstStateSwitch));
  if (given === undefined) return null;
  return JSON.parse(decodeURIComponent(given.slice(firstStateSwitch.length))) as FirstState;
}

/** All that the preload script puts into the window, as `window.rushes`. A test freezes this surface. */
export type Bridge = {
  /** That of the window's opening: the page itself keeps what has changed since, for a reload. */
  readonly first: FirstState | null;
  readonly request: <N extends PageRequestName>(name: N, input: RequestInput<N>) => Promise<Answer<RequestOutput<N>>>;
  /** Calls back with events in order, gathered per frame; answers with a function that ends the subscription. */
  readonly on: (listener: (events: readonly AppEvent[]) => void) => () => void;
  /**
   * Hands dropped or pasted files to main; the page never learns their paths. A picture without a path goes with its
   * bytes.
   */
  readonly addFiles: (projectId: string, files: readonly DroppedFile[]) => Promise<Answer<null>>;
  /** Hands main files that were dropped on the batch sheet, and answers which of them can be used. */
  readonly addBatchFiles: (files: readonly DroppedFile[]) => Promise<Answer<BatchFiles>>;
};

/** The channels. One file on either side uses each; requests of the page and of the preload script are kept apart. */
export const channels = {
  page: 'rushes:page',
  preload: 'rushes:preload',
  events: 'rushes:events',
  /** Main asks whether the page does anything, and the preload script answers as soon as it can. */
  ping: 'rushes:ping',
} as const;

import type { Result } from '../shared/result.ts';
import type { CommonParts, OpenedWorkspace, StartProblem } from './real-workspace.ts';
import type { App } from './app/app.ts';

/** `isCurrent` turns true when the workspace is everybody's, and false when the next one is. */
type Open = (isCurrent: () => boolean) => Promise<Result<OpenedWorkspace, StartProblem>>;

/** Which cloud the app is on. Whoever asks for the workspace waits until there is one. */
export type CloudSwitch = {
  readonly workspace: () => Promise<App>;
  /** What is open now; null before the first is. */
  readonly opened: () => OpenedWorkspace | null;
  /** Opens this and closes what was open. Null: it worked. After a problem all stays as it was. */
  readonly turnTo: (open: Open) => Promise<StartProblem | null>;
  readonly close: () => Promise<void>;
};

/** `onOpen` is called with each workspace before anybody else has it. */
export function createCloudSwitch(
  onOpen: (opened: OpenedWorkspace) => void,
  report: (error: unknown) => void,
): CloudSwitch {
  let waiting: ((workspace: App) => void)[] = [];
  let opened: OpenedWorkspace | null = null;
  let current: symbol | null = null;
  let closing: Promise<void> = Promise.resolve();

  return {
    workspace: () =>
      opened ? Promise.resolve(opened.workspace) : new Promise((resolve) => (waiting = [...waiting, resolve])),
    opened: () => opened,
    turnTo: async (open) => {
      // The same history is never open twice.
      await closing;
      const mine = Symbol('workspace');
      const next = await open(() => current === mine);
      if (!next.ok) return next.error;
      const before = opened;
      opened = next.value;
      current = mine;
      onOpen(next.value);
      for (const resolve of waiting) resolve(next.value.workspace);
      waiting = [];
      // Nobody waits for what is left behind.
      closing = before?.close().catch(report) ?? closing;
      return null;
    },
    close: async () => {
      await Promise.all([opened?.close(), closing]);
    },
  };
}

type Voices = Pick<CommonParts, 'emit' | 'exportEnded' | 'batchEnded'>;

/** What a workspace has to say is heard only while it is the current one. */
export function onlyWhile<T extends Voices>(isCurrent: () => boolean, parts: T): T {
  return {
    ...parts,
    emit: (event) => isCurrent() && parts.emit(event),
    exportEnded: (job) => isCurrent() && parts.exportEnded(job),
    batchEnded: (summary) => isCurrent() && parts.batchEnded(summary),
  };
}

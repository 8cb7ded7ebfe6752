import type { Result } from '../shared/result.ts';
import type { OpenedWorkspace, StartProblem } from './real-workspace.ts';
import type { Workspace } from './workspace.ts';

type Open = () => Promise<Result<OpenedWorkspace, StartProblem>>;

/** Which cloud the app is on. Whoever asks for the workspace waits until there is one. */
export type CloudSwitch = {
  readonly workspace: () => Promise<Workspace>;
  /** What is open now; null before the first is. */
  readonly opened: () => OpenedWorkspace | null;
  /** Opens this and closes what was open. Null: it worked. After a problem all stays as it was. */
  readonly turnTo: (open: Open) => Promise<StartProblem | null>;
  readonly close: () => Promise<void>;
};

/** `onOpen` is called with each workspace before anybody else has it. */
export function createCloudSwitch(onOpen: (opened: OpenedWorkspace) => void): CloudSwitch {
  let waiting: ((workspace: Workspace) => void)[] = [];
  let opened: OpenedWorkspace | null = null;

  return {
    workspace: () =>
      opened ? Promise.resolve(opened.workspace) : new Promise((resolve) => (waiting = [...waiting, resolve])),
    opened: () => opened,
    turnTo: async (open) => {
      const next = await open();
      if (!next.ok) return next.error;
      const before = opened;
      opened = next.value;
      onOpen(next.value);
      for (const resolve of waiting) resolve(next.value.workspace);
      waiting = [];
      await before?.close();
      return null;
    },
    close: async () => {
      await opened?.close();
    },
  };
}

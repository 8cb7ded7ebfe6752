import { app } from 'electron';
import { filesOfStart } from './start-files.ts';

/** What the system asks this app to open, kept until somebody takes it. */
export type OpenedFiles = {
  readonly add: (paths: readonly string[]) => void;
  /** Takes all that has come since the last time. */
  readonly take: () => readonly string[];
};

/**
 * Listens for what macOS asks the app to open, from before it is ready, and reads what this start was asked for. `onMore` is called
 * whenever more has come.
 */
export function collectOpenedFiles(onMore: () => void): OpenedFiles {
  let waiting = filesOfStart(process.argv, process.cwd(), app.isPackaged);
  const add = (paths: readonly string[]): void => {
    waiting = [...waiting, ...paths];
    if (paths.length > 0) onMore();
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    add([path]);
  });
  return {
    add,
    take: () => {
      const taken = waiting;
      waiting = [];
      return taken;
    },
  };
}

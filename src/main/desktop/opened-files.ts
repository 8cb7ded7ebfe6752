import { app } from 'electron';
import type { App } from '../app/app.ts';
import { filesOfStart } from './start-options.ts';

/** What the system asks this app to open, kept until somebody takes it. */
export type OpenedFiles = {
  readonly add: (paths: readonly string[]) => void;
  /** Gives all that has come since the last time to the project that is open (`last`), or else to the newest. */
  readonly giveTo: (rooms: Pick<App, 'projects' | 'imports'>, last: string | null) => Promise<void>;
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
    giveTo: async ({ projects, imports }, last) => {
      const known = projects.list().map(({ id }) => id);
      const projectId = last !== null && known.includes(last) ? last : known.at(-1);
      const paths = waiting;
      waiting = [];
      if (projectId !== undefined && paths.length > 0) await imports.add(projectId, paths);
    },
  };
}

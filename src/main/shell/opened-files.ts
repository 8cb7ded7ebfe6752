import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';

/** The files and folders that a start of the app is asked to open, as absolute paths: "Open with", a drop on its icon. */
export function filesOfStart(
  argv: readonly string[],
  cwd: string,
  /** An unpackaged app stands in the arguments itself, as the first that is no switch. */
  packaged: boolean,
): readonly string[] {
  const named = argv.slice(1).filter((argument) => argument !== '' && !argument.startsWith('-'));
  return named.slice(packaged ? 0 : 1).flatMap((argument) => pathOf(argument, cwd) ?? []);
}

function pathOf(argument: string, cwd: string): string | null {
  if (isAbsolute(argument)) return argument;
  if (!/^[a-z][a-z0-9+.-]+:/i.test(argument)) return resolve(cwd, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    // Another kind of address, which is nothing to open.
    return null;
  }
}

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

import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

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

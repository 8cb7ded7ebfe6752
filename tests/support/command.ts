import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '../..');

/** Where a start of the app finds its profile, and may leave files; absolute. */
type Place = {
  readonly userData: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
};

export type StartOptions = {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Code that main runs before the app's own; `dialog` and what else it needs it imports. */
  readonly before?: string;
  /** A command that starts the app, which is what follows it. */
  readonly through?: readonly string[];
};

type Command = { readonly executablePath: string; readonly args: string[]; readonly env: Record<string, string> };

/** How the real app is started on the place's profile. */
export async function commandOf(place: Place, options: StartOptions): Promise<Command> {
  const executablePath = process.env['RUSHES_RUNTIME'];
  if (executablePath === undefined) throw new Error('RUSHES_RUNTIME names no Electron executable');
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: await throughCommand(place, executablePath, options.through ?? []),
    args: [
      options.before === undefined ? root : await wrapApp(place, options.before),
      `--user-data-dir=${place.userData}`,
      '--lang=en-US',
      ...(isRoot ? ['--no-sandbox'] : []),
      // A display of Xvfb has none: each start would look for it all the same, lose that process, and begin again without.
      ...(process.env['RUSHES_DISPLAYS'] === undefined ? [] : ['--disable-gpu']),
      ...(options.args ?? []),
    ],
    env: { ...inherited(), ...place.env, ...options.env },
  };
}

/** The executable, or a script that starts it by a command in front. */
async function throughCommand(place: Place, executable: string, command: readonly string[]): Promise<string> {
  if (command.length === 0) return executable;
  const script = join(place.folder, 'start.sh');
  const words = [...command, executable].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  await writeFile(script, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  return script;
}

/** An app around the app, for what must be stubbed before its first line; static imports keep the order. */
async function wrapApp(place: Place, before: string): Promise<string> {
  const folder = join(place.folder, 'wrapped');
  const entry = pathToFileURL(join(root, 'out/main/main.cjs')).href;
  await mkdir(folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, main: 'main.mjs' }));
  await writeFile(join(folder, 'main.mjs'), `import './before.mjs';\nimport ${JSON.stringify(entry)};\n`);
  await writeFile(
    join(folder, 'before.mjs'),
    `import { app } from 'electron';\napp.setAppPath(${JSON.stringify(root)});\n${before}`,
  );
  return folder;
}

/** The environment of the test run, without what would reach a real cloud or account. */
function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:NEMO_|SKILL_|RUSHES_TIMINGS)/.test(entry[0]),
  );
  return Object.fromEntries(entries);
}

import { execFile, type ExecFileException } from 'node:child_process';
import { chmod, lchown, copyFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const nobody = 65_534;

/** Packages the app as `npm run package -- --trial` does; answers with the folder that it lies in, and its executable's name. */
export async function makeTrial(): Promise<{ readonly folder: string; readonly executable: string }> {
  await run(process.execPath, ['scripts/bootstrap.mjs', 'package', '--trial'], { cwd: root, maxBuffer: 2 ** 26 });
  return { folder: join(root, 'dist/trial/linux-unpacked'), executable: 'rushes-trial' };
}

/** The words in front of a command that make it an ordinary user's: none for a user who is one. */
const asOrdinaryUser: readonly string[] =
  process.getuid?.() === 0
    ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--inh-caps=-all', '--bounding-set=-all']
    : [];

/** Why an ordinary user cannot run the app in Chromium's sandbox here; null where he can. */
export async function whyNoSandbox(): Promise<string | null> {
  if (process.platform !== 'linux') return 'only on Linux is the package tried as another user';
  const [command, ...args] = [...asOrdinaryUser, 'unshare', '--user', '--map-root-user', 'true'];
  return run(command, args).then(
    () => null,
    ({ message }: ExecFileException) => `an ordinary user has no user namespaces here (${message.trim()})`,
  );
}

/** Gives a folder to the ordinary user. */
export async function handOver(folder: string): Promise<void> {
  if (asOrdinaryUser.length === 0) return;
  await lchown(folder, nobody, nobody);
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), nobody, nobody);
}

/** A copy where every user can run it. `close` removes it. */
export async function copyOut(
  folder: string,
): Promise<{ readonly folder: string; readonly close: () => Promise<void> }> {
  const copy = await mkdtemp(join(tmpdir(), 'rushes-package-'));
  await chmod(copy, 0o755);
  await cp(folder, copy, { recursive: true });
  return { folder: copy, close: () => rm(copy, { recursive: true, force: true, maxRetries: 5 }) };
}

/** A second executable beside the first which Playwright can start: the one thing that it differs in. Answers with its path. */
export async function inspectable(executable: string): Promise<string> {
  const made = `${executable}-inspectable`;
  await copyFile(executable, made);
  await flipFuses(made, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  return made;
}

/** A script that starts `executable` as the ordinary user; it goes into `folder`. */
export async function starterOf(folder: string, executable: string): Promise<string> {
  const script = join(folder, 'start.sh');
  await writeFile(script, `#!/bin/sh\nexec ${[...asOrdinaryUser, `'${executable}'`].join(' ')} "$@"\n`, {
    mode: 0o755,
  });
  return script;
}

/** What the kernel holds of a process: the fields of its status by name. */
export async function statusOf(pid: number): Promise<Readonly<Record<string, string>>> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Object.fromEntries(
    [...status.matchAll(/^(\w+):\s*(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The processes of an executable that were started with this switch. */
export async function processesOf(executable: string, wanted: string): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const commands = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
  return (await Promise.all(commands)).filter((line) => line.startsWith(executable) && line.includes(wanted));
}

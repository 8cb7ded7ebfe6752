import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from './failure.mjs';
import { locked } from './lock.mjs';
import { root, toolsNode } from './places.mjs';
import { npm, say } from './process.mjs';

/** What identifies an installation: the lock file's content and the platform whose binaries were chosen. */
export async function wantedStamp(folder) {
  const lock = await readFile(join(folder, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Whether the locked dependencies are all there. */
export async function installed(folder = root) {
  const stamp = await readFile(stampFile(folder), 'utf8').catch(() => undefined);
  return stamp === (await wantedStamp(folder)) && existsSync(toolsNode(folder));
}

/** Installs the locked dependencies if they are missing or the lock file changed. */
export async function ensureDependencies({ folder = root, runNpm = npm, lock = locked } = {}) {
  if (await installed(folder)) return;
  await lock(`dependencies ${folder}`, async () => {
    if (await installed(folder)) return;
    await install(folder, runNpm);
  });
}

async function install(folder, runNpm) {
  say('Installing the locked dependencies (npm ci)…');
  const result = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: folder });
  if (result.code !== 0) throw failure(`npm ci failed: ${npmReason(result)}`);
  if (!existsSync(toolsNode(folder))) {
    throw failure('npm ci left out Node 24: install scripts are switched off (npm config "ignore-scripts").');
  }
  // Written last, so that an installation that was interrupted has none and is made anew.
  await writeFile(stampFile(folder), await wantedStamp(folder));
}

/** The line of npm's output that says why: its error code and first message. */
export function npmReason({ stdout, stderr }) {
  const errors = `${stderr}\n${stdout}`
    .split('\n')
    .flatMap((line) => line.match(/^npm (?:error|ERR!) (.+)$/)?.[1] ?? []);
  const code = errors.find((line) => line.startsWith('code '))?.slice(5);
  const message = errors.find((line) => !/^(code|errno|syscall|path|dest) /.test(line));
  if (['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET'].includes(code ?? '')) {
    return `the npm registry cannot be reached (${code}).`;
  }
  if (code === 'ENOSPC') return 'the disk is full.';
  if (code === 'EINTEGRITY') return `a package has a bad checksum (${message ?? code}).`;
  return [code, message].filter(Boolean).join(': ') || 'see the npm log.';
}

function stampFile(folder) {
  return join(folder, 'node_modules', '.rushes-installed');
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { failure } from './failure.mjs';
import { locked } from './lock.mjs';
import { root } from './places.mjs';
import { capture, say } from './process.mjs';

const sources = [
  'src',
  'resources',
  'build/licences.ts',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

/** Builds the app unless the output was built from exactly these sources. */
export async function ensureBuilt({ folder = root, force = false, compile = compileApp, lock = locked } = {}) {
  if (!force && (await isCurrent(folder))) return;
  await lock(`build ${folder}`, async () => {
    const fingerprint = await fingerprintOf(folder);
    if (!force && (await isCurrent(folder, fingerprint))) return;
    await forgetBuild(folder);
    say('Building…');
    await compile(folder);
    await mkdir(join(folder, 'out'), { recursive: true });
    await writeFile(stampFile(folder), fingerprint);
  });
}

/** Makes the next start build anew: the output is about to be something else than a whole build. */
export async function forgetBuild(folder = root) {
  await rm(stampFile(folder), { force: true });
}

/** A checksum over the names and contents of everything that the output is made from. */
export async function fingerprintOf(folder) {
  const hash = createHash('sha256');
  for (const name of sources) {
    for (const file of await filesIn(join(folder, name))) {
      hash
        .update(`${relative(folder, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

async function isCurrent(folder, fingerprint) {
  const stamp = await readFile(stampFile(folder), 'utf8').catch(() => undefined);
  if (stamp === undefined || !existsSync(join(folder, 'out', 'main', 'main.cjs'))) return false;
  return stamp === (fingerprint ?? (await fingerprintOf(folder)));
}

async function filesIn(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (!entries) return [path];
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const nested = await Promise.all(sorted.map((entry) => filesIn(join(path, entry.name))));
  return nested.flat();
}

async function compileApp(folder) {
  const tool = join(folder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await capture(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: folder });
  if (result.code === 0) return;
  say(`${result.stdout}${result.stderr}`.trimEnd());
  throw failure('The build failed.');
}

function stampFile(folder) {
  return join(folder, 'out', '.sources');
}

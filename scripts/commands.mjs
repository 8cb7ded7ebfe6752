// What the npm scripts do, once the dependencies are there. Runs on the Node that they bring.
import { setGlobalProxyFromEnv } from 'node:http';
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, forgetBuild } from './setup/build.mjs';
import { ensureSystem } from './setup/debian.mjs';
import { lacksDisplay, withDisplay } from './setup/display.mjs';
import { failure, guarded } from './setup/failure.mjs';
import { utf8Locale } from './setup/locale.mjs';
import { root } from './setup/places.mjs';
import { attached, passSignalsOn } from './setup/process.mjs';
import { findRuntime } from './setup/runtime.mjs';

const commands = {
  start: async (args) => {
    const { runtime, env } = await prepare({ built: true });
    return attached(runtime.path, [root, ...sandboxSwitch(), ...args], { env });
  },
  dev: async (args) => {
    const { runtime, env } = await prepare({ built: false });
    await forgetBuild();
    return node(['node_modules/electron-vite/bin/electron-vite.js', 'dev', '--', ...args], {
      ...env,
      ELECTRON_EXEC_PATH: runtime.path,
      ...(isRoot() ? { NO_SANDBOX: '1' } : {}),
    });
  },
  build: async () => {
    await ensureBuilt({ force: true });
    return 0;
  },
  package: async (args) => {
    const { packageApp } = await import('./package.mjs');
    return packageApp(args);
  },
  bench: async (args) => node(['tests/bench/run.ts', ...args], await testEnvironment()),
  screenshots: async (args) => {
    const { runtime, env } = await prepare({ built: true, programs: ['ffmpeg'] });
    return node(['tests/screenshots/run.ts', ...args], { ...env, RUSHES_RUNTIME: runtime.path });
  },
  'runtime:path': async () => {
    const runtime = await findRuntime();
    await ensureSystem(runtime.path, { display: lacksDisplay() });
    process.stdout.write(`${runtime.path}\n`);
    return 0;
  },
  'demo-cloud': async (args) => node(['src/demo-cloud/cli.ts', ...args], process.env),
  'test:e2e': async (args) => node(['node_modules/@playwright/test/cli.js', 'test', ...args], await testEnvironment()),
  test: async () => {
    const { testAll } = await import('./test.mjs');
    return testAll(testEnvironment);
  },
};

/** Runs a command by name and resolves to its exit code. */
export function perform([name, ...args]) {
  return guarded(async () => {
    setGlobalProxyFromEnv();
    Object.assign(process.env, utf8Locale());
    process.chdir(root);
    if (!Object.hasOwn(commands, name)) throw failure(`Unknown command: ${name}.`);
    return commands[name](args);
  });
}

async function prepare({ built, programs = [], displays = 1 }) {
  const runtime = await findRuntime();
  await ensureSystem(runtime.path, { display: lacksDisplay(), programs });
  if (built) await ensureBuilt();
  return { runtime, env: await withDisplay({ count: displays }) };
}

async function testEnvironment() {
  // Tests make their clips by themselves, and read titles. Nobody has tried more than four at once.
  const displays = Math.min(availableParallelism(), 4);
  const { runtime, env } = await prepare({ built: true, programs: ['ffmpeg', 'tesseract'], displays });
  return { ...env, RUSHES_RUNTIME: runtime.path };
}

function node(args, env) {
  return attached(process.execPath, args, { cwd: root, env });
}

// Chromium refuses to run as root with its sandbox; nobody else goes without it.
function sandboxSwitch() {
  return isRoot() ? ['--no-sandbox'] : [];
}

function isRoot() {
  return process.platform === 'linux' && process.getuid() === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  passSignalsOn();
  process.exitCode = await perform(process.argv.slice(2));
}

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { failure } from './failure.mjs';
import { makeFolder } from './folders.mjs';
import { cacheFolder, root } from './places.mjs';
import { capture, say } from './process.mjs';

const require = createRequire(import.meta.url);

/** The longest wait for the connection, the first byte and each next one. */
const silenceMs = 15_000;
/** How long a failed attempt is remembered, so that the next starts do not pay for it again. */
const rememberMs = 6 * 3_600_000;

/** The official runtime that this checkout is built for. */
export function officialVersion() {
  return require('electron/package.json').version;
}

/** The official executable if it is unpacked in node_modules, else undefined. */
export function installedOfficial(folder = join(root, 'node_modules', 'electron')) {
  try {
    const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
    const version = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .replace(/^v/, '')
      .trim();
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return version === wanted && existsSync(executable) ? { path: executable, version, official: true } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Takes the official runtime from Electron's own cache or its download place and unpacks it into node_modules.
 * Throws when neither has it; checksums are those that the electron package carries.
 */
export async function fetchOfficial({ fetch = globalThis.fetch, silence = silenceMs } = {}) {
  const { downloadArtifact } = await import('@electron/get');
  await downloadArtifact({
    version: officialVersion(),
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums: require('electron/checksums.json'),
    downloader: { download: (url, target) => download(url, target, fetch, silence) },
  });
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const unpacked = await capture(process.execPath, [installer]);
  const runtime = installedOfficial();
  if (!runtime) throw failure(`Electron could not be unpacked: ${unpacked.stderr.split('\n')[0]}`);
  return runtime;
}

/** Streams a URL into a file; gives up when nothing arrives for `silence` ms, and leaves no part behind. */
export async function download(url, target, fetch, silence) {
  await mkdir(dirname(target), { recursive: true });
  const stop = new AbortController();
  const watchdog = setTimeout(() => stop.abort(failure(`no answer within ${silence / 1000} s`)), silence);
  const heard = async function* (chunks) {
    for await (const chunk of chunks) {
      watchdog.refresh();
      yield chunk;
    }
  };
  try {
    const response = await fetch(url, { signal: stop.signal });
    if (!response.ok) throw failure(`the download place answers ${response.status}`);
    say('Fetching the official Electron…');
    // Opens the file before anything can fail: a stream that opens it by itself may do so after the clean-up.
    const file = await open(target, 'w');
    await pipeline(response.body, heard, file.createWriteStream());
  } catch (error) {
    await rm(target, { force: true });
    throw stop.signal.aborted ? stop.signal.reason : error;
  } finally {
    clearTimeout(watchdog);
  }
}

/** The memory of failed attempts, by version. */
export function createAttempts({ file = join(cacheFolder(), 'official-unreachable.json'), now = Date.now } = {}) {
  return {
    /** Whether an attempt at this version failed a short while ago. */
    async failedLately(version) {
      const noted = await readFile(file, 'utf8')
        .then(JSON.parse)
        .catch(() => undefined);
      const age = now() - noted?.at;
      return noted?.version === version && age >= 0 && age < rememberMs;
    },
    async note(version) {
      await makeFolder(dirname(file));
      await writeFile(file, JSON.stringify({ version, at: now() }));
    },
    async forget() {
      await rm(file, { force: true });
    },
  };
}

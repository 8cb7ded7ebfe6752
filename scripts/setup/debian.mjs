import { appendFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure } from './failure.mjs';
import { locked } from './lock.mjs';
import { capture, say } from './process.mjs';
import { packagesOf } from './libraries.mjs';

const chineseFont = 'fonts-noto-cjk';
/** Programs whose package has another name. */
const packageOf = { tesseract: 'tesseract-ocr' };

/**
 * Finds what the machine lacks to show the app and to run `programs`: shared libraries (by file name) and Debian
 * packages.
 */
export async function findMissing(executable, { display, programs = [], run = capture }) {
  const absent = async (program) =>
    (await run(program, ['-version'])).code === 127 ? [packageOf[program] ?? program] : [];
  const [linked, fonts, server, lacking] = await Promise.all([
    run('ldd', [executable]),
    run('fc-list', [':lang=zh', 'family']),
    display ? run('Xvfb', ['-help']) : { code: 0 },
    Promise.all(programs.map(absent)),
  ]);
  const noFonts = fonts.code === 127 || fonts.stdout.trim() === '';
  return {
    libraries: missingLibraries(linked.stdout),
    packages: [
      ...(fonts.code === 127 ? ['fontconfig'] : []),
      ...(noFonts ? [chineseFont] : []),
      ...(server.code === 127 ? ['xvfb'] : []),
      ...lacking.flat(),
    ],
  };
}

/** The libraries that `ldd` did not find. */
export function missingLibraries(output) {
  return [...new Set([...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]))];
}

/**
 * Makes sure that Electron can run here and draw Chinese; on Linux only. Installs Debian packages as root or with
 * password-less sudo, else throws the one command to run.
 */
export async function ensureSystem(executable, options) {
  const { display, programs, platform = process.platform, run = capture, lock = locked } = options;
  if (platform !== 'linux') return;
  const first = await findMissing(executable, { display, programs, run });
  if (isComplete(first)) return;
  await lock('system packages', async () => {
    const missing = await findMissing(executable, { display, programs, run });
    if (isComplete(missing)) return;
    await install(missing, run);
    const still = await findMissing(executable, { display, programs, run });
    if (!isComplete(still)) throw failure(`Still missing after the installation: ${listOf(still)}.`);
  });
}

async function install(missing, run) {
  if ((await run('apt-get', ['--version'])).code !== 0) {
    throw failure(`Electron needs what this system lacks: ${listOf(missing)}. Install it with your package manager.`);
  }
  const sudo = await findSudo(run);
  if (!sudo) {
    const packages = await packagesFor(missing, run);
    throw failure(`Electron needs system packages. Run: sudo apt-get install -y ${packages.join(' ')}`);
  }
  const log = join(await mkdtemp(join(tmpdir(), 'rushes-apt-')), 'apt.log');
  await apt(['update', '-qq'], sudo, run, log);
  const packages = await packagesFor(missing, run);
  say(`Installing system packages: ${packages.join(' ')}`);
  await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages], sudo, run, log);
}

async function packagesFor(missing, run) {
  const { packages, unknown } = await packagesOf(missing.libraries, async (name) => {
    const { stdout } = await run('apt-cache', ['policy', name]);
    return /^ +Candidate: (?!\(none\))/m.test(stdout);
  });
  if (unknown.length > 0) throw failure(`Electron needs libraries of unknown packages: ${unknown.join(', ')}.`);
  return [...packages, ...missing.packages];
}

/** The prefix that gives root's rights without a question: [] for root, sudo, or undefined for neither. */
async function findSudo(run) {
  if (process.getuid?.() === 0) return [];
  return (await run('sudo', ['-n', 'true'])).code === 0 ? ['sudo', '-n'] : undefined;
}

async function apt(args, sudo, run, log) {
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', ...args];
  const [command, ...rest] = [...sudo, ...quiet];
  const result = await run(command, rest);
  await appendFile(log, `$ ${[command, ...rest].join(' ')}\n${result.stdout}${result.stderr}`);
  if (result.code === 0) return;
  const reason = result.stderr.split('\n').find((line) => line.startsWith('E: ')) ?? `exit code ${result.code}`;
  throw failure(`apt-get ${args[0]} failed: ${reason} (whole output: ${log})`);
}

function isComplete(missing) {
  return missing.libraries.length === 0 && missing.packages.length === 0;
}

function listOf(missing) {
  return [...missing.libraries, ...missing.packages].join(', ');
}

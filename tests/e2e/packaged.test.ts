import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron, chromium, expect, test } from '@playwright/test';
import { readArchive } from '../support/builder-parts.ts';
import { ffprobe } from '../support/clips.ts';
import { answerSaveDialog, createPlace, partsOf, type Place, say } from '../support/desktop.ts';
import {
  copyOut,
  handOver,
  inspectable,
  makeTrial,
  processesOf,
  starterOf,
  statusOf,
  whyNoSandbox,
} from '../support/packaged.ts';

test.describe.configure({ timeout: 240_000 });

let folder = '';
let executable = '';
let place: Place;
let close = async (): Promise<void> => undefined;

test.beforeAll(async () => {
  const reason = await whyNoSandbox();
  test.skip(reason !== null, reason ?? '');
  const trial = await makeTrial();
  const copy = await copyOut(trial.folder);
  place = await createPlace();
  ({ folder } = copy);
  executable = join(folder, trial.executable);
  close = async () => {
    await place.close();
    await copy.close();
  };
});
test.afterAll(() => close());

/** The bytes of all files in a folder. */
async function sizeOf(whole: string): Promise<number> {
  const entries = await readdir(whole, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return (await Promise.all(files.map((file) => stat(file)))).reduce((sum, { size }) => sum + size, 0);
}

/** Of the environment, nothing but what shows a window; of the switches, no --no-sandbox. */
function startOptions() {
  const args = [`--user-data-dir=${place.userData}`, '--lang=en-US', '--disable-gpu'];
  return { args, env: { PATH: process.env['PATH'] ?? '', DISPLAY: process.env['DISPLAY'] ?? '', ...place.env } };
}

test('the package holds the app, one native binary and its notices, and nothing else', async () => {
  const { files, read } = readArchive(join(folder, 'resources/app.asar'));
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => !/^(?:out|resources|node_modules)\/|^package\.json$/.test(path))).toEqual([]);
  const modules = paths.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
  expect([...new Set(modules)].sort()).toEqual([
    `@libsql/linux-${process.arch}-gnu`,
    '@neon-rs/load',
    'detect-libc',
    'libsql',
  ]);
  expect(files.filter(({ unpacked, path }) => unpacked !== /^node_modules\/(?:@|libsql)/.test(path))).toEqual([]);
  expect(paths.filter((path) => /\.(?:map|ts|tsx|mts|sh)$|\.test\.|\.sources$|\.env/.test(path))).toEqual([]);
  const scripts = paths.filter((path) => /^out\/.*\.(?:cjs|js)$/.test(path)).map((path) => read(path).toString());
  expect(scripts.filter((text) => text.includes('//# sourceMappingURL'))).toEqual([]);
  // Nothing of the machine that built it.
  expect(scripts.filter((text) => text.includes(process.cwd()))).toEqual([]);

  // In bytes: what is ours, and what the package adds to Electron, whose other languages it leaves out.
  const ours = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const added = (await sizeOf(folder)) - (await sizeOf(dirname(process.env['RUSHES_RUNTIME'] ?? '')));
  test.info().annotations.push({ type: 'MB', description: `${ours / 1e6} of ours, ${added / 1e6} more than Electron` });
  expect(ours).toBeLessThan(15e6);
  expect(added).toBeLessThan(15e6);

  const beside = await readdir(folder);
  expect(beside).toEqual(
    expect.arrayContaining([
      'LICENSE.txt',
      'LICENSE.electron.txt',
      'LICENSES.chromium.html',
      'THIRD-PARTY-NOTICES.txt',
    ]),
  );
  const notices = await readFile(join(folder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of ['react', 'mediabunny', 'libsql', 'detect-libc', 'tailwindcss', 'electron'])
    expect(notices).toMatch(new RegExp(`^${name} \\d.*\\)$`, 'm'));
  expect(notices).toContain('Its source code: https://github.com/Vanilagy/mediabunny');
});

test('its fuses are as the builder was told', async () => {
  const wire = await getCurrentFuseWire(executable);
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  const on = [FuseV1Options.EnableCookieEncryption, FuseV1Options.OnlyLoadAppFromAsar];
  for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
  for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
});

test('an ordinary user does the main job with it, in its sandbox', async () => {
  const target = join(place.folder, 'the sea.mp4');
  await handOver(place.folder);
  const executablePath = await starterOf(folder, await inspectable(executable));
  // Else Playwright would start it with --no-sandbox.
  const app = await _electron.launch({ executablePath, chromiumSandbox: true, ...startOptions() });
  const window = await app.firstWindow();
  const { message, conversation, timeline, stop, exports } = partsOf(window);
  await answerSaveDialog(app, target);
  await say(window, 'Make a video of the sea');
  await expect(conversation.getByRole('article', { name: 'Agent' })).toContainText(/\w{3,}/);
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();

  // The kernel holds the pages in: system calls are filtered, no rights can be had, and users are others than outside.
  const { isPackaged, pages } = await app.evaluate(({ app: { isPackaged }, webContents }) => ({
    isPackaged,
    pages: webContents.getAllWebContents().map((contents) => contents.getOSProcessId()),
  }));
  expect(isPackaged).toBe(true);
  expect(pages.length).toBeGreaterThan(0);
  for (const pid of pages) {
    expect(await statusOf(pid)).toMatchObject({ Seccomp: '2', NoNewPrivs: '1', CapEff: '0000000000000000' });
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    expect(command).not.toMatch(/no-sandbox/);
    if (process.getuid?.() === 0)
      expect(await readlink(`/proc/${pid}/ns/user`)).not.toBe(await readlink('/proc/self/ns/user'));
  }

  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText('Saved');
  expect(await ffprobe(target)).toContainEqual(expect.objectContaining({ kind: 'video' }));
  await expect(message).toBeVisible();
  await app.close();
});

/** Reads what a process prints until that matches; gives the match and all that was printed. */
async function untilPrinted(child: ChildProcess, wanted: RegExp): Promise<{ found: string; printed: string }> {
  let printed = '';
  return new Promise((done, fail) => {
    child.once('exit', (code) => fail(new Error(`It ended with ${code}: ${printed}`)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const found = wanted.exec(printed)?.[0];
      if (found !== undefined) done({ found, printed });
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}

test('it heeds nothing that would open it: neither Node’s ways in nor the address of another page', async () => {
  const marker = join(place.folder, 'opened');
  const script = join(place.folder, 'open.cjs');
  await writeFile(script, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`);
  await handOver(place.folder);
  const { args, env } = startOptions();
  const opening = {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require "${script}"`,
    ELECTRON_RENDERER_URL: 'http://127.0.0.1:9/',
  };
  const child = spawn(
    await starterOf(folder, executable),
    [...args, '--inspect=0', '--inspect-brk=0', '--remote-debugging-port=0', script],
    { env: { ...env, ...opening }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    const { found, printed } = await untilPrinted(child, /(?<=DevTools listening on )ws:\S+/);
    const browser = await chromium.connectOverCDP(found);
    const pages = () => browser.contexts().flatMap((context) => context.pages());
    await expect.poll(() => pages().map((page) => page.url())).toEqual([expect.stringMatching(/^rushes:\/\/app\//)]);
    for (const page of pages()) await expect(partsOf(page).message).toBeVisible();
    expect(printed).not.toContain('Debugger listening');
    expect(existsSync(marker)).toBe(false);
    await browser.close();
  } finally {
    await end(child);
  }
});

test('it does not run without its sandbox, not even where a launcher leaves that out by itself', async () => {
  const { args, env } = startOptions();
  await handOver(place.folder);
  const child = spawn(await starterOf(folder, executable), [...args, '--no-sandbox'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    await untilPrinted(child, /Rushes doesn't run without its sandbox\. .*deb or rpm/);
    expect(await processesOf(executable, '--type=renderer')).toEqual([]);
  } finally {
    await end(child);
  }
});

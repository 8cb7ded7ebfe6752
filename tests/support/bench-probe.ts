import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { writeHistory } from './bench-history.ts';
import { createPlace, type Place, startApp } from './desktop.ts';

const root = resolve(import.meta.dirname, '../..');
export const probeFolder = join(root, 'tests/bench/probe');

/** How long a start may take before it counts as none, ms. */
const patienceMs = 60_000;

/** Our app, or a window with one static page. */
type Subject = 'app' | 'empty';

/**
 * `startMs`: from the start of the process to the first paint of the composer; `cpuMs`: what all processes took of the processor until
 * then. `memoryBytes`: main and window, idle; `idlePercent`: of a core, idle.
 */
export type Sighting = {
  readonly startMs: number;
  readonly cpuMs: number;
  readonly memoryBytes: number;
  readonly idlePercent: number;
};

/** What a started Electron is given in any case. As root Chromium runs only without its sandbox. */
export function electronArguments(userData: string): readonly string[] {
  const isRoot = process.getuid?.() === 0;
  return [`--user-data-dir=${userData}`, '--lang=en-US', ...(isRoot ? ['--no-sandbox'] : [])];
}

/** Path of the Electron to measure with. */
export function runtimePath(): string {
  const path = process.env['RUSHES_RUNTIME'];
  if (path === undefined) throw new Error('RUSHES_RUNTIME names no Electron executable: start with `npm run bench`');
  return path;
}

function profileOf(place: Place, subject: Subject): string {
  return subject === 'app' ? place.userData : join(place.folder, 'empty profile');
}

/** Starts the subject on its profile in this place, leaves it alone for `idleMs` once it is painted, and ends it. */
async function sight(place: Place, subject: Subject, idleMs: number): Promise<Sighting> {
  const startedAt = Date.now();
  const child = spawn(runtimePath(), [probeFolder, ...electronArguments(profileOf(place, subject))], {
    env: {
      ...process.env,
      ...place.env,
      BENCH_IDLE_MS: String(idleMs),
      ...(subject === 'app' ? { BENCH_APP: root } : {}),
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) lines.push(line);
  await ended;
  clearTimeout(timer);
  const told = lines.flatMap(readTold)[0];
  if (told === undefined) throw new Error(`The ${subject} did not paint its composer`);
  return {
    startMs: told.painted - startedAt,
    cpuMs: told.cpu,
    memoryBytes: told.memory,
    idlePercent: told.idle,
  };
}

/** What the probe printed, among whatever else is printed. */
function readTold(line: string): readonly Told[] {
  return line.startsWith('{"painted"') ? [JSON.parse(line) as Told] : [];
}

type Told = { readonly painted: number; readonly cpu: number; readonly memory: number; readonly idle: number };

/** What was seen in each round of the empty window, of the app on a profile without work, and on one with 200 projects. */
type Rounds = Readonly<Record<'empty' | 'fresh' | 'used', readonly Sighting[]>>;

/** Looks so often at each of the three in turns. All have been started before, as on any day but the first. */
export async function sightRounds(count: number, idleMs: number): Promise<Rounds> {
  const [fresh, used] = [await createPlace(), await createPlace()];
  const rounds: Record<keyof Rounds, Sighting[]> = { empty: [], fresh: [], used: [] };
  const look = async (idle: number): Promise<readonly [Sighting, Sighting, Sighting]> => [
    await sight(fresh, 'empty', idle),
    await sight(fresh, 'app', idle),
    await sight(used, 'app', idle),
  ];
  try {
    await writeHistory(
      used.userData,
      Array.from({ length: 200 }, (_, at) => ({ name: `Project ${at + 1}`, turns: at === 199 ? 40 : 4 })),
    );
    // The first start compiles the page's script, and the second uses what was kept of that.
    await look(1000);
    for (let round = 0; round < count; round += 1) {
      const [empty, app, full] = await look(idleMs);
      rounds.empty.push(empty);
      rounds.fresh.push(app);
      rounds.used.push(full);
    }
    return rounds;
  } finally {
    await fresh.close();
    await used.close();
  }
}

/** The empty window in Playwright's hands. */
export async function openEmptyWindow(place: Place): Promise<Running> {
  const app = await _electron.launch({
    executablePath: runtimePath(),
    args: [probeFolder, ...electronArguments(profileOf(place, 'empty'))],
    env: { ...definedOnly(process.env), ...place.env },
  });
  return { app, window: await app.firstWindow() };
}

export type Running = { readonly app: ElectronApplication; readonly window: Page };

function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The app and the empty window side by side, on one place. */
export async function withBothWindows<T>(
  work: (both: { readonly place: Place; readonly real: Running; readonly empty: Running }) => Promise<T>,
): Promise<T> {
  const place = await createPlace();
  const opened: Running[] = [];
  try {
    const real = await startApp(place);
    opened.push(real);
    const empty = await openEmptyWindow(place);
    opened.push(empty);
    return await work({ place, real, empty });
  } finally {
    for (const { app } of opened) await app.close().catch(() => undefined);
    await place.close();
  }
}

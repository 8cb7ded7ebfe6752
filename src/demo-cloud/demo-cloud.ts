import { once, setMaxListeners } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createAccounts } from './accounts.ts';
import { pacedClock, realClock, type DemoClock, createEvents } from './clock.ts';
import { mediaFile } from './calls/media.ts';
import { createControl } from './control.ts';
import type { DemoControl } from './control.ts';
import { createFaults, type FaultSpec } from './faults.ts';
import { createHolds } from './holds.ts';
import { createSamplesMaker, type Maker } from './maker.ts';
import { createLog } from './log.ts';
import { openMemory, type Memory, type Remembered } from './memory.ts';
import { createRenders } from './renders.ts';
import { createScripts } from './agent/script.ts';
import { createDemoServer } from './server.ts';
import { createSessions } from './sessions.ts';
import { resumeTurns } from './turns.ts';
import type { World } from './world.ts';

export type { DemoControl } from './control.ts';
export type { Fault, FaultSpec } from './faults.ts';
export type { Hold } from './holds.ts';
export type { Maker } from './maker.ts';
export type { LoggedRequest } from './log.ts';
export { faultPresets } from './faults.ts';

export interface DemoOptions {
  /** Where `ocean.mp4`, `sunset.mp4`, `city.mp4` and `music.m4a` lie (resources/samples). */
  readonly samplesDir: string;
  /** Makes pictures, music and renders. Default: the samples stand in for all of them. */
  readonly maker?: Maker;
  /** Uploads, renders and what was made are kept here; created when needed. */
  readonly filesDir: string;
  /** What happened is remembered here, and taken up at the next start; without it the demo cloud forgets all. */
  readonly stateFile?: string;
  /**
   * What its addresses begin with, for whoever remembers them from one start to the next while the port changes; a client has
   * to know where that is (`url`). Default: `url`.
   */
  readonly origin?: string;
  /** 0 (the default): any free one. */
  readonly port?: number;
  /** Decides what the contract leaves to chance: silent edits, times, the spelling of drafts. Default 1. */
  readonly seed?: number;
  /** The agent asks back at times, or claims an edit that it did not make, as the real one does. Default: it does not. */
  readonly whims?: boolean;
  readonly clock?: DemoClock;
  /** Multiplies every wait. 1 (the default) is the cloud's own pace, 0 no waiting at all. */
  readonly pace?: number;
  /** The first answers of the first session leave nothing to chance: they do what they are told, and say so. */
  readonly beginsGently?: boolean;
  /** A render has been completed, or has failed: who embeds the demo cloud need not ask for that. */
  readonly onRenderEnd?: () => void;
  /** Armed from the start. */
  readonly faults?: readonly FaultSpec[];
}

export interface DemoCloud {
  /** `http://127.0.0.1:<port>`, for `NEMO_API_URL`. */
  readonly url: string;
  readonly control: DemoControl;
  /** Drops all connections and stops all work; files stay. */
  readonly close: () => Promise<void>;
}

/** Starts the embedded stand-in for the cloud on loopback: the whole wire contract over HTTP. Rejects when the port is taken. */
export async function startDemoCloud(options: DemoOptions): Promise<DemoCloud> {
  const { samplesDir, filesDir, maker = createSamplesMaker(samplesDir) } = options;
  const closing = new AbortController();
  // Every wait listens to this signal, and many turns and renders may wait at a time.
  setMaxListeners(0, closing.signal);
  const wallClock = options.clock ?? realClock;
  const clock = pacedClock(wallClock, options.pace ?? 1);
  const events = createEvents();
  const holds = createHolds();
  const faults = createFaults();
  const scripts = createScripts();
  const present = (): Remembered => ({
    seed: world.seed,
    accounts: world.accounts.all(),
    sessions: world.sessions.all(),
    renders: world.renders.all(),
  });
  const { found, ...memory } =
    options.stateFile === undefined ? noMemory : await openMemory(options.stateFile, present);
  const seed = found?.seed ?? options.seed ?? 1;
  let url = '';
  let other: Promise<Server> | null = null;

  const shared = { clock, events, holds, maker, closing: closing.signal, changed: memory.changed };
  const world: World = {
    seed,
    whims: options.whims ?? false,
    clock,
    wallClock,
    maker,
    samplesDir,
    filesDir,
    baseUrl: () => options.origin ?? url,
    otherUrl: async () => {
      other ??= listenElsewhere(createDemoServer(world, 'other'));
      return urlOf(await other);
    },
    events,
    log: createLog(events),
    holds,
    faults,
    accounts: createAccounts(clock, found?.accounts, memory.changed),
    sessions: createSessions(seed, found?.sessions, memory.changed),
    renders: createRenders({
      ...shared,
      fileOf: (address) => servedFile(world, address),
      dir: path.join(filesDir, 'renders'),
      found: found?.renders,
      ended: options.onRenderEnd,
    }),
    beginsGently: options.beginsGently ?? false,
    takeScript: scripts.take,
    closing: closing.signal,
  };
  for (const spec of options.faults ?? []) faults.arm(spec);

  const server = createDemoServer(world, 'main');
  await listen(server, options.port ?? 0, '127.0.0.1');
  url = urlOf(server);
  const { port } = new URL(url);
  resumeTurns(world);

  return {
    url,
    control: createControl({
      world,
      scripts,
      offline: () => shut(server),
      online: () => listen(server, Number(port), '127.0.0.1'),
    }),
    close: async () => {
      // Before the work ends: what comes of that never happened.
      await memory.close();
      closing.abort();
      holds.releaseAll();
      await shut(server);
      if (other !== null) await shut(await other);
    },
  };
}

/** The file behind an address of the demo cloud's own, with or without a signature; null for any other. */
function servedFile(world: World, address: string): string | null {
  const base = `${world.baseUrl()}/files/`;
  if (!address.startsWith(base) || !URL.canParse(address)) return null;
  return mediaFile(world, decodeURIComponent(new URL(address).pathname.replace(/^\/files\//, '')));
}

const noMemory: Memory = { found: null, changed: () => undefined, close: async () => undefined };

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

/** Another host where the system has one: Linux answers on all of 127.*, others only on a second port. */
async function listenElsewhere(server: Server): Promise<Server> {
  await listen(server, 0, '127.0.0.2').catch(() => listen(server, 0, '127.0.0.1'));
  return server;
}

async function shut(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

function urlOf(server: Server): string {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address}:${port}`;
}

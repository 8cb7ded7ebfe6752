import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../../shared/result.ts';
import { type Maker, startDemoCloud } from '../../demo-cloud/demo-cloud.ts';
import { createTaskQueue, type TaskQueue } from '../media-jobs/task-queue.ts';
import { serveFile } from '../media/serve.ts';
import { mendFolder, removeFolder, renameFile } from '../file-retry.ts';
import type { KeptToken, TokenStore } from '../storage/stores.ts';
import type { App } from './app.ts';
import type { Env } from './env.ts';
import { createPainterMaker } from './painter-maker.ts';
import { openOn, type StartProblem } from './real.ts';
import type { Host } from './rooms.ts';

/** The same at each start, so that what is remembered of the demo cloud stays true while its port changes. */
const origin = 'http://rehearsal.localhost';
/** The demo cloud keeps its account by it. */
const clientId = 'rehearsal';

type MakerOf = (tasks: Pick<TaskQueue, 'run'>) => Maker;
type Folders = { readonly history: string; readonly setAside: string };

export function foldersIn(profileDir: string): Folders {
  return { history: join(profileDir, 'rehearsal'), setAside: join(profileDir, 'rehearsal-set-aside') };
}

/**
 * The app on the embedded demo cloud: offline, no account, nothing that costs. It has a history of its own, and the demo cloud
 * remembers with it. A history that cannot be opened is set aside. `makerOf`: who makes its clips and renders, in a hidden page if
 * nobody else is given; plain Node has no such page.
 */
export async function openDemo(
  env: Omit<Env, 'bus'>,
  host: Host,
  makerOf: MakerOf = createPainterMaker,
): Promise<Result<App, StartProblem>> {
  const { history, setAside } = foldersIn(host.profileDir);
  const stateFile = join(history, 'demo-cloud', 'state.json');
  await mendFolder(history, env.clock.now());
  // Earlier versions of the app began anew each time: what they left has no sessions that anybody knows.
  if (![stateFile, `${stateFile}.broken`].some(existsSync)) await removeFolder(history);
  const open = (): Promise<Result<App, StartProblem>> => openIn({ history, stateFile }, env, host, makerOf);
  const opened = await open();
  if (opened.ok || opened.error.kind !== 'database') return opened;
  await removeFolder(setAside);
  await renameFile(history, setAside);
  return open();
}

/** Deletes all projects of rehearsals; none may be open. */
export async function deleteRehearsals(profileDir: string): Promise<void> {
  for (const folder of Object.values(foldersIn(profileDir))) await removeFolder(folder);
}

async function openIn(
  { history: folder, stateFile }: { readonly history: string; readonly stateFile: string },
  env: Omit<Env, 'bus'>,
  host: Host,
  makerOf: MakerOf,
): Promise<Result<App, StartProblem>> {
  await mkdir(folder, { recursive: true });
  let lookAtRenders = (): void => undefined;
  const tasks = createTaskQueue({ ...env, openWindow: host.mediaJobs.openWindow, serveSource: serveFile });
  const demoCloud = await startDemoCloud({
    maker: makerOf(tasks),
    samplesDir: join(host.resourcesDir, 'samples'),
    filesDir: join(folder, 'demo-cloud'),
    stateFile,
    origin,
    seed: Math.floor(Math.random() * 1000),
    beginsGently: true,
    pace: env.timings.rehearsalPace,
    whims: true,
    onRenderEnd: () => lookAtRenders(),
  });
  const { url, control } = demoCloud;
  const close = async (): Promise<void> => {
    tasks.close();
    await demoCloud.close();
  };
  const config = { apiUrl: origin, listensAt: url, webUrl: url, token: null, clientId, skillSource: null };
  const tokens = { anonymous: forgetfulStore(), signedIn: forgetfulStore(), keeping: null };
  const timings = { ...env.timings, renderPollMs: Math.min(env.timings.renderPollMs, env.timings.rehearsalPollMs) };
  const app = await openOn({ ...env, timings }, host, { config, rehearsal: true, tokens, folder });
  if (!app.ok) {
    await close();
    return app;
  }
  const { exports, mediaJobs } = app.value;
  lookAtRenders = exports.pollNow;
  return ok({
    ...app.value,
    controls: {
      faults: control.namedFaults.named,
      setFault: control.namedFaults.setNamed,
      resetCredits: control.resetCredits,
    },
    mediaJobs: {
      ...mediaJobs,
      serve: (request) => {
        const [key = '', ...path] = new URL(request.url).pathname.slice(1).split('/');
        return tasks.serve(key, path, request) ?? mediaJobs.serve(request);
      },
    },
    close: async () => {
      await app.value.close();
      await close();
    },
  });
}

function forgetfulStore(): TokenStore {
  let token: KeptToken | null = null;
  return {
    load: () => Promise.resolve(token),
    save: (given) => {
      token = given;
      return Promise.resolve();
    },
    clear: () => {
      token = null;
      return Promise.resolve();
    },
  };
}

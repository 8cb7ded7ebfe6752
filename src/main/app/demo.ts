import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result } from '../../shared/result.ts';
import { startDemoCloud } from '../../demo-cloud/demo-cloud.ts';
import { removeFolder } from '../patient-files.ts';
import type { KeptToken, TokenStore } from '../storage/stores.ts';
import type { App } from './app.ts';
import type { Env } from './env.ts';
import { openOn, type StartProblem } from './real.ts';
import type { Host } from './rooms.ts';

/** Rehearsing is for trying things out: what takes minutes in the cloud takes seconds here. */
const pace = 0.05;

/**
 * The app on the embedded demo cloud: offline, no account, nothing that costs. It has a history of its own, which begins anew each
 * time, since the demo cloud forgets.
 */
export async function openDemo(env: Omit<Env, 'bus'>, host: Host): Promise<Result<App, StartProblem>> {
  const folder = join(host.profileDir, 'rehearsal');
  await removeFolder(folder);
  await mkdir(folder, { recursive: true });
  const { url, close } = await startDemoCloud({
    samplesDir: join(host.resourcesDir, 'samples'),
    filesDir: join(folder, 'demo-cloud'),
    seed: Math.floor(Math.random() * 1000),
    pace,
  });
  const config = { apiUrl: url, webUrl: url, token: null, clientId: randomUUID(), skillSource: null };
  const tokens = { anonymous: forgetfulStore(), signedIn: forgetfulStore(), keeping: null };
  const app = await openOn(env, host, { config, rehearsal: true, tokens, folder });
  if (!app.ok) {
    await close();
    return app;
  }
  return ok({
    ...app.value,
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

import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../shared/result.ts';
import { startDemoCloud } from '../demo-cloud/demo-cloud.ts';
import { type CommonParts, type OpenedWorkspace, openOn, type StartProblem } from './real-workspace.ts';
import { removeFolder } from './patient-files.ts';
import type { KeptToken, TokenStore } from './storage/stores.ts';

/** Rehearsing is for trying things out: what takes minutes in the cloud takes seconds here. */
const pace = 0.05;

/**
 * A workspace on the embedded demo cloud: offline, no account, nothing that costs. It has a history of its own, which begins anew
 * each time, since the demo cloud forgets.
 */
export async function openRehearsal(parts: CommonParts): Promise<Result<OpenedWorkspace, StartProblem>> {
  const folder = join(parts.profileDir, 'rehearsal');
  await removeFolder(folder);
  await mkdir(folder, { recursive: true });
  const demoCloud = await startDemoCloud({
    samplesDir: join(parts.resourcesDir, 'samples'),
    filesDir: join(folder, 'studio'),
    seed: Math.floor(Math.random() * 1000),
    pace,
  });
  const config = {
    apiUrl: demoCloud.url,
    webUrl: demoCloud.url,
    token: null,
    clientId: randomUUID(),
    skillSource: null,
  };
  const opened = await openOn(
    parts,
    { config, rehearsal: true, tokenStore: forgetfulStore(), signInStore: forgetfulStore(), folder },
    null,
  );
  if (!opened.ok) {
    await demoCloud.close();
    return opened;
  }
  const close = async (): Promise<void> => {
    await opened.value.close();
    await demoCloud.close();
  };
  return { ok: true, value: { ...opened.value, close } };
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

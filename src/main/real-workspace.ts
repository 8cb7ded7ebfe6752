import { join } from 'node:path';
import { err, ok, type Result } from '../shared/result.ts';
import { readCloudConfig } from './api/config.ts';
import { detectPlatform, readSkill } from './api/attribution.ts';
import { createStores } from './storage/create-stores.ts';
import { keepUnwritten } from './storage/keep-unwritten.ts';
import { type DatabaseProblem, openDatabase } from './storage/database.ts';
import type { SafeBox } from './storage/sealed.ts';
import { type KeptTokenStore, createTokenStore } from './storage/token-store.ts';
import type { Settings } from './storage/settings.ts';
import type { App } from './app/app.ts';
import { openWorkspace, type WorkspaceParts } from './workspace.ts';

/** Why there is no workspace: a variable or file of ours is wrong, or the history cannot be opened. */
export type StartProblem =
  | { readonly kind: 'configuration'; readonly message: string }
  | { readonly kind: 'database'; readonly problem: DatabaseProblem; readonly path: string };

/** What main hands over whatever the cloud. */
export type CommonParts = Omit<
  WorkspaceParts,
  | 'config'
  | 'attribution'
  | 'rehearsal'
  | 'stores'
  | 'giveBack'
  | 'tokenStore'
  | 'signInStore'
  | 'mediaDir'
  | 'packageNotesDir'
  | 'pastedDir'
  | 'mediaJobs'
> & {
  readonly mediaJobs: Omit<WorkspaceParts['mediaJobs'], 'dir'>;
  readonly profileDir: string;
  /** Where `skill/` and `samples/` lie. */
  readonly resourcesDir: string;
  readonly settings: Settings;
  readonly safeBox: SafeBox;
};

export type OpenedWorkspace = {
  readonly workspace: App;
  /** Null in a rehearsal, which has no account. */
  readonly tokenStore: KeptTokenStore | null;
  /** Where a damaged history was put; null in the ordinary case. */
  readonly setAside: string | null;
  readonly webUrl: string;
  /** After the workspace. */
  readonly close: () => Promise<void>;
};

/** The workspace on the real cloud, as the environment configures it. */
export async function openRealWorkspace(parts: CommonParts): Promise<Result<OpenedWorkspace, StartProblem>> {
  const config = readCloudConfig(parts.env);
  if (!config.ok) return configurationProblem(`${config.error.variable}: ${config.error.reason}`);
  const storeOf = (kind: 'token' | 'sign-in'): KeptTokenStore =>
    createTokenStore({
      folder: parts.profileDir,
      apiUrl: config.value.apiUrl,
      kind,
      safeBox: parts.safeBox,
      choice: {
        get: () => parts.settings.get('tokenChoice'),
        set: (choice) => parts.settings.set('tokenChoice', choice),
      },
      now: parts.clock.now,
    });
  const [tokenStore, signInStore] = [storeOf('token'), storeOf('sign-in')];
  const keep: KeptTokenStore['keep'] = async (choice) => {
    await tokenStore.keep(choice);
    await signInStore.keep(choice);
  };
  const place = { config: config.value, rehearsal: false, tokenStore, signInStore, folder: parts.profileDir };
  return openOn(parts, place, { ...tokenStore, keep });
}

type Place = Pick<WorkspaceParts, 'config' | 'rehearsal' | 'tokenStore' | 'signInStore'> & {
  /** Where history and fetched clips are kept; it exists. */
  readonly folder: string;
};

/** Reads the attribution, opens the history in the place's folder, and builds the workspace on both. */
export async function openOn(
  parts: CommonParts,
  { folder, ...place }: Place,
  tokenStore: KeptTokenStore | null,
): Promise<Result<OpenedWorkspace, StartProblem>> {
  const skillPath = join(parts.resourcesDir, 'skill', 'SKILL.md');
  const skill = await readSkill(skillPath);
  if (!skill.ok) return configurationProblem(`SKILL.md: ${skill.error}`);
  const path = join(folder, 'rushes.db');
  const opened = openDatabase(path, parts.clock.now);
  if (!opened.ok) return err({ kind: 'database', problem: opened.error, path });
  const { database, setAside, giveBack } = opened.value;
  giveBack();
  const platform = detectPlatform({
    skillSource: place.config.skillSource,
    installPath: skillPath,
    homeDir: parts.homeDir,
  });
  const kept = keepUnwritten(
    createStores(database, (table) => parts.report(new Error(`A row of ${table} cannot be read`))),
    {
      clock: parts.clock,
      retryMs: parts.timings.unwrittenRetryMs,
      onTrouble: (failure) => parts.emit({ type: 'unwritten', failure }),
      report: parts.report,
    },
  );
  const workspace = openWorkspace({
    ...parts,
    ...place,
    attribution: { source: skill.value.name, version: skill.value.version, platform },
    stores: kept.stores,
    giveBack,
    mediaDir: join(folder, 'media'),
    packageNotesDir: join(folder, 'kits'),
    mediaJobs: { ...parts.mediaJobs, dir: join(folder, 'workshop') },
    pastedDir: join(folder, 'pasted'),
  });
  const close = async (): Promise<void> => {
    await workspace.close();
    kept.close();
    database.close();
  };
  return ok({ workspace, tokenStore, setAside, webUrl: place.config.webUrl, close });
}

function configurationProblem(message: string): Result<never, StartProblem> {
  return err({ kind: 'configuration', message });
}

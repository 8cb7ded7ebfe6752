import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { mendFolder } from '../file-retry.ts';
import type { AccountTokens } from '../account/open-account.ts';
import { type CloudConfig, readCloudConfig } from '../api/config.ts';
import { detectPlatform, readSkill } from '../api/attribution.ts';
import { openStorage, setHistoryAside, type StorageProblem } from '../storage/open-storage.ts';
import { isCorrupt } from '../storage/sqlite.ts';
import { createTokenStore, type KeptTokenStore } from '../storage/token-store.ts';
import { type App, openApp } from './app.ts';
import { createBus } from './bus.ts';
import type { Env } from './env.ts';
import type { Host, Place } from './rooms.ts';

/** Why no app was opened: a variable or file of ours is wrong, or the history cannot be opened. */
export type StartProblem =
  { readonly kind: 'configuration'; readonly message: string } | ({ readonly kind: 'database' } & StorageProblem);

/** The app on the real cloud, as the environment configures it. */
export async function openReal(env: Omit<Env, 'bus'>, host: Host): Promise<Result<App, StartProblem>> {
  const config = readCloudConfig(host.variables);
  if (!config.ok) return configurationProblem(`${config.error.variable}: ${config.error.reason}`);
  const tokens = tokensOf(env, host, config.value);
  return openOn(env, host, { config: config.value, rehearsal: false, tokens, folder: host.profileDir });
}

/**
 * Reads the attribution, opens the history in the place's folder, which exists, and the app on both. It has a bus of its own. A history
 * that turns out to be damaged meanwhile is set aside.
 */
export async function openOn(
  outer: Omit<Env, 'bus'>,
  host: Host,
  place: Omit<Place, 'storage' | 'attribution'>,
  setAside: string | null = null,
): Promise<Result<App, StartProblem>> {
  const env: Env = { ...outer, bus: createBus(outer.report) };
  const skillPath = join(host.resourcesDir, 'skill', 'SKILL.md');
  const skill = await readSkill(skillPath);
  if (!skill.ok) return configurationProblem(`SKILL.md: ${skill.error}`);
  await Promise.all(ownFolders.map((name) => mendFolder(join(place.folder, name), env.clock.now())));
  const opened = await openStorage(env, place.folder, host.storageScript);
  if (!opened.ok) return err({ kind: 'database', ...opened.error });
  const storage = { ...opened.value, setAside: opened.value.setAside ?? setAside };
  const platform = detectPlatform({
    skillSource: place.config.skillSource,
    installPath: skillPath,
    homeDir: host.homeDir,
  });
  const attribution = { source: skill.value.name, version: skill.value.version, platform };
  try {
    return ok(openApp(env, host, { ...place, attribution, storage }));
  } catch (error) {
    // Twice: what took its place cannot be the cause.
    if (!isCorrupt(error) || setAside !== null) throw error;
    await storage.close().catch(env.report);
    const aside = setHistoryAside(place.folder, env.clock.now());
    return aside.ok ? openOn(outer, host, place, aside.value) : err({ kind: 'database', ...aside.error });
  }
}

/** What rooms keep beside the history. */
const ownFolders = ['backups', 'media', 'media-proxies', 'pasted', 'workshop', 'logs'];

function tokensOf(
  { clock }: Omit<Env, 'bus'>,
  { settings, profileDir, safeBox }: Host,
  { apiUrl }: CloudConfig,
): AccountTokens {
  const storeOf = (kind: 'token' | 'sign-in'): KeptTokenStore =>
    createTokenStore({
      folder: profileDir,
      apiUrl,
      kind,
      safeBox,
      choice: {
        get: () => settings.get('tokenChoice'),
        set: (choice) => settings.set('tokenChoice', choice),
      },
      now: clock.now,
    });
  const [anonymous, signedIn] = [storeOf('token'), storeOf('sign-in')];
  const keep: KeptTokenStore['keep'] = async (choice) => {
    await anonymous.keep(choice);
    await signedIn.keep(choice);
  };
  return { anonymous, signedIn, keeping: { tokenKeeping: anonymous.tokenKeeping, keep } };
}

function configurationProblem(message: string): Result<never, StartProblem> {
  return err({ kind: 'configuration', message });
}

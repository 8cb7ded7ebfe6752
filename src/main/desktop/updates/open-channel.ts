import { accessSync, constants } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { app, BrowserWindow, powerMonitor, type Session } from 'electron';
import { AppImageUpdater, type AppUpdater, MacUpdater, NsisUpdater } from 'electron-updater';
import type { NetworkChoice } from '../../../shared/domain/network.ts';
import { isSafeAddress } from '../../api/addresses.ts';
import type { Way } from '../../api/proxies.ts';
import { createRouting } from '../../api/routing.ts';
import { systemClock } from '../../clock.ts';
import { readFeed } from './update-feed.ts';
import type { Channel } from './updates.ts';
import { updaterOver } from './updater.ts';

export type ChannelParts = {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Where the package says where its updates come from, absolute; null where there is no package. */
  readonly file: string | null;
  /** Absolute. */
  readonly profileDir: string;
  /** How the user wants the network to be reached, with the password of a proxy. */
  readonly network: () => NetworkChoice;
};

/** What looks for updates on this system; null where no feed can be used. */
export async function openChannel({ variables, file, profileDir, network }: ChannelParts): Promise<Channel | null> {
  const packaged = file === null ? null : await readFile(file, 'utf8').catch(() => null);
  const feed = readFeed(packaged, variables['RUSHES_UPDATE_URL']);
  if (feed === null) return null;
  const { updater, install } = updaterHere();
  // At once: else Chromium would fetch dictionaries for it from a server of its own.
  updater.netSession.setSpellCheckerLanguages([]);
  // It reads where updates come from out of a file alone, and JSON is YAML.
  const config = join(profileDir, 'update-feed.json');
  await writeFile(config, JSON.stringify(feed));
  updater.updateConfigPath = config;
  updater.forceDevUpdateConfig = true;
  refusePlainHttp(updater.netSession);
  const routing = createRouting({
    choice: network,
    env: variables,
    askSystem: (url) => app.resolveProxy(url),
    onTrouble: () => undefined,
    clock: systemClock,
    keepMs: 0,
    connectMs: 0,
  });
  let ways: readonly Way[] = [null];
  updater.on('login', ({ isProxy }, answer) => {
    const login = ways.find((way) => way?.login)?.login ?? null;
    if (isProxy && login !== null) answer(login.user, login.password);
    else answer('', '');
  });
  const over = updaterOver(updater);
  const check: Channel['check'] = async () => {
    // As the service is reached.
    ways = await routing.waysTo(new URL(feed.url));
    await updater.netSession.setProxy({
      mode: 'fixed_servers',
      proxyRules: ways.map((way) => way?.url ?? 'direct://').join(','),
    });
    return over.check();
  };
  return { ...over, check, install: unlessSessionEnds(install) };
}

type Here = { readonly updater: AppUpdater; readonly install: Channel['install'] };

function updaterHere(): Here {
  if (process.platform === 'darwin') {
    const updater = new MacUpdater();
    // macOS has it installed when this process ends; only the new start has to be asked for.
    const install = async (restart: boolean): Promise<void> => {
      if (!restart) return;
      updater.quitAndInstall();
      await systemClock.wait(3000);
    };
    return { updater, install };
  }
  const updater = process.platform === 'win32' ? new NsisUpdater() : new AppImageUpdater();
  updater.autoInstallOnAppQuit = false;
  const install = (restart: boolean): Promise<void> => {
    // Else the new start would find this one still there, and give way to it.
    app.releaseSingleInstanceLock();
    updater.install(true, restart);
    return Promise.resolve();
  };
  return { updater, install: process.platform === 'win32' || isOwnAppImage() ? install : null };
}

/** Packages of the system are its package manager's, and an unpacked folder is the user's. */
function isOwnAppImage(): boolean {
  const path = process.env['APPIMAGE'];
  if (path === undefined) return false;
  try {
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A computer that shuts down would end the installer in the middle. */
function unlessSessionEnds(install: Channel['install']): Channel['install'] {
  if (install === null) return null;
  let ends = false;
  const note = (): void => void (ends = true);
  powerMonitor.on('shutdown', note);
  const watch = (window: BrowserWindow): void => void window.on('session-end', note);
  BrowserWindow.getAllWindows().forEach(watch);
  app.on('browser-window-created', (_event, window) => watch(window));
  return async (restart) => {
    if (!ends) await install(restart);
  };
}

function refusePlainHttp(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !isSafeAddress(new URL(details.url)) }));
}

import { shell } from 'electron';
import { assertNever } from '../../shared/assert-never.ts';
import type { Locale, Preferences } from '../../shared/domain/app-state.ts';
import { type Failure, type LinkTarget, notFound } from '../../shared/domain/failure.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { done, ok, type Result } from '../../shared/result.ts';
import { registrationLink, topUpLink } from '../api/links.ts';
import type { App } from '../app/app.ts';
import type { CloudChoice, Desktop, NetworkContext, UpdatesContext } from '../ipc/context.ts';
import type { Settings } from '../storage/settings.ts';
import { createExportPlace, viewOf } from './save-place.ts';
import type { Links } from './links.ts';
import { canCopyFiles, type SavedFiles } from './saved-files.ts';
import { applyTheme } from './window.ts';

type DesktopParts = Pick<
  Desktop,
  'subscribe' | 'about' | 'openLogs' | 'localDataSizes' | 'chooseDataFolder' | 'homepage'
> & {
  readonly settings: Settings;
  /** Null before one is open. */
  readonly app: () => App | null;
  readonly links: Links;
  readonly locale: () => Locale;
  readonly emit: (event: AppEvent) => void;
  readonly installMenu: () => void;
  /** Draws the open window's content at this size, in percent. */
  readonly applyScale: (uiScale: number) => void;
  readonly network: NetworkContext;
  readonly updates: UpdatesContext;
  readonly savedFiles: SavedFiles;
  readonly chooseCopyTarget: Desktop['chooseCopyTarget'];
  readonly saveFrame: Desktop['saveFrame'];
  readonly saveTable: Desktop['saveTable'];
  readonly diagnostics: () => Promise<string>;
  readonly exportsSeen: () => void;
  readonly workerDied: Desktop['workerDied'];
  readonly pickFolder: () => Promise<string | null>;
};

/** Settings and the desktop, as the window's requests see them. */
export function createDesktop(parts: DesktopParts): Omit<Desktop, keyof CloudChoice> {
  const { settings, app, links, locale, emit, installMenu, exportsSeen, pickFolder, savedFiles } = parts;
  const { network, updates } = parts;
  return {
    subscribe: parts.subscribe,
    settings: () => ({
      locale: locale(),
      preferences: settings.get('preferences'),
      exportPlace: viewOf(settings.get('exportPlace')),
      network: network.view(),
      canCopyFiles,
      tokenKeeping: app()?.account.tokenKeeping() ?? 'keyring',
      settingsReset: settings.setAside !== null,
      update: updates.state(),
    }),
    changePreferences: (change) => {
      const preferences = changed(settings.get('preferences'), change);
      settings.set('preferences', preferences);
      applyTheme(preferences.theme);
      parts.applyScale(preferences.uiScale);
      installMenu();
      emit({ type: 'preferences', preferences, locale: locale() });
    },
    exportPlace: createExportPlace({ settings, pickFolder, emit }),
    network,
    updates,
    openProject: (projectId) => settings.set('openProjectId', projectId),
    lastOpenProject: () => settings.get('openProjectId'),
    openLink: async (link, projectId) => {
      const opened = app();
      if (!opened) return notFound;
      const address = await addressOf(link, projectId, opened);
      if (!address.ok) return address;
      return (await links.openOwn(address.value)) ? done : notFound;
    },
    openUrl: async (url) => {
      await links.openForeign(url);
    },
    exportsSeen,
    diagnostics: parts.diagnostics,
    localDataSizes: parts.localDataSizes,
    about: parts.about,
    homepage: parts.homepage,
    openLogs: parts.openLogs,
    workerDied: parts.workerDied,
    chooseDataFolder: parts.chooseDataFolder,
    showInFolder: (path) => shell.showItemInFolder(path),
    savedFiles,
    chooseCopyTarget: parts.chooseCopyTarget,
    saveFrame: parts.saveFrame,
    saveTable: parts.saveTable,
  };
}

/** Null is a choice, such as no daily limit; undefined changes nothing. */
function changed(before: Preferences, change: Parameters<Desktop['changePreferences']>[0]): Preferences {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}

async function addressOf(link: LinkTarget, projectId: string, app: App): Promise<Result<string, Failure>> {
  switch (link) {
    case 'register':
      return ok(registrationLink(app.webUrl, app.bindId(projectId)));
    case 'top-up':
      return ok(topUpLink(app.webUrl));
    case 'project':
      return app.claimLink(projectId);
    default:
      return assertNever(link);
  }
}

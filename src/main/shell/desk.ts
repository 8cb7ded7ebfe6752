import { shell } from 'electron';
import type { Locale } from '../../shared/domain/app-state.ts';
import type { AppEvent } from '../../shared/ipc/events.ts';
import { registrationLink, topUpLink } from '../cloud/links.ts';
import type { CloudSwitch } from '../cloud-switch.ts';
import type { Desk } from '../ipc/handlers/parts.ts';
import type { Settings } from '../state/settings.ts';
import type { Links } from './links.ts';
import { applyTheme } from './window.ts';

export type DeskParts = {
  readonly settings: Settings;
  readonly clouds: CloudSwitch;
  readonly links: Links;
  readonly locale: () => Locale;
  readonly emit: (event: AppEvent) => void;
  readonly installMenu: () => void;
};

/** Settings and the desktop, as the window's requests see them. */
export function createDesk({ settings, clouds, links, locale, emit, installMenu }: DeskParts): Desk {
  return {
    settings: () => ({
      locale: locale(),
      preferences: settings.get('preferences'),
      tokenKeeping: clouds.opened()?.tokenStore?.tokenKeeping() ?? 'keyring',
      settingsReset: settings.setAside !== null,
    }),
    changePreferences: ({ language, theme }) => {
      const before = settings.get('preferences');
      const preferences = { language: language ?? before.language, theme: theme ?? before.theme };
      settings.set('preferences', preferences);
      applyTheme(preferences.theme);
      installMenu();
      emit({ type: 'preferences', preferences, locale: locale() });
    },
    keepToken: async (keep) => {
      const store = clouds.opened()?.tokenStore;
      if (!store) return;
      await store.keep(keep);
      emit({ type: 'token-keeping', tokenKeeping: store.tokenKeeping() });
    },
    openProject: (projectId) => settings.set('openProjectId', projectId),
    lastOpenProject: () => settings.get('openProjectId'),
    openLink: async (link) => {
      const opened = clouds.opened();
      if (!opened) return { code: 'not-found' };
      const bindId = opened.workspace.bindId(settings.get('openProjectId'));
      const address = link === 'register' ? registrationLink(opened.webUrl, bindId) : topUpLink(opened.webUrl);
      return (await links.openOwn(address)) ? null : { code: 'not-found' };
    },
    openUrl: async (url) => {
      await links.openForeign(url);
    },
    showInFolder: (path) => {
      shell.showItemInFolder(path);
      return null;
    },
  };
}

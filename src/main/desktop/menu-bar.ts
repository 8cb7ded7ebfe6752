import { app, Menu } from 'electron';
import type { Preferences } from '../../shared/domain/app-state.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { App } from '../app/app.ts';
import type { CurrentApp } from '../app/current.ts';
import type { Desktop } from '../ipc/context.ts';
import type { Outbox } from '../ipc/outbox.ts';
import { createLauncher, type LauncherParts } from './launcher.ts';
import { type MenuParts, menuTemplate } from './menu.ts';
import type { Quitting } from './quitting.ts';
import type { Started } from './started.ts';
import type { WindowHost } from './window-host.ts';

/** The application's menu, and that of its icon. */
export type MenuBar = {
  /** Puts the menus in place of the present ones; again when language or preferences change. */
  readonly show: () => void;
  readonly projectsChanged: () => void;
};

type MenuBarParts = Pick<MenuParts, 'zoom'> &
  Pick<LauncherParts, 'open' | 'texts'> & {
    readonly windows: WindowHost;
    readonly outbox: Pick<Outbox, 'emit'>;
    readonly quitting: Quitting;
    readonly current: CurrentApp;
    readonly change: Desktop['changePreferences'];
    readonly hasHomepage: () => boolean;
  };

export function createMenuBar(
  { settings, report }: Pick<Started, 'settings' | 'report'>,
  parts: MenuBarParts,
): MenuBar {
  const { texts, windows, outbox, quitting, current, change, hasHomepage, zoom, open } = parts;
  const launcher = createLauncher({
    projects: () => namedProjects(current.now(), settings.get('preferences')),
    texts,
    open,
    report,
  });

  return {
    show: () => {
      const { menuBar } = settings.get('preferences');
      const template = menuTemplate({
        t: texts(),
        platform: process.platform,
        development: !app.isPackaged,
        rehearsal: current.now()?.rehearsal === true,
        hasHomepage: hasHomepage(),
        menuBar,
        setMenuBar: (shown) => change({ menuBar: shown }),
        zoom,
        run: (command) => outbox.emit({ type: 'command', command }),
        quit: quitting.wanted,
      });
      Menu.setApplicationMenu(Menu.buildFromTemplate([...template]));
      windows.showMenuBar(menuBar);
      launcher.changed();
    },
    projectsChanged: launcher.changed,
  };
}

/** What the menu of the icon may name: projects of a rehearsal are gone once it has ended. */
function namedProjects(opened: App | null, { recentProjects }: Preferences): readonly Project[] {
  return recentProjects && opened?.rehearsal === false ? opened.projects.list() : [];
}

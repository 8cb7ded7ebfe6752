import { app, Menu } from 'electron';
import type { Project } from '../../shared/domain/project.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import { dockMenu, jumpList, type LauncherContent, recentProjects } from './launcher-menu.ts';
import type { OpenRequest } from './start-options.ts';

export type LauncherParts = {
  /** Empty where they are not to be named. */
  readonly projects: () => readonly Project[];
  readonly texts: () => MainTranslate;
  readonly open: (opening: Partial<OpenRequest>) => void;
  readonly report: (error: unknown) => void;
};

type Show = (shown: LauncherContent, open: LauncherParts['open']) => void;

const platformMenus: Readonly<Partial<Record<NodeJS.Platform, Show>>> = {
  win32: (shown) => {
    const removed = new Set(app.getJumpListSettings().removedItems.flatMap(({ args }) => args ?? []));
    const list = jumpList({
      ...shown,
      program: process.execPath,
      args: app.isPackaged ? [] : [app.getAppPath()],
      removed,
    });
    // Who has switched recent items off in Windows has the tasks all the same.
    if (app.setJumpList([...list]) !== 'ok') app.setJumpList(list.filter(({ type }) => type === 'tasks'));
  },
  darwin: (shown, open) => {
    const template = dockMenu({
      ...shown,
      newProject: () => open({ newProject: true }),
      openLink: (link) => open({ link }),
    });
    app.dock?.setMenu(Menu.buildFromTemplate([...template]));
  },
};

type Launcher = {
  /** Projects, language or preferences may be others. */
  readonly changed: () => void;
};

/** Keeps the jump list of Windows and the Dock's menu of macOS; elsewhere it does nothing. */
export function createLauncher({ projects, texts, open, report }: LauncherParts): Launcher {
  const show = platformMenus[process.platform];
  let before = '';
  let isDue = false;

  const update = (): void => {
    isDue = false;
    const t = texts();
    const recent = recentProjects(projects(), t);
    const now = JSON.stringify([t('launcher.newProject'), recent]);
    if (now === before) return;
    before = now;
    try {
      show?.({ t, recent }, open);
    } catch (error) {
      report(error);
    }
  };

  return {
    // Later: many projects may change at once.
    changed: () => {
      if (isDue || show === undefined) return;
      isDue = true;
      setImmediate(update);
    },
  };
}

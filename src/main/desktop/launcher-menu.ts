import type { JumpListCategory, JumpListItem, MenuItemConstructorOptions } from 'electron';
import type { Project } from '../../shared/domain/project.ts';
import { projectLink } from '../../shared/project-link.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import { newProjectSwitch } from './start-options.ts';

/** What the app's icon offers in the taskbar or the Dock. */
export type LauncherContent = {
  readonly t: MainTranslate;
  readonly recent: readonly RecentProject[];
};

type RecentProject = { readonly id: string; readonly title: string };

/** As many as Windows has room for beside the tasks, with the usual settings. */
const mostRecent = 6;
/** Windows refuses a whole list for one title of 260 UTF-16 units; nobody reads that many. */
const longestTitle = 80;
// Characters that steer a line, such as a change of its direction, would reach the desktop's own menu.
const steering = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** The projects that were worked on last, newest first; those put away are not among them. */
export function recentProjects(projects: readonly Project[], t: MainTranslate): readonly RecentProject[] {
  return projects
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, mostRecent)
    .map(({ id, name }) => ({ id, title: titleOf(name) || t('notification.unnamed') }));
}

function titleOf(name: string): string {
  const characters = Array.from(name.replaceAll(steering, ' ').trim());
  return characters.length > longestTitle ? `${characters.slice(0, longestTitle - 1).join('')}…` : characters.join('');
}

type JumpListParts = LauncherContent & {
  /** The app's executable, absolute, and what it is to be started with in front of what each entry adds. */
  readonly program: string;
  readonly args: readonly string[];
  /** What the user has taken off the list; Windows refuses a list that has it again. By arguments. */
  readonly removed: ReadonlySet<string>;
};

/** Windows: the list behind the icon's second button. Each entry starts the app, which hands on to the one that runs. */
export function jumpList({ t, recent, program, args, removed }: JumpListParts): readonly JumpListCategory[] {
  const item = (title: string, argument: string): JumpListItem => ({
    type: 'task',
    title,
    program,
    args: [...args.map((part) => `"${part}"`), argument].join(' '),
    iconPath: program,
    iconIndex: 0,
  });
  const items = recent
    .map(({ id, title }) => item(title, projectLink(id)))
    .filter((entry) => !removed.has(entry.args ?? ''));
  const tasks: JumpListCategory = { type: 'tasks', items: [item(t('launcher.newProject'), newProjectSwitch)] };
  return items.length === 0 ? [tasks] : [{ type: 'custom', name: t('launcher.recent'), items }, tasks];
}

type DockMenuParts = LauncherContent & {
  readonly newProject: () => void;
  readonly openLink: (link: string) => void;
};

/** macOS: the Dock's menu. */
export function dockMenu({ t, recent, newProject, openLink }: DockMenuParts): readonly MenuItemConstructorOptions[] {
  return [
    { label: t('launcher.newProject'), click: newProject },
    ...(recent.length === 0 ? [] : [{ type: 'separator' as const }]),
    ...recent.map(({ id, title }) => ({ label: title.replaceAll('&', '&&'), click: () => openLink(projectLink(id)) })),
  ];
}

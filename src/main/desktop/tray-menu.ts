import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopStatusTexts } from './desktop-status-texts.ts';
import type { DesktopActivity } from './activity.ts';

/** More lines than this make a menu that nobody reads. */
const most = 12;

/** What is under way, a line for each. `nameOf` gives a project's name, empty where it has none. */
export function jobLines(
  activity: DesktopActivity,
  texts: DesktopStatusTexts,
  nameOf: (projectId: string) => string,
): readonly string[] {
  const exports = [...activity.exports.values()].map(({ fileName, state }) => texts.job(fileName, texts.phases[state]));
  const uploads = [...activity.uploads.values()].map(({ name }) => texts.job(name, texts.uploading));
  const making = [...activity.making.values()].map(({ name, kind, state }) =>
    texts.job(name, state === 'ready' ? texts.made : texts.making[kind]),
  );
  const working = new Set(
    [...activity.turns.values()].filter(({ state }) => state !== 'queued').map(({ projectId }) => projectId),
  );
  const answers = [...working].map((id) => texts.job(nameOf(id) || texts.unnamed, texts.working));
  return [...exports, ...uploads, ...making, ...answers];
}

/** macOS tells of the click that opens the menu, too: the window would come with it. */
export function opensByClick(platform: NodeJS.Platform): boolean {
  return platform !== 'darwin';
}

/** The tray's menu: a line for each job, and the ways to the window and out. */
export function trayMenu(
  lines: readonly string[],
  texts: DesktopStatusTexts,
  localCommands: { readonly open: () => void; readonly quit: () => void },
): readonly MenuItemConstructorOptions[] {
  const shown = lines.slice(0, most);
  const more = lines.length - shown.length;
  return [
    // An ampersand would underline the letter behind it.
    ...shown.map((line) => ({ label: line.replaceAll('&', '&&'), enabled: false })),
    ...(more > 0 ? [{ label: `+ ${more}`, enabled: false }] : []),
    ...(lines.length > 0 ? [{ type: 'separator' as const }] : []),
    { label: texts.open, click: localCommands.open },
    { label: texts.quit, click: localCommands.quit },
  ];
}

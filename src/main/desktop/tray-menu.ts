import type { MenuItemConstructorOptions } from 'electron';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import type { DesktopActivity } from './activity.ts';

/** More lines than this make a menu that nobody reads. */
const most = 12;

/** What is under way, a line for each. `nameOf` gives a project's name, empty where it has none. */
export function jobLines(
  activity: DesktopActivity,
  t: MainTranslate,
  nameOf: (projectId: string) => string,
): readonly string[] {
  const exports = [...activity.exports.values()].map(({ fileName, state }) =>
    t('activity.job', { name: fileName, phase: t(`activity.export.${state}`) }),
  );
  const uploads = [...activity.uploads.values()].map(({ name }) =>
    t('activity.job', { name, phase: t('activity.uploading') }),
  );
  const making = [...activity.making.values()].map(({ name, kind, state }) =>
    t('activity.job', { name, phase: state === 'ready' ? t('activity.made') : t(`activity.making.${kind}`) }),
  );
  const working = new Set(
    [...activity.turns.values()].filter(({ state }) => state !== 'queued').map(({ projectId }) => projectId),
  );
  const answers = [...working].map((id) =>
    t('activity.job', { name: nameOf(id) || t('notification.unnamed'), phase: t('activity.working') }),
  );
  return [...exports, ...uploads, ...making, ...answers];
}

/** macOS tells of the click that opens the menu, too: the window would come with it. */
export function opensByClick(platform: NodeJS.Platform): boolean {
  return platform !== 'darwin';
}

/** The tray's menu: a line for each job, and the ways to the window and out. */
export function trayMenu(
  lines: readonly string[],
  t: MainTranslate,
  localCommands: { readonly open: () => void; readonly quit: () => void },
): readonly MenuItemConstructorOptions[] {
  const shown = lines.slice(0, most);
  const more = lines.length - shown.length;
  return [
    // An ampersand would underline the letter behind it.
    ...shown.map((line) => ({ label: line.replaceAll('&', '&&'), enabled: false })),
    ...(more > 0 ? [{ label: `+ ${more}`, enabled: false }] : []),
    ...(lines.length > 0 ? [{ type: 'separator' as const }] : []),
    { label: t('activity.open'), click: localCommands.open },
    { label: t('activity.quit'), click: localCommands.quit },
  ];
}

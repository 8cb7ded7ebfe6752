import type { MenuItemConstructorOptions } from 'electron';
import type { ZoomStep } from '../../shared/domain/ui-scale.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import {
  accelerators,
  type MenuCommand,
  type PlaybackCommand,
  playerAccelerators,
} from '../../shared/domain/menu-command.ts';
import type { DesktopActivity } from './activity.ts';

type Item = Readonly<MenuItemConstructorOptions>;

export type MenuParts = {
  readonly t: MainTranslate;
  readonly platform: NodeJS.Platform;
  /** Shows reload and the developer tools, which a shipped app does not have. */
  readonly development: boolean;
  /** Shows what may be made to go wrong. */
  readonly rehearsal: boolean;
  /** Whether there is a page to report problems on. */
  readonly hasHomepage: boolean;
  /** Whether the menu always shows; else Alt shows it. macOS has it in its own bar. */
  readonly menuBar: boolean;
  readonly setMenuBar: (shown: boolean) => void;
  /** One size larger or smaller, or back to the actual size (0). */
  readonly zoom: (step: ZoomStep) => void;
  /** Lets the window do something. */
  readonly run: (command: MenuCommand) => void;
  /** Elsewhere than on macOS, whose menu quits by itself. */
  readonly quit: () => void;
};

const separator: Item = { type: 'separator' };

/** The whole application menu; the same parts give the same menu. */
export function menuTemplate(parts: MenuParts): readonly MenuItemConstructorOptions[] {
  const mac = parts.platform === 'darwin';
  const menus = [
    fileMenu(parts, mac),
    editMenu(parts),
    viewMenu(parts, mac),
    playbackMenu(parts, mac),
    windowMenu(parts, mac),
    helpMenu(parts, mac),
  ];
  return mac
    ? [appMenu(parts), ...menus]
    : menus.map((menu, at) => ({ ...menu, label: withAccessKey(menu.label, at) }));
}

/** The letters that open a menu together with Alt, in the order of the menus. */
const accessKeys = 'FEVPWH';

/** Underlines the letter in the name, or puts it behind a name that is written without letters, as Windows does: `文件(&F)`. */
function withAccessKey(label = '', at: number): string {
  const letter = accessKeys.charAt(at);
  return label.includes(letter) ? label.replace(letter, `&${letter}`) : `${label}(&${letter})`;
}

/** Something that the window does, with its key. */
function commandItem({ t, run }: MenuParts, command: MenuCommand): Item {
  const accelerator = (accelerators as Readonly<Partial<Record<MenuCommand, string>>>)[command];
  return {
    id: command,
    label: t(`menu.command.${command}`),
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => run(command),
  };
}

function appMenu(parts: MenuParts): Item {
  const { t } = parts;
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: t('menu.command.about') },
      commandItem(parts, 'updates'),
      separator,
      commandItem(parts, 'settings'),
      separator,
      { role: 'services', label: t('menu.services') },
      separator,
      { role: 'hide', label: t('menu.hide') },
      { role: 'hideOthers', label: t('menu.hideOthers') },
      { role: 'unhide', label: t('menu.showAll') },
      separator,
      { role: 'quit', label: t('menu.quit') },
    ],
  };
}

function fileMenu(parts: MenuParts, mac: boolean): Item {
  const { t } = parts;
  return {
    label: t('menu.file'),
    submenu: [
      commandItem(parts, 'new'),
      commandItem(parts, 'open-project'),
      commandItem(parts, 'rename'),
      separator,
      commandItem(parts, 'attach'),
      separator,
      commandItem(parts, 'export'),
      commandItem(parts, 'interchange'),
      separator,
      ...(mac ? [] : [commandItem(parts, 'settings'), separator]),
      mac ? { role: 'close', label: t('menu.close') } : leaveItem(parts),
    ],
  };
}

/** Windows says Exit, and has no key for it beside Alt+F4. */
function leaveItem({ t, platform, quit }: MenuParts): Item {
  return platform === 'win32'
    ? { id: 'quit', label: t('menu.exit'), click: quit }
    : { id: 'quit', label: t('menu.quit'), accelerator: 'CmdOrCtrl+Q', click: quit };
}

function editMenu(parts: MenuParts): Item {
  const { t } = parts;
  return {
    label: t('menu.edit'),
    submenu: [
      { role: 'undo', label: t('menu.undo') },
      { role: 'redo', label: t('menu.redo') },
      // Of the video. The key is that of the undo above, which is a text's: the window tells them apart.
      commandItem(parts, 'undo'),
      separator,
      { role: 'cut', label: t('menu.cut') },
      { role: 'copy', label: t('menu.copy') },
      { role: 'paste', label: t('menu.paste') },
      { role: 'selectAll', label: t('menu.selectAll') },
      separator,
      commandItem(parts, 'search'),
      commandItem(parts, 'palette'),
    ],
  };
}

function viewMenu(parts: MenuParts, mac: boolean): Item {
  const { t, development, rehearsal, menuBar, setMenuBar, zoom } = parts;
  const forDevelopers: readonly Item[] = [
    { role: 'reload', label: t('menu.reload') },
    { role: 'toggleDevTools', label: t('menu.developerTools') },
    separator,
  ];
  const bar: Item = {
    id: 'menu-bar',
    type: 'checkbox',
    label: t('menu.menuBar'),
    checked: menuBar,
    click: ({ checked }) => setMenuBar(checked),
  };
  return {
    label: t('menu.view'),
    submenu: [
      ...(development ? forDevelopers : []),
      ...(rehearsal ? [commandItem(parts, 'faults'), separator] : []),
      commandItem(parts, 'projectMedia'),
      separator,
      { id: 'actual-size', label: t('menu.actualSize'), accelerator: accelerators['zoom-reset'], click: () => zoom(0) },
      { id: 'zoom-in', label: t('menu.zoomIn'), accelerator: accelerators['zoom-in'], click: () => zoom(1) },
      { id: 'zoom-out', label: t('menu.zoomOut'), accelerator: accelerators['zoom-out'], click: () => zoom(-1) },
      separator,
      ...(mac ? [] : [bar]),
      { role: 'togglefullscreen', label: t('menu.fullScreen') },
    ],
  };
}

/** The player has these keys itself, and only while no text is typed; macOS would take them for the menu. */
function playbackMenu(parts: MenuParts, mac: boolean): Item {
  const item = (command: PlaybackCommand): Item => ({
    ...commandItem(parts, command),
    ...(mac ? {} : { accelerator: playerAccelerators[command], registerAccelerator: false }),
  });
  return {
    label: parts.t('menu.playback'),
    submenu: [
      item('play'),
      separator,
      item('frame-back'),
      item('frame-on'),
      item('second-back'),
      item('second-on'),
      separator,
      item('to-start'),
      item('to-end'),
    ],
  };
}

function windowMenu({ t }: MenuParts, mac: boolean): Item {
  return {
    label: t('menu.window'),
    role: 'window',
    submenu: [
      { role: 'minimize', label: t('menu.minimize') },
      mac ? { role: 'zoom', label: t('menu.zoom') } : { role: 'close', label: t('menu.close') },
      ...(mac ? [separator, { role: 'front', label: t('menu.front') } as const] : []),
    ],
  };
}

function helpMenu(parts: MenuParts, mac: boolean): Item {
  const { t } = parts;
  return {
    label: t('menu.help'),
    role: 'help',
    submenu: [
      commandItem(parts, 'shortcuts'),
      commandItem(parts, 'whats-new'),
      separator,
      commandItem(parts, 'diagnostics'),
      ...(parts.hasHomepage ? [commandItem(parts, 'report')] : []),
      // macOS has its own panel for that, in the app's menu.
      ...(mac ? [] : [separator, commandItem(parts, 'updates'), commandItem(parts, 'about')]),
    ],
  };
}

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

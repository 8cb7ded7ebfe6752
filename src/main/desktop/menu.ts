import type { Input, MenuItemConstructorOptions } from 'electron';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';

type Item = Readonly<MenuItemConstructorOptions>;

export type MenuParts = {
  readonly t: MainTranslate;
  readonly platform: NodeJS.Platform;
  /** Shows reload and the developer tools, which a shipped app does not have. */
  readonly development: boolean;
  readonly newProject: () => void;
  readonly settings: () => void;
  /** Shows the search over projects and commands. */
  readonly palette: () => void;
  /** Elsewhere than on macOS, whose menu quits by itself. */
  readonly quit: () => void;
};

const separator: Item = { type: 'separator' };

/** The whole application menu; the same parts give the same menu. */
export function menuTemplate(parts: MenuParts): readonly MenuItemConstructorOptions[] {
  const mac = parts.platform === 'darwin';
  return [
    ...(mac ? [appMenu(parts)] : []),
    fileMenu(parts, mac),
    editMenu(parts),
    viewMenu(parts),
    windowMenu(parts, mac),
  ];
}

function settingsItem({ t, settings }: MenuParts): Item {
  return { id: 'settings', label: t('menu.settings'), accelerator: 'CmdOrCtrl+,', click: settings };
}

function appMenu(parts: MenuParts): Item {
  const { t } = parts;
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: t('menu.about') },
      separator,
      settingsItem(parts),
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
  const { t, newProject } = parts;
  return {
    label: t('menu.file'),
    submenu: [
      { id: 'new-project', label: t('menu.newProject'), accelerator: 'CmdOrCtrl+N', click: newProject },
      separator,
      ...(mac ? [] : [settingsItem(parts), separator]),
      mac
        ? { role: 'close', label: t('menu.close') }
        : { id: 'quit', label: t('menu.quit'), accelerator: 'CmdOrCtrl+Q', click: parts.quit },
    ],
  };
}

function editMenu({ t, palette }: MenuParts): Item {
  return {
    label: t('menu.edit'),
    submenu: [
      { role: 'undo', label: t('menu.undo') },
      { role: 'redo', label: t('menu.redo') },
      separator,
      { role: 'cut', label: t('menu.cut') },
      { role: 'copy', label: t('menu.copy') },
      { role: 'paste', label: t('menu.paste') },
      { role: 'selectAll', label: t('menu.selectAll') },
      separator,
      { id: 'palette', label: t('menu.search'), accelerator: 'CmdOrCtrl+K', click: palette },
    ],
  };
}

const zoomKeys = new Map([
  ['=', 1],
  ['+', 1],
  ['NumpadAdd', 1],
  ['NumpadSubtract', -1],
  ['Numpad0', 0],
]);

/**
 * Steps of zoom for the keys that the menu's own do not cover: the plus sign without Shift, or where a keyboard has it elsewhere,
 * and the number pad. 0: back to the actual size; null: another key.
 */
export function zoomStep(press: KeyPress, platform: NodeJS.Platform): number | null {
  const wanted = platform === 'darwin' ? press.meta && !press.control : press.control && !press.meta;
  if (press.type !== 'keyDown' || !wanted || press.alt) return null;
  return zoomKeys.get(press.code) ?? zoomKeys.get(press.key) ?? null;
}

type KeyPress = Readonly<Pick<Input, 'type' | 'key' | 'code' | 'control' | 'meta' | 'alt'>>;

function viewMenu({ t, development }: MenuParts): Item {
  const forDevelopers: readonly Item[] = [
    { role: 'reload', label: t('menu.reload') },
    { role: 'toggleDevTools', label: t('menu.developerTools') },
    separator,
  ];
  return {
    label: t('menu.view'),
    submenu: [
      ...(development ? forDevelopers : []),
      { role: 'resetZoom', label: t('menu.actualSize') },
      { role: 'zoomIn', label: t('menu.zoomIn') },
      { role: 'zoomOut', label: t('menu.zoomOut') },
      separator,
      { role: 'togglefullscreen', label: t('menu.fullScreen') },
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

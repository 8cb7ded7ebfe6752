import type { Input, MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from './texts.ts';

type Item = Readonly<MenuItemConstructorOptions>;

export type MenuParts = {
  readonly texts: ShellTexts['menu'];
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

function settingsItem({ texts, settings }: MenuParts): Item {
  return { id: 'settings', label: texts.settings, accelerator: 'CmdOrCtrl+,', click: settings };
}

function appMenu(parts: MenuParts): Item {
  const { texts } = parts;
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: texts.about },
      separator,
      settingsItem(parts),
      separator,
      { role: 'services', label: texts.services },
      separator,
      { role: 'hide', label: texts.hide },
      { role: 'hideOthers', label: texts.hideOthers },
      { role: 'unhide', label: texts.showAll },
      separator,
      { role: 'quit', label: texts.quit },
    ],
  };
}

function fileMenu(parts: MenuParts, mac: boolean): Item {
  const { texts, newProject } = parts;
  return {
    label: texts.file,
    submenu: [
      { id: 'new-project', label: texts.newProject, accelerator: 'CmdOrCtrl+N', click: newProject },
      separator,
      ...(mac ? [] : [settingsItem(parts), separator]),
      mac
        ? { role: 'close', label: texts.close }
        : { id: 'quit', label: texts.quit, accelerator: 'CmdOrCtrl+Q', click: parts.quit },
    ],
  };
}

function editMenu({ texts, palette }: MenuParts): Item {
  return {
    label: texts.edit,
    submenu: [
      { role: 'undo', label: texts.undo },
      { role: 'redo', label: texts.redo },
      separator,
      { role: 'cut', label: texts.cut },
      { role: 'copy', label: texts.copy },
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
      separator,
      { id: 'palette', label: texts.search, accelerator: 'CmdOrCtrl+K', click: palette },
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

function viewMenu({ texts, development }: MenuParts): Item {
  const forDevelopers: readonly Item[] = [
    { role: 'reload', label: texts.reload },
    { role: 'toggleDevTools', label: texts.developerTools },
    separator,
  ];
  return {
    label: texts.view,
    submenu: [
      ...(development ? forDevelopers : []),
      { role: 'resetZoom', label: texts.actualSize },
      { role: 'zoomIn', label: texts.zoomIn },
      { role: 'zoomOut', label: texts.zoomOut },
      separator,
      { role: 'togglefullscreen', label: texts.fullScreen },
    ],
  };
}

function windowMenu({ texts }: MenuParts, mac: boolean): Item {
  return {
    label: texts.window,
    role: 'window',
    submenu: [
      { role: 'minimize', label: texts.minimize },
      mac ? { role: 'zoom', label: texts.zoom } : { role: 'close', label: texts.close },
      ...(mac ? [separator, { role: 'front', label: texts.front } as const] : []),
    ],
  };
}

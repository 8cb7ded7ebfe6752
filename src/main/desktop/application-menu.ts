import { Menu } from 'electron';
import { type MenuParts, menuTemplate } from './menu.ts';

/** Puts the menu in place of the present one; again when the language changes. */
export function installMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([...menuTemplate(parts)]));
}

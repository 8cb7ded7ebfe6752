import { join } from 'node:path';
import { Menu, nativeImage, Tray } from 'electron';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import { opensByClick, trayMenu } from './menu.ts';

/** The icon that tells of running jobs while there is no window. */
type TrayIcon = {
  /** Shows these jobs; takes the icon away where there are none, or empties it where it must stay. */
  readonly show: (lines: readonly string[]) => void;
};

type TrayParts = {
  /** Where the icons lie. */
  readonly folder: string;
  readonly texts: () => MainTranslate;
  readonly open: () => void;
  readonly quit: () => void;
  readonly report: (error: unknown) => void;
};

/**
 * Without a tray service Chromium draws the icon with GTK, and taking that one away ends the process at times (SIGSEGV behind
 * "gtk_widget_destroy: assertion failed", 3 of 6 windows opened anew). So on Linux an icon that was shown once stays.
 */
const mayBeTakenAway = process.platform !== 'linux';

/** Where the desktop has no place for such icons, nothing is shown and nothing breaks. */
export function createTray({ folder, texts, open, quit, report }: TrayParts): TrayIcon {
  let tray: Tray | null = null;
  let shown = '';

  const present = (): Tray => {
    if (tray) return tray;
    // macOS takes a template, and colours it as its menu bar wants.
    const name = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png';
    tray = new Tray(nativeImage.createFromPath(join(folder, name)));
    if (opensByClick(process.platform)) tray.on('click', open);
    return tray;
  };

  return {
    show: (lines) => {
      // Its own words are in the user's language, too.
      const key = [texts()('activity.open'), ...lines].join('\n');
      if (key === shown) return;
      shown = key;
      try {
        if (lines.length === 0 && (mayBeTakenAway || tray === null)) {
          tray?.destroy();
          tray = null;
          return;
        }
        const icon = present();
        icon.setToolTip(['Rushes', ...lines].slice(0, 4).join('\n'));
        icon.setContextMenu(Menu.buildFromTemplate([...trayMenu(lines, texts(), { open, quit })]));
      } catch (error) {
        report(error);
      }
    },
  };
}

import type { MenuCommand } from '../../shared/domain/menu-command.ts';
import { openCommands } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { commandList } from './command-list.ts';

/** These only open a dialog, and may take the place of another one. */
const opensDialog: ReadonlySet<MenuCommand> = new Set([
  'settings',
  'faults',
  'shortcuts',
  'whats-new',
  'about',
  'updates',
  'diagnostics',
  'report',
]);

/** Does what a menu or a key asks for, where it makes sense now. Nothing happens beneath an open dialog. */
export function runCommand(command: MenuCommand): void {
  if (command === 'palette') return openCommands({ kind: 'palette' });
  if (command === 'search') return openCommands({ kind: 'search', query: '' });
  if (command === 'open-project') return openCommands({ kind: 'palette', only: 'projects' });
  if (useWindow.getState().dialog !== null && !opensDialog.has(command)) return;
  commandList()
    .find(({ id }) => id === command)
    ?.run();
}

import { powerMonitor, powerSaveBlocker } from 'electron';
import { createKeepAwake, type KeepAwake } from './keep-awake.ts';

/** Lets the screen go dark, but not the transfer stop. */
export function systemKeepAwake(): KeepAwake {
  return createKeepAwake({
    start: () => powerSaveBlocker.start('prevent-app-suspension'),
    stop: (id) => powerSaveBlocker.stop(id),
  });
}

/** Calls back whenever the computer has woken up: sockets are dead by then. After `ready`. */
export function onResume(callback: () => void): void {
  powerMonitor.on('resume', callback);
}

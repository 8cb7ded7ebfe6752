import { networkInterfaces } from 'node:os';
import { powerMonitor, powerSaveBlocker } from 'electron';
import type { Clock } from '../clock.ts';
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

/** Calls back when this computer's addresses have changed: another network, or one again. No event of the system tells main. */
export function onNetworkChange(parts: {
  readonly clock: Pick<Clock, 'wait'>;
  readonly everyMs: number;
  readonly changed: () => void;
}): void {
  const look = (): string =>
    JSON.stringify(
      Object.values(networkInterfaces())
        .flat()
        .map((found) => found?.address),
    );
  const watch = async (): Promise<never> => {
    for (let before = look(); ;) {
      await parts.clock.wait(parts.everyMs);
      const now = look();
      if (now !== before) parts.changed();
      before = now;
    }
  };
  void watch();
}

import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { channels } from '../../shared/contract/bridge.ts';
import type { Deliver } from './outbox.ts';
import type { Router } from './router.ts';

/** Connects the router to Electron. Only the top frame of a window of ours, with one of these origins, is heard. */
export function installTransport(router: Router, origins: ReadonlySet<string>): void {
  for (const asker of ['page', 'preload'] as const)
    ipcMain.handle(channels[asker], (event, name: unknown, input: unknown) =>
      isOurTopFrame(event, origins)
        ? router(name, input, { windowId: event.sender.id, asker })
        : { ok: false, error: { code: 'bad-request' } },
    );
}

/** Sends events to one window as long as it is there. */
export function deliverTo(contents: WebContents): Deliver {
  return (events) => {
    if (!contents.isDestroyed()) contents.send(channels.events, events);
  };
}

/** Resolves when the page has done something else than what it did. */
export function pingPage(contents: WebContents): Promise<void> {
  return new Promise((resolve) => {
    contents.ipc.once(channels.ping, () => resolve());
    contents.send(channels.ping);
  });
}

function isOurTopFrame(event: IpcMainInvokeEvent, origins: ReadonlySet<string>): boolean {
  const frame = event.senderFrame;
  // Not by its address: a sandboxed page has that, too, but not the origin.
  return frame !== null && frame === event.sender.mainFrame && origins.has(frame.origin);
}

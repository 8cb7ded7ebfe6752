import { BrowserWindow } from 'electron';
import { mediaWorkerOrigin } from '../../shared/media-worker-protocol.ts';
import type { WorkerWindow } from '../media-jobs/task-queue.ts';

/**
 * Opens a window that is never shown, for media work: no bridge, no preload script, nothing but its own page, which asks for tasks
 * over the scheme under `key`. `onGone` is called once, when it has crashed, or was closed by somebody else.
 */
export function openMediaWorkerWindow(
  key: string,
  onGone: () => void,
  log: (message: string, details: unknown) => void,
): WorkerWindow {
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    focusable: false,
    title: 'Rushes',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // A page shows no picker of files by itself: main does, and keeps the path.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      enableDeprecatedPaste: false,
      spellcheck: false,
      // Nobody looks at it, and still it has work to do.
      backgroundThrottling: false,
    },
  });
  let isGone = false;
  const gone = (): void => {
    if (isGone) return;
    isGone = true;
    if (!window.isDestroyed()) window.destroy();
    onGone();
  };
  window.webContents.once('render-process-gone', (_event, { reason }) => {
    if (!isGone) log('The hidden page died: the next task gets a new one', { reason });
    gone();
  });
  window.webContents.once('did-fail-load', gone);
  window.once('closed', gone);
  window.loadURL(`${mediaWorkerOrigin}/media-worker.html?key=${key}`).catch(() => undefined);
  return {
    close: () => {
      isGone = true;
      if (!window.isDestroyed()) window.destroy();
    },
  };
}

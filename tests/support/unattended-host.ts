import { resolve } from 'node:path';
import type { Host } from '../../src/main/app/rooms.ts';
import { createSettings, defaultSettings } from '../../src/main/storage/settings.ts';

/** A desktop with nobody at it. */
export function hostIn(
  profileDir: string,
  { report, windowOpened }: { readonly report: (error: unknown) => void; readonly windowOpened?: () => void },
): Host {
  return {
    profileDir,
    resourcesDir: resolve('resources'),
    homeDir: profileDir,
    settings: createSettings({ initial: defaultSettings, setAside: null, write: () => undefined, onUnsaved: report }),
    safeBox: { keyring: () => false, encrypt: () => Buffer.alloc(0), decrypt: () => '' },
    variables: {},
    proxies: { choice: () => ({ mode: 'none', address: '' }), askSystem: () => Promise.resolve('DIRECT') },
    isAttended: () => false,
    dialogs: {
      pickFiles: () => Promise.resolve([]),
      pickFolders: () => Promise.resolve([]),
      pickExportFolder: () => Promise.resolve(null),
      saveFolder: () => profileDir,
      chooseCopyTarget: () => Promise.resolve(null),
      chooseSaveTarget: () => Promise.resolve(null),
      chooseFolder: () => Promise.resolve(null),
      askStartOver: () => Promise.resolve(false),
    },
    pastedName: (when) => when,
    storageScript: resolve('src/main/storage/storage-thread.ts'),
    mediaJobs: {
      cutScript: '/no/script',
      openWindow: () => {
        windowOpened?.();
        return { close: () => undefined };
      },
    },
  };
}

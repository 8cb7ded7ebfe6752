import { safeStorage } from 'electron';
import type { SafeBox } from './sealed.ts';

/**
 * Electron's safeStorage, in its synchronous form, which is all that the registry's older runtime has. Use it after `ready`.
 * On Linux `basic_text` encrypts with a key that everybody knows, which is no key ring.
 */
export const systemSafeBox: SafeBox = {
  keyring: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(bytes),
};

import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TokenKeeping } from '../../shared/domain/app-state.ts';
import type { TokenStore } from './stores.ts';
import { type SafeBox, seal, type Sealed, sealedShape, unseal } from './sealed.ts';
import { setAside } from './set-aside.ts';
import type { TokenChoice } from './settings.ts';
import { removeFileNow, renameFileNow } from '../patient-files.ts';

export type KeptTokenStore = TokenStore & {
  readonly tokenKeeping: () => TokenKeeping;
  /** The user's answer where there is no key ring. `until-quit` takes the token off the disk at once. */
  readonly keep: (choice: 'profile' | 'until-quit') => Promise<void>;
};

/**
 * The anonymous token of one cloud (`apiUrl`), in a file of its own in `folder` (0600): a token never goes to another cloud.
 * Encrypted with the system's key ring where there is one. Without, it is only masked; it is kept so until the user has
 * answered, since the cloud gives a token once in 7 days. A token that cannot be read any more is set aside.
 */
export function createTokenStore(options: {
  readonly folder: string;
  readonly apiUrl: string;
  readonly safeBox: SafeBox;
  readonly choice: { readonly get: () => TokenChoice; readonly set: (choice: TokenChoice) => void };
  readonly now: () => number;
}): KeptTokenStore {
  const { safeBox, choice, now } = options;
  const path = join(options.folder, `token-${shortHash(options.apiUrl)}.json`);
  let current: string | null = null;

  const tokenKeeping = (): TokenKeeping => {
    if (safeBox.keyring()) return 'keyring';
    return choice.get() ?? 'profile-unasked';
  };

  const write = (token: string): void => {
    const before = readStored(path);
    // It may be readable again when the key ring is back.
    if (before !== null && unseal(before, safeBox) === null) setAside(path, now());
    writeWhole(path, JSON.stringify(seal(token, safeBox)));
  };

  const readToken = (): string | null => {
    const file = readStored(path);
    if (file === null) {
      setAside(path, now());
      return null;
    }
    const token = unseal(file, safeBox);
    if (token === null && safeBox.keyring()) setAside(path, now());
    // A key ring has come since: the token moves into it.
    if (token !== null && file.sealed === 'mask' && safeBox.keyring()) write(token);
    return token;
  };

  return {
    tokenKeeping,
    load: async () => {
      if (tokenKeeping() === 'until-quit') return current;
      current ??= readToken();
      return current;
    },
    save: async (token) => {
      current = token;
      if (tokenKeeping() !== 'until-quit') write(token);
    },
    clear: async () => {
      current = null;
      removeFileNow(path);
    },
    keep: async (answer) => {
      if (safeBox.keyring()) return;
      if (answer === 'until-quit') current ??= readToken();
      choice.set(answer);
      if (answer === 'until-quit') removeFileNow(path);
      else if (current !== null) write(current);
    },
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function readStored(path: string): Sealed | null {
  try {
    return sealedShape.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** The file is whole and on the disk, or as it was before. */
function writeWhole(path: string, text: string): void {
  const part = `${path}.part`;
  removeFileNow(part);
  const file = openSync(part, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameFileNow(part, path);
}

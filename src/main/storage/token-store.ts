import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { TokenKeeping } from '../../shared/domain/app-state.ts';
import { parseJson } from '../parse-json.ts';
import type { KeptToken, TokenStore } from './stores.ts';
import { type SafeBox, seal, type Sealed, sealedShape, unseal } from './sealed.ts';
import { setAside, removeFileSync, renameFileSync } from '../file-retry.ts';
import type { TokenChoice } from './settings.ts';

export type KeptTokenStore = TokenStore & {
  readonly tokenKeeping: () => TokenKeeping;
  /** The user's answer where there is no key ring. `until-quit` takes the token off the disk at once. */
  readonly keep: (choice: 'profile' | 'until-quit') => Promise<void>;
};

/**
 * A token for one cloud (`apiUrl`), in a file of its own in `folder` (0600): a token never goes to another cloud. Encrypted with the
 * system's key ring where there is one. Without, it is only masked; it is kept so until the user has answered, since the cloud gives a
 * token once in 7 days. One that cannot be read now stays where it is; only another one takes its place, and then it is set aside.
 */
export function createTokenStore(options: {
  readonly folder: string;
  readonly apiUrl: string;
  /** Whose: the one that the cloud gave, or the one that the user has signed in with. */
  readonly kind?: 'token' | 'sign-in';
  readonly safeBox: SafeBox;
  readonly choice: { readonly get: () => TokenChoice; readonly set: (choice: TokenChoice) => void };
  readonly now: () => number;
}): KeptTokenStore {
  const { safeBox, choice, now } = options;
  const path = join(options.folder, `${options.kind ?? 'token'}-${shortHash(options.apiUrl)}.json`);
  let current: KeptToken | null = null;

  const tokenKeeping = (): TokenKeeping => {
    if (safeBox.keyring()) return 'keyring';
    return choice.get() ?? 'profile';
  };

  /** What was there and cannot be opened may be readable again one day. */
  const keepUnopened = (): void => {
    const before = readStored(path);
    if (before === 'unreadable' || (before !== null && unseal(before, safeBox) === null)) setAside(path, now());
  };

  const write = ({ token, userId, expiresAt }: KeptToken): void => {
    keepUnopened();
    writeWhole(path, JSON.stringify({ ...seal(token, safeBox), userId, expiresAt }));
  };

  const readToken = (): KeptToken | 'locked' | null => {
    const file = readStored(path);
    if (file === 'unreadable') return 'locked';
    if (file === null) {
      setAside(path, now());
      return null;
    }
    const token = unseal(file, safeBox);
    if (token === null) return 'locked';
    const kept = { token, userId: file.userId, expiresAt: file.expiresAt };
    // A key ring has come since: the token moves into it.
    if (file.sealed === 'mask' && safeBox.keyring()) moveInto(kept);
    return kept;
  };

  const moveInto = (kept: KeptToken): void => {
    const sealed = seal(kept.token, safeBox);
    if (sealed.sealed === 'keyring') writeWhole(path, JSON.stringify({ ...sealed, ...kept, token: undefined }));
  };

  return {
    tokenKeeping,
    load: async () => {
      if (tokenKeeping() === 'until-quit' || current !== null) return current;
      const read = readToken();
      if (read !== 'locked') current = read;
      return read;
    },
    save: async (kept) => {
      current = kept;
      if (tokenKeeping() !== 'until-quit') write(kept);
    },
    clear: async () => {
      current = null;
      removeFileSync(path);
    },
    keep: async (answer) => {
      if (safeBox.keyring()) return;
      const read = current ?? readToken();
      if (answer === 'until-quit' && read !== 'locked') current = read;
      choice.set(answer);
      if (answer === 'profile' && current !== null) write(current);
      if (answer !== 'until-quit') return;
      keepUnopened();
      removeFileSync(path);
    },
  };
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

type Stored = Sealed & Omit<KeptToken, 'token'>;

const storedShape = sealedShape.extend({
  userId: z.string().nullable().catch(null),
  expiresAt: z.number().nullable().catch(null),
});

/** Null: not there, or nothing that we wrote. `unreadable`: it cannot be read now, whatever is in it. */
function readStored(path: string): Stored | 'unreadable' | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'unreadable';
  }
  const read = storedShape.safeParse(parseJson(text));
  return read.success ? read.data : null;
}

/** The file is whole and on the disk, or as it was before. */
function writeWhole(path: string, text: string): void {
  const part = `${path}.part`;
  removeFileSync(part);
  const file = openSync(part, 'wx', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameFileSync(part, path);
}

import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { maxPastedBytes } from '../../../shared/domain/upload.ts';
import { removeFile } from '../../file-retry.ts';

type PastedParts = {
  /** A folder of the profile that holds nothing else. */
  readonly dir: string;
  /** What a pasted picture is called, in the user's language. */
  readonly nameFor: (when: string) => string;
  readonly now: () => number;
  /** Whether an upload or a held file still needs the file. */
  readonly isNeeded: (path: string) => boolean;
};

/** Pictures out of the clipboard, which are no files yet. */
export type Pasted = {
  /** Writes the bytes into a file of its own and gives its path; null where all together would be too much. Throws what the disk does. */
  readonly save: (bytes: Uint8Array, type: string) => Promise<string | null>;
  /** Deletes the file if it is one of these and nobody needs it any more. */
  readonly forget: (path: string) => Promise<void>;
  /** Deletes all that nobody needs. */
  readonly sweep: () => Promise<void>;
};

/** What all pictures together may take: as much as ten pastes. Those of a message stay as long as its project. */
export const mostPastedBytes = 10 * maxPastedBytes;

const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'image/tiff': 'tiff',
};

export function createPasted({ dir, nameFor, now, isNeeded }: PastedParts): Pasted {
  const folder = resolve(dir);
  const kept = async (): Promise<number> => {
    const names = await readdir(folder);
    const sizes = names.map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
  const forget = async (path: string): Promise<void> => {
    if (dirname(resolve(path)) === folder && !isNeeded(path)) await removeFile(path);
  };
  return {
    save: async (bytes, type) => {
      await mkdir(folder, { recursive: true });
      if ((await kept()) + bytes.length > mostPastedBytes) return null;
      const name = nameFor(stamp(new Date(now())));
      const extension = extensions[type] ?? 'png';
      for (let number = 1; ; number += 1) {
        const path = join(folder, `${name}${number === 1 ? '' : ` (${number})`}.${extension}`);
        const isNew = await writeFile(path, bytes, { flag: 'wx', mode: 0o600 }).then(() => true, ifThere);
        if (isNew) return path;
      }
    },
    forget,
    sweep: async () => {
      for (const name of await readdir(folder).catch(() => [])) await forget(join(folder, name));
    },
  };
}

/** `2026-11-22 14.40.20`: in order by name, and fit for a file's name everywhere. */
function stamp(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}.${two(at.getMinutes())}.${two(at.getSeconds())}`;
}

function ifThere(error: unknown): false {
  if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
  throw error;
}

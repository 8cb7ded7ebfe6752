import { copyFile, lstat, mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { removeFile, removeFolder, renameFile } from '../file-retry.ts';
import { randomUUID } from 'node:crypto';

/** A folder in the making, `<name>.part`, beside where it will be. `word`: what it is known by after a crash. */
export type Staging = { readonly path: string; readonly word: string };

/** What taking along does to the disk. All of it throws the system's errors, but for `discard` and `clean`. */
export type InterchangeFolders = {
  /** Makes the folder and its `assets`; never one that is there. */
  readonly begin: (parent: string, name: string) => Promise<Staging>;
  readonly copy: (from: string, staging: Staging, path: string) => Promise<void>;
  readonly write: (staging: Staging, path: string, text: string) => Promise<void>;
  /** Gives the folder its name, or the next that is free, `<name> (2)`; answers where it is. */
  readonly finish: (staging: Staging, name: string) => Promise<string>;
  readonly discard: (staging: Staging) => Promise<void>;
  readonly clean: Staged['clean'];
};

/** `notesDir`: where unfinished folders are written down. */
export function createInterchangeFolders(notesDir: string): InterchangeFolders {
  const staged = createStaged(notesDir);
  return {
    begin: async (parent, name) => {
      const path = await firstFree(parent, name, stagingEnd);
      await mkdir(path);
      const word = await staged.begin(path);
      await mkdir(join(path, 'assets'));
      return { path, word };
    },
    copy: (from, staging, path) => copyFile(from, join(staging.path, path)),
    write: async (staging, path, text) => {
      const handle = await open(join(staging.path, path), 'wx');
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    finish: async (staging, name) => {
      const target = await firstFree(dirname(staging.path), name, '');
      await renameFile(staging.path, target);
      await staged.unmark(target);
      await staged.end(staging.word);
      return target;
    },
    discard: async ({ path, word }) => {
      await removeFolder(path).catch(() => undefined);
      await staged.end(word);
    },
    clean: staged.clean,
  };
}

async function firstFree(parent: string, name: string, suffix: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const path = join(parent, `${basename(name)}${count === 1 ? '' : ` (${count})`}${suffix}`);
    if (await isFree(path)) return path;
  }
}

async function isFree(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}

/** What folders in the making are known by after a crash: a note of each in the profile, and the same word in the folder itself. */
type Staged = {
  /** Notes the new folder down and marks it as ours. Gives the word. */
  readonly begin: (folder: string) => Promise<string>;
  /** Takes the mark out of a folder that is whole. */
  readonly unmark: (folder: string) => Promise<void>;
  /** Nothing is left to be cleared up. */
  readonly end: (word: string) => Promise<void>;
  /**
   * At start: removes the folders that an earlier run has left unfinished. Only a real folder that is called as we call them and holds
   * our word is ours; on a disk that is not there it is looked for again after the next start. Never rejects.
   */
  readonly clean: () => Promise<void>;
};

const stagingEnd = '.part';
const mark = '.rushes-unfinished';

/** `dir`: where the notes lie; made when it is needed. */
function createStaged(dir: string): Staged {
  const running = new Set<string>();

  const clear = async (word: string): Promise<void> => {
    const note = join(dir, word);
    const folder = await readFile(note, 'utf8');
    const isGone = (await stat(dirname(folder)).catch(() => null)) === null;
    if (isGone) return;
    if (await isOurs(folder, word)) await removeFolder(folder);
    await removeFile(note);
  };

  return {
    begin: async (folder) => {
      const word = randomUUID();
      running.add(word);
      await mkdir(dir, { recursive: true });
      await writeLastingly(join(dir, word), folder);
      await writeLastingly(join(folder, mark), word);
      return word;
    },
    unmark: (folder) => removeFile(join(folder, mark)),
    end: async (word) => {
      running.delete(word);
      await removeFile(join(dir, word)).catch(() => undefined);
    },
    clean: async () => {
      const words = (await readdir(dir).catch(() => [])).filter((word) => !running.has(word));
      for (const word of words) await clear(word).catch(() => undefined);
    },
  };
}

async function isOurs(folder: string, word: string): Promise<boolean> {
  if (!isAbsolute(folder) || !basename(folder).endsWith(stagingEnd)) return false;
  // A link to a folder is none.
  if (!(await lstat(folder).catch(() => null))?.isDirectory()) return false;
  return (await readFile(join(folder, mark), 'utf8').catch(() => null)) === word;
}

async function writeLastingly(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

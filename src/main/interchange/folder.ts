import { copyFile, lstat, mkdir, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createStaged, type Staged, stagingEnd } from './staged.ts';
import { removeFolder, renameFile } from '../patient-files.ts';

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

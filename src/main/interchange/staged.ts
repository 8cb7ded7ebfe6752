import { randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { removeFile, removeFolder } from '../patient-files.ts';

/** What folders in the making are known by after a crash: a note of each in the profile, and the same word in the folder itself. */
export type Staged = {
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

export const stagingEnd = '.part';
const mark = '.rushes-unfinished';

/** `dir`: where the notes lie; made when it is needed. */
export function createStaged(dir: string): Staged {
  const running = new Set<string>();

  const clear = async (word: string): Promise<void> => {
    const note = join(dir, word);
    const folder = await readFile(note, 'utf8');
    const isAway = (await stat(dirname(folder)).catch(() => null)) === null;
    if (isAway) return;
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

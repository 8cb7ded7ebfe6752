import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import PQueue from 'p-queue';
import { shownName } from '../../../shared/domain/shown-name.ts';

/** A file that was found; `folder` is below what was given, with `/` between the names. Size in bytes. */
export type FoundFile = {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly bytes: number;
};

/** Something that was passed over: hidden, not to be read, or no ordinary file (a pipe, a device). */
export type Skip = 'hidden' | 'unreadable' | 'special';

type Walk = {
  readonly signal: AbortSignal;
  /** Called for the files of each folder, in the order of their names; `more` wants further ones. */
  readonly onFiles: (files: readonly FoundFile[]) => 'more' | 'enough';
  readonly onSkip: (skip: Skip) => void;
};

/** Deeper folders are passed over as not readable; no camera or program makes them. */
const maxDepth = 32;
/** Questions to the disk under way at once. */
const atOnce = 16;
/** Files of the system that lie in folders of pictures. */
const clutter: readonly string[] = ['thumbs.db', 'desktop.ini', '__macosx'];
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * Finds the files in what was dropped or chosen, folders with all that is below them. A folder that is met twice, as by a link to
 * a folder above, is walked once. Hidden things are passed over, unless they were given themselves. Never throws.
 */
export async function walk(paths: readonly string[], { signal, onFiles, onSkip }: Walk): Promise<void> {
  const queue = new PQueue({ concurrency: atOnce });
  const walked = new Set<string>();
  const look = (path: string): Promise<Stats | null> => queue.add(() => stat(path).catch(() => null));

  /** Files among these, told; folders among them, walked afterwards. False once there are enough. */
  const visit = async (entries: readonly string[], folder: string, depth: number): Promise<boolean> => {
    const seen = await Promise.all(entries.map(async (path) => ({ path, stats: await look(path) })));
    const files: FoundFile[] = [];
    const folders: string[] = [];
    for (const { path, stats } of seen) {
      if (stats === null) onSkip('unreadable');
      else if (stats.isDirectory()) folders.push(path);
      else if (stats.isFile()) files.push({ path, name: shownName(basename(path)), folder, bytes: stats.size });
      else onSkip('special');
    }
    if (signal.aborted || (files.length > 0 && onFiles(files) === 'enough')) return false;
    for (const path of folders) {
      const name = shownName(basename(path));
      const below = folder === '' ? name : `${folder}/${name}`;
      if (!(await descend(path, below, depth + 1))) return false;
    }
    return true;
  };

  const descend = async (path: string, folder: string, depth: number): Promise<boolean> => {
    const real = await realpath(path).catch(() => null);
    if (real !== null && walked.has(real)) return true;
    const entries =
      real === null || depth > maxDepth ? null : await readdir(path, { withFileTypes: true }).catch(() => null);
    if (real === null || entries === null) {
      onSkip('unreadable');
      return true;
    }
    walked.add(real);
    const shown = entries.filter((entry) => !isHidden(entry));
    for (let hidden = entries.length - shown.length; hidden > 0; hidden -= 1) onSkip('hidden');
    const names = shown.map(({ name }) => name).sort(collator.compare);
    return visit(
      names.map((name) => join(path, name)),
      folder,
      depth,
    );
  };

  await visit(paths, '', 0);
}

function isHidden({ name }: Dirent): boolean {
  return name.startsWith('.') || clutter.includes(name.toLowerCase());
}

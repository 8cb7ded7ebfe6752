import { existsSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { numberedName, patternName, safeFileName } from '../../shared/domain/file-name.ts';
import type { ExportPlace } from '../storage/settings.ts';
import type { ExportTarget } from './exports.ts';

export type ChooseTargetParts = {
  readonly place: () => ExportPlace;
  /** Shows the system's dialog; null where the user closed it. It asks before a file is replaced. */
  readonly ask: (fileName: string) => Promise<string | null>;
  /** Where unfinished exports are about to put their files. */
  readonly reserved: () => ReadonlySet<string>;
  readonly now: () => number;
};

/** `count`: exports of the project so far, with those that were removed. */
export type TargetWish = { readonly project: string; readonly count: number; readonly saveAs: boolean };

/** Chooses where an export goes: into the folder that the user has set, under a free name, or wherever the dialog says. */
export function createChooseTarget({
  place,
  ask,
  reserved,
  now,
}: ChooseTargetParts): (wish: TargetWish) => Promise<ExportTarget | null> {
  return async ({ project, count, saveAs }) => {
    const { folder, pattern } = place();
    // A folder that is gone is not made again: it may be on a disk that is not there.
    if (folder !== null && !saveAs && isFolder(folder)) {
      const name = patternName(pattern, { project, at: now(), n: count + 1 });
      return { path: freePath(folder, name, reserved()), replaces: false };
    }
    const path = await ask(safeFileName(project));
    return path === null ? null : { path, replaces: isFile(path) };
  };
}

/** The name, or the first numbered one that is free. Whoever takes it meanwhile keeps it: it is looked at again in the end. */
function freePath(folder: string, name: string, reserved: ReadonlySet<string>): string {
  const taken = (path: string): boolean => reserved.has(path) || existsSync(path);
  let path = join(folder, name);
  for (let n = 2; taken(path); n += 1) path = join(folder, numberedName(name, n));
  return path;
}

function isFile(path: string): boolean {
  return look(path)?.isFile() ?? false;
}

function isFolder(path: string): boolean {
  return look(path)?.isDirectory() ?? false;
}

/** Null for whatever cannot be looked at: the export itself tells what is wrong with it. */
function look(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

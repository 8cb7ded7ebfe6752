import { join } from 'node:path';
import { numberedName, safeFileName } from '../../shared/domain/file-name.ts';
import { fillTemplate, withoutExtension } from '../../shared/domain/template.ts';

export type TargetParts = {
  readonly folder: string;
  /** With `{project}`, `{name}`, `{n}`, `{date}`. */
  readonly pattern: string;
  readonly project: string;
  /** The file of the item. */
  readonly fileName: string;
  readonly n: number;
  /** Epoch ms. */
  readonly now: number;
  /** Whether there is such a file, or will be. */
  readonly taken: (path: string) => boolean;
};

/** Where the video of an item goes: the pattern, filled in, as a name that no other file has (`name (2).mp4`). */
export function freeTarget({ folder, pattern, project, fileName, n, now, taken }: TargetParts): string {
  const values = { project, name: withoutExtension(fileName), n: String(n), date: dayOf(now) };
  const name = safeFileName(fillTemplate(pattern, values));
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, copy === 1 ? name : numberedName(name, copy));
    if (!taken(path)) return path;
  }
}

/** `2026-11-22`, of this computer's calendar. */
function dayOf(now: number): string {
  const date = new Date(now);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

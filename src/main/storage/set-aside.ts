import { existsSync } from 'node:fs';
import { renameFileNow } from '../patient-files.ts';

/**
 * Renames a file that cannot be read, so that a fresh one can take its place and nothing is lost. `now` in epoch ms. Answers
 * with the new path, or null where there was no such file. Throws what `rename` throws.
 */
export function setAside(path: string, now: number): string | null {
  if (!existsSync(path)) return null;
  const stamp = new Date(now).toISOString().replaceAll(/[-:.]/g, '');
  const target = `${path}.broken-${stamp}`;
  renameFileNow(path, target);
  return target;
}

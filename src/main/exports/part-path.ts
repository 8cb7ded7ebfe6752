import { basename, dirname, join } from 'node:path';
import { cutToBytes } from '../../shared/domain/file-name.ts';

/** Some encrypted file systems take no names beyond 143 bytes. */
const maxNameBytes = 100;

/**
 * Where an export's file grows: hidden, beside its target, under a name that is no other file's. `.<name>.<beginning of its id>.part`
 */
export function partPath(targetPath: string, exportId: string): string {
  const name = cutToBytes(basename(targetPath), maxNameBytes);
  return join(dirname(targetPath), `.${name}.${exportId.slice(0, 8)}.part`);
}

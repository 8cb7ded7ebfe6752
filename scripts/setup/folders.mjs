import { mkdir } from 'node:fs/promises';
import { failure } from './failure.mjs';

/** Makes a folder of the cache, with those around it. */
export async function makeFolder(folder) {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    // On a read-only file system Node reports a missing parent: the path says more than the code.
    throw failure(`The folder ${folder} cannot be made (${error.code}).`, error);
  }
}

import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join, relative, isAbsolute, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

const typeMask = 0o170000;
const linkType = 0o120000;

/**
 * Unpacks a zip archive into a folder. `place` gets an entry's path and answers its path inside the folder,
 * or undefined to leave it out. Modes are kept.
 */
export async function unzip(archive, folder, place = (path) => path) {
  const zip = await openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const inside = place(entry.fileName);
      if (inside !== undefined && inside !== '') await unpack(zip, entry, contained(folder, inside));
    }
  } finally {
    zip.close();
  }
}

async function unpack(zip, entry, target) {
  if (entry.fileName.endsWith('/')) return mkdir(target, { recursive: true });
  await mkdir(dirname(target), { recursive: true });
  const mode = entry.externalFileAttributes >>> 16;
  const content = await zip.openReadStreamPromise(entry);
  if ((mode & typeMask) === linkType) return symlink(await text(content), target);
  return pipeline(content, createWriteStream(target, { mode: mode & 0o777 || 0o644 }));
}

function contained(folder, inside) {
  const target = join(folder, inside);
  const way = relative(folder, target);
  if (isAbsolute(way) || way.split(sep)[0] === '..')
    throw new Error(`The archive points outside its folder: ${inside}`);
  return target;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

const sample = resolve(import.meta.dirname, '../../resources/samples/ocean.mp4');
const megabyte = 1024 * 1024;

/** A film that plays, made long by what no player looks at: numbers, different in each place. `megabytes` includes both. */
export async function makeClip(folder: string, name: string, megabytes: number): Promise<string> {
  const path = join(folder, name);
  const film = await readFile(sample);
  // A box of its own (`free`), so that readers of the format skip it.
  const rest = Buffer.alloc(megabytes * megabyte - film.length);
  for (let at = 8; at + 4 <= rest.length; at += 4) rest.writeInt32LE(Math.imul(at, 2_654_435_761) ^ rest.length, at);
  rest.writeUInt32BE(rest.length, 0);
  rest.write('free', 4, 'latin1');
  await writeFile(path, Buffer.concat([film, rest]));
  return path;
}

/** SHA-256 of a file, in hex. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Licence } from '../../shared/domain/about.ts';
import { parseJson } from '../parse-json.ts';

const list = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string(), bytes: z.number() }),
);

/** The licences of all that is shipped, by name. `builtDir`: absolute; in development nothing was built, and there are none. */
export async function readLicences(builtDir: string): Promise<readonly Licence[]> {
  const found = new Map<string, Licence>();
  for (const part of ['main', 'preload', 'renderer']) {
    const text = await readFile(join(builtDir, part, 'licences.json'), 'utf8').catch(() => '[]');
    for (const licence of list.safeParse(parseJson(text)).data ?? []) {
      const key = `${licence.name} ${licence.version}`;
      found.set(key, { ...licence, bytes: licence.bytes + (found.get(key)?.bytes ?? 0) });
    }
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

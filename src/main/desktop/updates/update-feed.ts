import { parse } from 'yaml';
import { z } from 'zod';
import { isSafeAddress } from '../../api/addresses.ts';

/** Where updates come from, as electron-updater reads it. */
type UpdateFeed = {
  readonly provider: 'generic';
  readonly url: string;
  readonly updaterCacheDirName: string;
  /** Windows: who must have signed an installer. */
  readonly publisherName?: readonly string[];
};

const packaged = z.object({
  provider: z.literal('generic'),
  url: z.string(),
  updaterCacheDirName: z.string().optional(),
  publisherName: z.union([z.string().transform((name) => [name]), z.array(z.string())]).optional(),
});

/**
 * The feed that the package names (`file`, the text of its app-update.yml) or the environment (`variable`), which is heard first. Only
 * https, or this computer. Null: none, or none that can be used.
 */
export function readFeed(file: string | null, variable: string | undefined): UpdateFeed | null {
  const named = packaged.safeParse(file === null ? null : parseYaml(file)).data;
  const url = variable?.trim() || named?.url || '';
  if (!URL.canParse(url) || !isSafeAddress(new URL(url))) return null;
  const { updaterCacheDirName = 'rushes-updater', publisherName } = named ?? {};
  return { provider: 'generic', url, updaterCacheDirName, ...(publisherName === undefined ? {} : { publisherName }) };
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

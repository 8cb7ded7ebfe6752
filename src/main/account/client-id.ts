import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock.ts';
import { removeFile, renameFile } from '../file-retry.ts';

/** The id by which the cloud counts anonymous tokens. */
export type ClientId = {
  readonly current: () => Promise<string>;
  /** Another id, for when the cloud takes none of the current one. `NEMO_CLIENT_ID` is never replaced. */
  readonly replace: () => Promise<string>;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type ClientIdParts = {
  readonly fromEnvironment: string | null;
  readonly homeDir: string;
  readonly clock: Pick<Clock, 'wait'>;
};

/** How often a file that cannot be read, or holds no id, is looked at again, and after which pause in ms. */
const looks = 5;
const pauseMs = 200;

/**
 * The client id: `NEMO_CLIENT_ID` (`fromEnvironment`), else the UUID in `~/.config/nemovideo/client_id`, which the vendor's other
 * clients share, else a fresh UUID written there (wire contract: "Client id"). Where nothing can be written the fresh one
 * holds until the app quits. A file that cannot be read keeps its place: the account's credits hang on what is in it.
 */
export function createClientId({ fromEnvironment, homeDir, clock }: ClientIdParts): ClientId {
  if (fromEnvironment !== null) {
    return { current: async () => fromEnvironment, replace: async () => fromEnvironment };
  }
  const path = join(homeDir, '.config', 'nemovideo', 'client_id');
  const passing = randomUUID();
  let known: Promise<string | null> | null = null;
  return {
    current: async () => {
      known ??= find(path, clock);
      const id = await known;
      // Looked for again the next time.
      if (id === null) known = null;
      return id ?? passing;
    },
    replace: () => {
      const fresh = write(path, renameFile);
      known = fresh;
      return fresh;
    },
  };
}

/** The id in the file, or a fresh one where there is none; null where the file cannot be read. */
async function find(path: string, clock: ClientIdParts['clock']): Promise<string | null> {
  let found = await look(path);
  // Another program may be just writing it.
  for (let n = 1; n < looks && (found === 'unreadable' || found === 'broken'); n += 1) {
    await clock.wait(pauseMs);
    found = await look(path);
  }
  switch (found) {
    case 'unreadable':
      return null;
    case 'broken':
      return write(path, renameFile);
    case 'missing':
      // A link never replaces what another program has written meanwhile.
      return write(path, async (from, to) => link(from, to).finally(() => removeFile(from)));
    default:
      return found.id;
  }
}

async function look(path: string): Promise<{ readonly id: string } | 'missing' | 'broken' | 'unreadable'> {
  try {
    const id = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '').trim();
    return uuid.test(id) ? { id } : 'broken';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable';
  }
}

async function write(path: string, put: (from: string, to: string) => Promise<void>): Promise<string> {
  const id = randomUUID();
  const part = `${path}.${id}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(part, id, { mode: 0o600 });
    await chmod(part, 0o600);
    await put(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      const theirs = await look(path);
      if (typeof theirs === 'object') return theirs.id;
    }
    // A home that cannot be written is no reason not to work.
  }
  return id;
}

import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renameFile } from '../patient-files.ts';

/** The id by which the cloud counts anonymous tokens. */
export type ClientId = {
  readonly current: () => Promise<string>;
  /** Another id, for when the cloud takes none of the current one. `NEMO_CLIENT_ID` is never replaced. */
  readonly replace: () => Promise<string>;
};

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The client id: `NEMO_CLIENT_ID` (`fromEnvironment`), else the UUID in `~/.config/nemovideo/client_id`, which the vendor's other
 * clients share, else a fresh UUID written there (wire contract: "Client id"). Where nothing can be written the fresh one
 * holds until the app quits.
 */
export function createClientId(deps: { readonly fromEnvironment: string | null; readonly homeDir: string }): ClientId {
  const { fromEnvironment } = deps;
  if (fromEnvironment !== null) {
    return { current: async () => fromEnvironment, replace: async () => fromEnvironment };
  }
  const path = join(deps.homeDir, '.config', 'nemovideo', 'client_id');
  let known: Promise<string> | null = null;
  return {
    current: () => (known ??= readOrWrite(path)),
    replace: () => (known = write(path)),
  };
}

async function readOrWrite(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').then(
    (content) => content.trim(),
    () => '',
  );
  return uuid.test(text) ? text : write(path);
}

async function write(path: string): Promise<string> {
  const id = randomUUID();
  const part = `${path}.${id}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(part, id, { mode: 0o600 });
    await chmod(part, 0o600);
    await renameFile(part, path);
  } catch {
    // A home that cannot be written is no reason not to work.
  }
  return id;
}

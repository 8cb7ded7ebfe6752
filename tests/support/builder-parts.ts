import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

const fromBuilder = createRequire(import.meta.resolve('electron-builder'));
const library = fromBuilder.resolve('app-builder-lib/package.json');
const fromLibrary = createRequire(library);

/** Rejects with what electron-builder's own schema has against a configuration. */
export async function validateConfiguration(config: object): Promise<void> {
  const schema = fromLibrary(join(dirname(library), 'out/util/config/config.js')) as {
    readonly validateConfiguration: (config: object, log: { readonly isEnabled: boolean }) => Promise<void>;
  };
  await schema.validateConfiguration(config, { isEnabled: false });
}

type Archived = { readonly path: string; readonly bytes: number; readonly unpacked: boolean };

/** The files of an archive, by their paths in it with slashes; `read` gives what one of them holds. */
export function readArchive(archive: string): {
  readonly files: readonly Archived[];
  readonly read: (path: string) => Buffer;
} {
  const asar = fromLibrary('@electron/asar') as {
    readonly listPackage: (archive: string, options: { readonly isPack: boolean }) => readonly string[];
    readonly statFile: (archive: string, path: string) => { readonly size?: number; readonly unpacked?: boolean };
    readonly extractFile: (archive: string, path: string) => Buffer;
  };
  const files = asar.listPackage(archive, { isPack: false }).flatMap((listed) => {
    const path = listed.split(sep).filter(Boolean).join('/');
    const { size, unpacked = false } = asar.statFile(archive, path);
    return size === undefined ? [] : [{ path, bytes: size, unpacked }];
  });
  return { files, read: (path) => asar.extractFile(archive, path) };
}

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const builder = createRequire(import.meta.resolve('electron-builder'));
const library = dirname(builder.resolve('app-builder-lib/package.json'));
const loaded = builder(join(library, 'out/util/config/config.js')) as {
  readonly validateConfiguration: (config: object, log: { readonly isEnabled: boolean }) => Promise<void>;
};

/** Rejects with what electron-builder's own schema has against a configuration. */
export async function validateConfiguration(config: object): Promise<void> {
  await loaded.validateConfiguration(config, { isEnabled: false });
}

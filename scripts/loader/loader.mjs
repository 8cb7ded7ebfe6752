// Stands in for Electron's default app, which the registry's runtime lacks: starts the unpackaged app whose folder
// is the first argument that is no switch.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

function adopt(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  process.defaultApp = true;
  app.setAppPath(folder);
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  return pathToFileURL(join(folder, manifest.main)).href;
}

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
try {
  if (folder === undefined) throw new Error('usage: electron <folder of the app> [switches]');
  // Awaits the app at the top level: Electron holds "ready" back until then, so that the app can still register its
  // schemes.
  await import(adopt(resolve(folder)));
} catch (error) {
  console.error(error);
  app.exit(1);
}

import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where what was fetched is kept, outside the repository (XDG on Linux, the platform's own place elsewhere). */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, 'rushes');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'rushes');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'rushes', 'Cache');
  return join(home, '.cache', 'rushes');
}

/** The Node that the dependencies bring. */
export function toolsNode(folder = root, platform = process.platform) {
  return join(folder, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

/** The environment of a tool: the dependencies' programs, Node 24 among them, come first on the path. */
export function toolsEnvironment(env = process.env, folder = root) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [key]: [join(folder, 'node_modules', '.bin'), env[key] ?? ''].join(separator) };
}

import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalData } from '../../shared/domain/local-data.ts';
import { removeFile, removeFolder } from '../file-retry.ts';
import { defaultSettings, type Settings, type SettingsValues } from '../storage/settings.ts';

/** How much the app keeps in the profile, an absolute path; clips and copies of a rehearsal, while one goes on. */
export async function localDataSizes(profileDir: string, rehearsal: boolean): Promise<LocalData> {
  const files = (await names(profileDir)).filter((name) => name.startsWith('rushes.db'));
  const place = rehearsal ? 'rehearsal' : '';
  const sizeOf = (name: string): Promise<number> => bytesIn(join(profileDir, name));
  const [clips, proxies, rehearsals, ...history] = await Promise.all(
    [join(place, 'media'), join(place, 'media-proxies'), 'rehearsal', ...files].map(sizeOf),
  );
  const sum = history.reduce((all, bytes) => all + bytes, 0);
  return { clips: clips ?? 0, proxies: proxies ?? 0, rehearsals: rehearsals ?? 0, history: sum };
}

/**
 * Deletes all that the user has made or set; nothing may be open. The free sign-in stays: the service gives none anew for days. So
 * does where the window is.
 */
export async function deleteLocalData(profileDir: string, settings: Pick<Settings, 'set'>): Promise<void> {
  const folders = [
    'backups',
    'media',
    'media-proxies',
    'pasted',
    'workshop',
    'kits',
    'rehearsal',
    'rehearsal-set-aside',
  ];
  for (const name of folders) await removeFolder(join(profileDir, name));
  const files = (await names(profileDir)).filter((name) => /^(?:rushes\.db|sign-in-|settings\.json\.)/.test(name));
  const logs = (await names(join(profileDir, 'logs'))).map((name) => join('logs', name));
  for (const name of [...files, ...logs]) await removeFile(join(profileDir, name));
  const reset = <K extends keyof SettingsValues>(key: K): void => settings.set(key, defaultSettings[key]);
  for (const key of Object.keys(defaultSettings) as readonly (keyof SettingsValues)[])
    if (key !== 'windowBounds') reset(key);
}

/** Of a file, or of all that lies in a folder; 0 where there is neither. */
async function bytesIn(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.size;
  let bytes = 0;
  for (const name of await names(path)) bytes += await bytesIn(join(path, name));
  return bytes;
}

async function names(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

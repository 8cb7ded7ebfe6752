import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { deleteLocalData, localDataSizes } from '../../../../src/main/app/local-data.ts';
import { createSettings, defaultSettings } from '../../../../src/main/storage/settings.ts';

let profile = '';
const put = (path: string, bytes: number): void => {
  mkdirSync(dirname(join(profile, path)), { recursive: true });
  writeFileSync(join(profile, path), Buffer.alloc(bytes));
};
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'rushes profile '));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  put('media/a.mp4', 100);
  put('media-proxies/a.mp4', 20);
  put('rushes.db', 3);
  put('rushes.db-wal', 4);
  put('rehearsal/rushes.db', 500);
  put('rehearsal/media/b.mp4', 1000);
});

it('measures what the profile holds', async () => {
  const sizes = { clips: 100, proxies: 20, history: 7, rehearsals: 1500 };
  expect(await localDataSizes(profile, false)).toEqual(sizes);
  expect(await localDataSizes(profile, true)).toEqual({ ...sizes, clips: 1000, proxies: 0 });
  expect(await localDataSizes(join(profile, 'nowhere'), false)).toEqual({
    clips: 0,
    proxies: 0,
    history: 0,
    rehearsals: 0,
  });
});

it('deletes all but the free sign-in, and what is not ours', async () => {
  for (const file of ['token-1.json', 'sign-in-1.json', 'settings.json', 'settings.json.broken-1', 'Cookies'])
    put(file, 1);
  put('logs/rushes.log', 10);
  put('pasted/a.png', 10);
  put('backups/day-2026-03-02/rushes.db', 10);
  const windowBounds = { x: 1, y: 2, width: 1000, height: 700, maximized: false };
  const settings = createSettings({
    initial: { ...defaultSettings, openProjectId: 'p', saveFolder: '/films', windowBounds },
    setAside: null,
    write: () => undefined,
    onUnsaved: () => undefined,
  });
  await deleteLocalData(profile, settings);
  expect(readdirSync(profile).toSorted()).toEqual(['Cookies', 'logs', 'settings.json', 'token-1.json']);
  expect(readdirSync(join(profile, 'logs'))).toEqual([]);
  expect([settings.get('openProjectId'), settings.get('saveFolder')]).toEqual([null, null]);
  expect(settings.get('windowBounds')).toEqual(windowBounds);
  expect(existsSync(join(profile, 'media'))).toBe(false);
});

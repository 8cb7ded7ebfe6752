import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request, type RequestOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppImageUpdater } from 'electron-updater';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { troubleOf, type Updater, updaterOver } from '../../src/main/desktop/updates/updater.ts';
import { startUpdateFeed, type UpdateFeedServer } from '../support/update-feed.ts';

/** In place of Chromium's network, which is Electron's: Node's. */
class PlainHttp extends ElectronHttpExecutor {
  override createRequest(options: RequestOptions, callback: (response: never) => void): never {
    return request(options, callback as (response: unknown) => void) as unknown as never;
  }
}

let feed: UpdateFeedServer;
let folder: string;
let updater: Updater;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-updates-'));
  feed = await startUpdateFeed();
  updater = await openUpdater('1.2.0');
});

afterEach(async () => {
  delete process.env['APPIMAGE'];
  await feed.close();
  await rm(folder, { recursive: true, force: true });
});

/** The real updater of an AppImage, on a computer that is only this folder. */
async function openUpdater(version: string): Promise<Updater> {
  process.env['APPIMAGE'] = join(folder, 'Rushes.AppImage');
  await writeFile(process.env['APPIMAGE'], 'the old one');
  const config = join(folder, 'feed.json');
  await writeFile(config, JSON.stringify({ provider: 'generic', url: feed.url, updaterCacheDirName: 'updates' }));
  const real = new AppImageUpdater(null, {
    version,
    name: 'rushes',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    relaunch: () => undefined,
    quit: () => undefined,
    onQuit: () => undefined,
  });
  Object.assign(real, { httpExecutor: new PlainHttp() });
  real.autoInstallOnAppQuit = false;
  return updaterOver(real);
}

const fetched = async (): Promise<readonly string[]> =>
  (await readdir(join(folder, 'updates', 'pending')).catch(() => [])).filter((name) => name.endsWith('.AppImage'));

/** What became of looking and fetching. */
async function update(): Promise<string> {
  try {
    const next = await updater.check();
    if (next === null) return 'none';
    await updater.download(() => undefined);
    return next.version;
  } catch (error) {
    return troubleOf(error);
  }
}

describe('an update', () => {
  it('is found, with what it brings, and fetched', async () => {
    feed.publish('1.3.0', 'the new one');
    expect(await updater.check()).toEqual({ version: '1.3.0', notes: '### Added\n- **Faster** renders\n' });
    expect(await fetched()).toEqual([]);
    await updater.download(() => undefined);
    expect(await fetched()).toEqual(['Rushes-next.AppImage']);
  });

  it.each(['1.2.0', '1.1.9', '0.0.1', '1.2.0-beta.1'])('is none where the feed has %s', async (version) => {
    feed.publish(version, 'an older one');
    expect(await update()).toBe('none');
    expect(await fetched()).toEqual([]);
  });

  it.each([
    ['another file than it says', { sha512: 'A'.repeat(86) + '==' }],
    ['a checksum that is none', { sha512: 'short' }],
    ['no checksum', { sha512: null }],
  ])('is not taken with %s', async (_, changes) => {
    feed.publish('1.3.0', 'the new one', changes);
    expect(await update()).toBe('not-genuine');
    expect(await fetched()).toEqual([]);
  });

  it.each([
    ['no version', { version: 'latest' }],
    ['a file that is not there', { url: 'elsewhere.AppImage' }],
  ])('is not taken with %s', async (_, changes) => {
    feed.publish('1.3.0', 'the new one', changes);
    expect(await update()).toBe('feed');
    expect(await fetched()).toEqual([]);
  });

  it('stays within its folder, whatever the feed calls its file', async () => {
    feed.publish('1.3.0', 'the new one', { url: '..%2F..%2Fevil.AppImage' });
    await update();
    expect(await readdir(folder)).not.toContain('evil.AppImage');
  });

  it.each([
    [404, 'Not here'],
    [403, 'No'],
    [500, 'Broken'],
    [200, '<html>Sign in to this network</html>'],
    [200, ''],
    [200, '{"version": '],
  ])('is none where the feed answers %i with %j', async (status, body) => {
    feed.answer(status, body);
    expect(await update()).toBe('feed');
  });

  it('is none where nobody is there', async () => {
    await feed.close();
    expect(await update()).toBe('offline');
  }, 20_000);

  it('tells the feed nothing of this computer', async () => {
    feed.publish('1.3.0', 'the new one');
    await update();
    const headers = feed.requests().map((one) => one.headers);
    expect(headers.length).toBeGreaterThan(1);
    for (const { authorization, cookie, ...rest } of headers) {
      expect([authorization, cookie]).toEqual([undefined, undefined]);
      expect(rest['x-user-staging-id'] ?? 'none').toBe('none');
      expect(Object.keys(rest).filter((name) => name.startsWith('x-skill'))).toEqual([]);
    }
  });
});

import { existsSync } from 'node:fs';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { openSettings, partsOf, type Place, say, test as base } from '../support/desktop.ts';
import { startHttpProxy } from '../support/proxies.ts';
import { request } from '../support/media-jobs.ts';
import { startUpdateFeed, type UpdateFeedServer } from '../support/update-feed.ts';

/** Tests with a feed; `appImage` is the file that the app believes to be in. */
const test = base.extend<{ readonly feed: UpdateFeedServer; readonly appImage: string }>({
  feed: async ({ timings }, use) => {
    void timings;
    const feed = await startUpdateFeed();
    await use(feed);
    await feed.close();
  },
  appImage: async ({ place }, use) => {
    const path = join(place.folder, 'Rushes.AppImage');
    await writeFile(path, '#!/bin/sh\n');
    await chmod(path, 0o755);
    await use(path);
  },
});

/** A version that leaves a word behind when it is started. */
const newApp = (place: Place): string => `#!/bin/sh\necho started > '${join(place.folder, 'new-app')}'\n`;

test('an update is fetched, waits while an answer is under way, and is installed by a restart, after a backup', async ({
  place,
  start,
  feed,
  appImage,
}) => {
  const { control } = place.demoCloud;
  feed.publish('9.9.9', newApp(place));
  const { app, window } = await start({ env: { RUSHES_UPDATE_URL: feed.url, APPIMAGE: appImage } });
  await expect(partsOf(window).status).toHaveText('Ready!');
  const answering = control.hold('run-sse');
  await say(window, 'Tell me of the sea');
  await answering.reached;
  expect(feed.requests()).toEqual([]);
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('updates')?.click());
  const settings = window.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByText('Rushes 9.9.9 is installed when you quit.')).toBeVisible();
  const restart = window.getByRole('button', { name: 'Restart and update' });
  await expect(restart).toHaveCount(0);
  answering.release();
  await expect(settings.getByRole('button', { name: 'Restart and update' })).toBeVisible();
  await settings.getByRole('button', { name: "What's new" }).last().click();
  const notes = window.getByRole('dialog', { name: 'New in Rushes 9.9.9' });
  await expect(notes.getByRole('heading', { name: 'Added' })).toBeVisible();
  await expect(notes.getByRole('listitem')).toHaveText('Faster renders');
  await window.keyboard.press('Escape');
  const backup = join(place.userData, 'backups', 'before-9.9.9');
  expect(existsSync(backup)).toBe(false);

  const ended = new Promise((done) => app.process().once('exit', done));
  await restart.first().click();
  await ended;
  expect(await readFile(appImage, 'utf8')).toBe(newApp(place));
  await expect.poll(() => readFile(join(place.folder, 'new-app'), 'utf8').catch(() => '')).toBe('started\n');
  expect((await readdir(backup)).toSorted()).toEqual(['rushes.db', 'settings.json']);
});

test('an update that is not what it says is told of in words; a good one does not hold up a computer that shuts down', async ({
  place,
  start,
  feed,
  appImage,
}) => {
  const { app, window } = await start({
    env: { RUSHES_UPDATE_URL: feed.url, APPIMAGE: appImage },
    // A host elsewhere, which would have the update if it were asked.
    args: [`--host-resolver-rules=MAP elsewhere.example:80 ${new URL(feed.url).host}`],
  });
  const settings = await openSettings(window, 'About');
  const check = settings.getByRole('button', { name: 'Check for updates' });
  feed.publish('9.9.9', 'the new one');
  feed.redirect('/latest-linux.yml', 'http://elsewhere.example/latest-linux.yml');
  await check.click();
  await expect(settings.getByText('The update server gave no sensible answer.')).toBeVisible();
  expect(feed.requests().map(({ headers }) => headers['host'])).toEqual([new URL(feed.url).host]);
  feed.publish('9.9.9', 'not it', { sha512: `${'A'.repeat(86)}==` });
  await check.click();
  await expect(settings.getByText("The update that arrived isn't what it says it is")).toBeVisible();
  feed.answer(500);
  await check.click();
  await expect(settings.getByText('The update server gave no sensible answer.')).toBeVisible();
  feed.publish('9.9.9', newApp(place));
  await check.click();
  await expect(settings.getByRole('button', { name: 'Restart and update' })).toBeVisible();
  const ended = new Promise((done) => app.process().once('exit', done));
  await app.evaluate(({ app: electronApp, powerMonitor }) => {
    powerMonitor.emit('shutdown');
    electronApp.quit();
  });
  await ended;
  expect(await readdir(join(place.userData, 'backups'))).toContain('before-9.9.9');
  expect(await readFile(appImage, 'utf8')).toBe('#!/bin/sh\n');
});

test('a copy that a package manager looks after only says that there is a newer one', async ({ start, feed }) => {
  feed.publish('9.9.9', 'the new one');
  const { window } = await start({
    env: { RUSHES_UPDATE_URL: feed.url, RUSHES_TIMINGS: JSON.stringify({ updateFirstMs: 100 }) },
  });
  const banner = window.getByRole('status').filter({ hasText: 'Rushes 9.9.9 is out.' });
  await expect(banner.getByRole('button', { name: 'Open the download page…' })).toBeVisible();
  expect(feed.requests().map(({ path }) => path)).toEqual(['/latest-linux.yml']);
  await banner.getByRole('button', { name: 'Dismiss' }).click();
  await expect(banner).toHaveCount(0);
});

test('the feed is asked by the way that the system says, or through the proxy of the user, with its password', async ({
  start,
}) => {
  const [ofSystem, own] = await Promise.all([
    startHttpProxy({ status: 403 }),
    startHttpProxy({ status: 403, login: 'me:secret' }),
  ]);
  const script = `function FindProxyForURL(url, host) { return host === 'updates.invalid' ? 'PROXY ${ofSystem.address}' : 'DIRECT'; }`;
  const pac = `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`;
  const { window } = await start({
    env: { RUSHES_UPDATE_URL: 'https://updates.invalid/' },
    args: [`--proxy-pac-url=${pac}`],
  });
  const settings = await openSettings(window, 'About');
  const check = settings.getByRole('button', { name: 'Check for updates' });
  const told = settings.getByText("The update server can't be reached.");
  await check.click();
  await expect(told).toBeVisible();
  expect(new Set(ofSystem.tunnels)).toEqual(new Set(['updates.invalid:443']));

  await request(window, 'settings.network', { mode: 'manual', address: `me:secret@${own.address}` });
  await check.click();
  await expect.poll(() => own.logins).toContain(`Basic ${Buffer.from('me:secret').toString('base64')}`);
  await expect(told).toBeVisible();
  expect(new Set(own.tunnels)).toEqual(new Set(['updates.invalid:443']));
  await Promise.all([ofSystem.close(), own.close()]);
});

import { describe, expect, it } from 'vitest';
import { readFeed } from '../../../../../src/main/desktop/updates/update-feed.ts';
import { type Channel, createUpdates, type UpdatesParts } from '../../../../../src/main/desktop/updates/updates.ts';
import { err, ok } from '../../../../../src/shared/result.ts';
import type { UpdateState } from '../../../../../src/shared/domain/update.ts';
import { createFakeClock } from '../../../../support/fake-clock.ts';

const next = { version: '2.0.0', notes: 'Faster' };

function rig(changes: Partial<UpdatesParts> = {}, channel: Partial<Channel> = {}) {
  const clock = createFakeClock();
  const told: UpdateState[] = [];
  const done: string[] = [];
  let busy = false;
  const updates = createUpdates({
    isConfigured: () => true,
    load: () => {
      done.push('load');
      return Promise.resolve({
        check: () => Promise.resolve(next),
        download: (onShare) => Promise.resolve(onShare(0.5)),
        install: (restart) => Promise.resolve(void done.push(restart ? 'install and restart' : 'install')),
        ...channel,
      });
    },
    isBusy: () => busy,
    backUp: (name) => {
      done.push(`back up ${name}`);
      return ok('/backup');
    },
    quit: () => done.push('quit'),
    emit: (update) => told.push(update),
    clock,
    timings: { updateFirstMs: 1000, updateEveryMs: 5000 },
    report: () => undefined,
    ...changes,
  });
  return { updates, clock, told, done, work: (on: boolean) => (busy = on) };
}

describe('updates', () => {
  it('are off without a feed, and nothing is loaded', async () => {
    const { updates, clock, told, done } = rig({ isConfigured: () => false });
    updates.begin();
    await clock.advance(100_000);
    expect(updates.state()).toEqual({ kind: 'off' });
    expect([told, done]).toEqual([[], []]);
  });

  it('are looked for some time after the start, and once a day then', async () => {
    let looks = 0;
    const check = () => {
      looks += 1;
      return Promise.resolve(null);
    };
    const { updates, clock } = rig({}, { check });
    updates.begin();
    await clock.advance(999);
    expect([looks, updates.state()]).toEqual([0, { kind: 'current', checkedAt: null }]);
    await clock.advance(1);
    expect(looks).toBe(1);
    await clock.advance(4999);
    expect(looks).toBe(1);
    await clock.advance(1);
    expect(looks).toBe(2);
    expect(updates.state().kind).toBe('current');
  });

  it('are fetched when found, and installed after a backup when the app ends', async () => {
    const { updates, told, done } = rig();
    await updates.check();
    expect(told.map(({ kind }) => kind)).toEqual(['checking', 'downloading', 'downloading', 'ready']);
    expect(updates.state()).toEqual({ kind: 'ready', next, mayRestart: true });
    await updates.installAtEnd();
    expect(done).toEqual(['load', 'back up before-2.0.0', 'install']);
  });

  it('never end work: the app offers to start again only while there is none', async () => {
    const { updates, done, work } = rig();
    work(true);
    await updates.check();
    expect(updates.state()).toEqual({ kind: 'ready', next, mayRestart: false });
    expect(updates.restart()).toEqual(err({ code: 'update-waits' }));
    work(false);
    updates.activityChanged();
    expect(updates.state()).toEqual({ kind: 'ready', next, mayRestart: true });
    // Work that nobody told of yet.
    work(true);
    expect(updates.restart().ok).toBe(false);
    work(false);
    expect(updates.restart().ok).toBe(true);
    await updates.installAtEnd();
    expect(done).toEqual(['load', 'quit', 'back up before-2.0.0', 'install and restart']);
  });

  it('are not installed without a backup', async () => {
    const { updates, done } = rig({ backUp: () => err('ENOSPC') });
    await updates.check();
    await updates.installAtEnd();
    expect(done).toEqual(['load']);
  });

  it('are only told of where this copy cannot replace itself', async () => {
    const { updates, done } = rig({}, { install: null });
    await updates.check();
    expect(updates.state()).toEqual({ kind: 'by-hand', next });
    await updates.installAtEnd();
    expect(done).toEqual(['load']);
  });

  it.each([
    ['net::ERR_INTERNET_DISCONNECTED', 'offline'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'offline'],
    ['ENOSPC: no space left on device, write', 'disk-full'],
    ['EACCES: permission denied, unlink', 'read-only'],
    ['Cannot update while running on a read-only volume', 'read-only'],
    ['Could not get code signature for running application', 'not-genuine'],
    ['Something else', 'other'],
  ])('say in words what went wrong: %s', async (message, trouble) => {
    const { updates } = rig({}, { check: () => Promise.reject(new Error(message)) });
    await updates.check();
    expect(updates.state()).toEqual({ kind: 'failed', trouble });
  });

  it('are looked for once at a time, and again after a failure', async () => {
    let looks = 0;
    const check = () => {
      looks += 1;
      return looks === 1 ? Promise.reject(new Error('ECONNRESET')) : Promise.resolve(null);
    };
    const { updates } = rig({}, { check });
    await Promise.all([updates.check(), updates.check(), updates.check()]);
    expect(looks).toBe(1);
    await updates.check();
    expect([looks, updates.state().kind]).toEqual([2, 'current']);
  });
});

describe('the feed', () => {
  const file =
    'provider: generic\nurl: https://updates.example.com/rushes\nupdaterCacheDirName: mine\npublisherName: Rushes\n';
  it('is the package’s', () => {
    expect(readFeed(file, undefined)).toEqual({
      provider: 'generic',
      url: 'https://updates.example.com/rushes',
      updaterCacheDirName: 'mine',
      publisherName: ['Rushes'],
    });
  });

  it('may be another one by the environment, whose installers need the same signature', () => {
    const feed = readFeed(file, ' https://mirror.example.com/ ');
    expect([feed?.url, feed?.publisherName]).toEqual(['https://mirror.example.com/', ['Rushes']]);
  });

  it.each([
    [null, undefined],
    [null, ''],
    ['provider: [', undefined],
    ['provider: github\nowner: a\nrepo: b', undefined],
    [null, 'http://updates.example.com/'],
    [null, 'https://me:secret@updates.example.com/'],
    [null, 'file:///tmp/feed'],
    [null, 'not an address'],
  ])('is none for %j and %j', (text, variable) => {
    expect(readFeed(text, variable)).toBeNull();
  });

  it('may be on this computer, for tests', () => {
    expect(readFeed(null, 'http://127.0.0.1:8080/')?.url).toBe('http://127.0.0.1:8080/');
  });
});

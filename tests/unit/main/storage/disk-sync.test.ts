import { beforeEach, expect, it } from 'vitest';
import { createDiskSync, type DiskSync, syncFile } from '../../../../src/main/storage/disk-sync.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';

let clock: FakeClock;
let asked: { readonly resolve: () => void; readonly reject: (error: Error) => void }[];
let slow: boolean[];
let reported: unknown[];
let checkpoints: (() => void)[];
let disk: DiskSync;

beforeEach(() => {
  clock = createFakeClock();
  [asked, slow, reported, checkpoints] = [[], [], [], []];
  disk = createDiskSync({
    sync: () => new Promise((resolve, reject) => asked.push({ resolve, reject })),
    checkpoint: { run: () => new Promise<void>((resolve) => checkpoints.push(resolve)), writes: 3 },
    clock,
    afterMs: 500,
    slowMs: 3_000,
    onSlow: (isSlow) => slow.push(isSlow),
    report: (error) => reported.push(error),
  });
});

/** Whether it has resolved by now. */
async function isThere(written: Promise<void>): Promise<boolean> {
  return Promise.race([written.then(() => true), clock.advance(0).then(() => false)]);
}

it('resolves at once where nothing was written, else when the disk has it', async () => {
  await disk.written();
  expect(asked).toHaveLength(0);
  disk.wrote();
  const written = disk.written();
  expect(await isThere(written)).toBe(false);
  asked[0]?.resolve();
  await written;
  await disk.written();
  expect(asked).toHaveLength(1);
});

it('does not take a sync that began before the last write for one of it', async () => {
  disk.wrote();
  const first = disk.written();
  disk.wrote();
  const second = disk.written();
  asked[0]?.resolve();
  await first;
  expect(await isThere(second)).toBe(false);
  expect(asked).toHaveLength(2);
  asked[1]?.resolve();
  await second;
});

it('syncs by itself at once, and then once for many writes', async () => {
  disk.wrote();
  disk.wrote();
  expect(asked).toHaveLength(0);
  await clock.advance(0);
  expect(asked).toHaveLength(1);
  asked[0]?.resolve();
  for (let write = 0; write < 5; write += 1) disk.wrote();
  await clock.advance(499);
  expect(asked).toHaveLength(1);
  await clock.advance(1);
  expect(asked).toHaveLength(2);
});

it('says that the disk is slow, until it is done', async () => {
  disk.wrote();
  const written = disk.written();
  await clock.advance(2_999);
  expect(slow).toEqual([]);
  await clock.advance(1);
  expect(slow).toEqual([true]);
  asked[0]?.resolve();
  await written;
  expect(slow).toEqual([true, false]);
  disk.wrote();
  const next = disk.written();
  asked[1]?.resolve();
  await next;
  await clock.advance(10_000);
  expect(slow).toEqual([true, false]);
});

it('rejects where the disk refuses, and tries again with the next one', async () => {
  disk.wrote();
  const refused = disk.written();
  asked[0]?.reject(new Error('EIO'));
  await expect(refused).rejects.toThrow('EIO');
  const again = disk.written();
  asked[1]?.resolve();
  await again;
});

it('has checkpoints made behind so many writes and a sync, one at a time, and knows how long the disk took', async () => {
  const write = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) disk.wrote();
    const written = disk.written();
    await clock.advance(40);
    asked.shift()?.resolve();
    await written;
  };
  await write(2);
  expect(checkpoints).toHaveLength(0);
  await write(1);
  expect(checkpoints).toHaveLength(1);
  expect(disk.lastMs()).toBe(40);
  await write(5);
  expect(checkpoints).toHaveLength(1);
  expect(await isThere(disk.settled().then(() => undefined))).toBe(false);
  checkpoints[0]?.();
  await disk.settled();
  await write(1);
  expect(checkpoints).toHaveLength(2);
});

it('does not take a file that is gone for one that the disk has', async () => {
  await expect(syncFile('/nowhere/at all')).rejects.toThrow('ENOENT');
});

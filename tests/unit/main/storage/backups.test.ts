import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/main/clock.ts';
import { backUp, backUpDay, backupsIn } from '../../../../src/main/storage/backups.ts';
import { openStorage, restoreHistory, type Storage } from '../../../../src/main/storage/open-storage.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { testEnv } from '../../../support/test-env.ts';
import { aBatch, aBatchItem, anExport, aProject, aTurn } from './samples.ts';

const script = resolve('src/main/storage/storage-thread.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-backups-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (): string => join(folder, 'rushes.db');

async function open(env = testEnv({ clock: systemClock }), thread = script): Promise<Storage> {
  const opened = await openStorage(env, folder, thread);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

async function writeHistory(): Promise<void> {
  const storage = await open();
  const project = aProject({ name: 'Sea' });
  storage.stores.projects.save(project);
  for (let n = 0; n < 60; n += 1) storage.stores.turns.save(aTurn(project.id, { prompt: 'p'.repeat(3_000) }));
  await storage.close();
}

/** What the history of today holds beside that of the backup. */
async function writeLater(): Promise<void> {
  const storage = await open();
  storage.stores.projects.save(aProject({ name: 'Later' }));
  await storage.close();
}

const namesIn = ({ stores }: Storage): readonly string[] =>
  stores.projects
    .list()
    .map(({ name }) => name)
    .toSorted();
const asideNames = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('rushes.db.broken-'));
const spoilWhole = (at: string): void => writeFileSync(at, 'This was a database once. '.repeat(1_000));
const backedUp = (name: string): string => join(folder, 'backups', name, 'rushes.db');

/** Backs up as of so many days ago. */
function backUpBefore(days: number, name: string): number {
  expect(backUp(folder, name).ok).toBe(true);
  const at = Math.floor(Date.now() / 1_000) * 1_000 - days * 86_400_000;
  utimesSync(backedUp(name), at / 1_000, at / 1_000);
  return at;
}

describe.each([script, '/no/script'])('a history that cannot be read (%s)', (thread) => {
  it.each([
    ['is no database any more', () => spoilWhole(path()), 1],
    ['is empty', () => writeFileSync(path(), ''), 1],
    ['is gone', () => rmSync(path()), 0],
    ['is a folder', () => (rmSync(path()), mkdirSync(path())), 1],
  ])('gives way to the newest backup that is whole where it %s', async (_, damage, aside) => {
    await writeHistory();
    backUpBefore(5, 'oldest');
    const at = backUpBefore(3, 'whole');
    backUpBefore(1, 'broken');
    const bytes = readFileSync(backedUp('broken'));
    writeFileSync(backedUp('broken'), bytes.fill(0x5a, 4096 * 20, 4096 * 40));
    await writeLater();
    damage();
    const storage = await open(undefined, thread);
    expect(namesIn(storage)).toEqual(['Sea']);
    expect(storage.restoredFrom).toBe(at);
    expect(storage.setAside === null ? 0 : 1).toBe(aside);
    expect(asideNames()).toHaveLength(aside);
    await storage.close();
    const again = await open(undefined, thread);
    expect([again.restoredFrom, again.setAside, namesIn(again)]).toEqual([null, null, ['Sea']]);
    await again.close();
  });

  it('gives way to an empty one where no backup is whole', async () => {
    await writeHistory();
    backUpBefore(1, 'broken');
    spoilWhole(backedUp('broken'));
    spoilWhole(path());
    const storage = await open(undefined, thread);
    expect([storage.restoredFrom, namesIn(storage)]).toEqual([null, []]);
    expect(asideNames()).toHaveLength(1);
    await storage.close();
  });

  it('does nothing again by itself that may have been done since the backup', async () => {
    const first = await open(undefined, thread);
    const project = aProject();
    first.stores.projects.save(project);
    first.stores.exports.add(anExport(project.id, { state: 'queued' }), { draft: {} });
    first.stores.exports.add(anExport(project.id, { state: 'rendering' }), { draft: {} });
    const states = ['waiting', 'asking', 'done'] as const;
    first.stores.batches.add(
      { ...aBatch, head: { ...aBatch.head, state: 'running', pause: null } },
      states.map((state, n) => aBatchItem(n, { state })),
    );
    await first.close();
    backUpBefore(1, 'busy');
    rmSync(path());
    const storage = await open(undefined, thread);
    expect(storage.stores.exports.list().map(({ job }) => job.state)).toEqual(['cancelled', 'cancelled']);
    expect(storage.stores.exports.since(Infinity)).toEqual([]);
    const [restored] = storage.stores.batches.list();
    expect(restored?.batch.head.state).toBe('stopped');
    expect(restored?.items.map(({ item }) => item.state)).toEqual(['stopped', 'stopped', 'done']);
    await storage.close();
  });
});

it('is found among whatever else lies there', async () => {
  await writeHistory();
  const at = backUpBefore(3, '海 <b>"\'; --');
  const all = join(folder, 'backups');
  writeFileSync(join(all, 'a file'), '');
  for (const name of ['nothing', 'empty', 'device', 'circle', 'far away']) mkdirSync(join(all, name));
  mkdirSync(join(all, 'folder', 'rushes.db'), { recursive: true });
  writeFileSync(join(all, 'empty', 'rushes.db'), '');
  symlinkSync('/dev/zero', join(all, 'device', 'rushes.db'));
  symlinkSync('rushes.db', join(all, 'circle', 'rushes.db'));
  symlinkSync(all, join(all, 'loop'));
  expect(backupsIn(folder).map(({ id }) => id)).toEqual(['海 <b>"\'; --']);
  rmSync(path());
  const storage = await open();
  expect(storage.restoredFrom).toBe(at);
  await storage.close();
});

describe('a backup of the day', () => {
  const dailyNames = (): readonly string[] =>
    backupsIn(folder)
      .map(({ id }) => id)
      .toSorted();

  it('is made while the history is open, once nothing is under way, and again when something new was written', async () => {
    await writeHistory();
    const clock = createFakeClock(Date.now());
    const env = testEnv({ clock });
    const storage = await open(env);
    let quiet = false;
    const kept = storage.keepBackups(() => quiet);
    expect(dailyNames()).toEqual([]);
    quiet = true;
    await clock.advance(env.timings.backupLookMs);
    await expect.poll(dailyNames).toEqual([expect.stringMatching(/^day-\d{4}-\d\d-\d\d$/)]);
    await expect.poll(() => clock.waiting()).toBe(1);
    const [first] = backupsIn(folder);
    await clock.advance(env.timings.backupLookMs);
    expect(backupsIn(folder)).toEqual([first]);
    storage.stores.projects.save(aProject({ name: 'Later' }));
    await clock.advance(env.timings.backupLookMs);
    expect(backupsIn(folder)).toEqual([first]);
    await clock.advance(86_400_000);
    // In place of the first where both fall on one day.
    await expect.poll(() => backupsIn(folder)[0]?.at).toBeGreaterThan(first?.at ?? Infinity);
    expect(env.reported).toEqual([]);
    await storage.close();
    await kept;
    rmSync(path());
    const again = await open();
    expect(namesIn(again)).toEqual(['Later', 'Sea']);
    await again.close();
  });

  it('is not made of a new history before there can be something in it', async () => {
    const clock = createFakeClock(Date.now());
    const env = testEnv({ clock });
    const storage = await open(env);
    const kept = storage.keepBackups(() => true);
    await clock.advance(env.timings.backupLookMs - 1);
    expect(backupsIn(folder)).toEqual([]);
    await clock.advance(1);
    await expect.poll(() => backupsIn(folder).length).toBe(1);
    await storage.close();
    await kept;
  });

  it('is one of a few: the newest of the days, and of all others', async () => {
    await writeHistory();
    for (const day of [1, 2, 3, 4, 5]) {
      backUpDay(path(), Date.UTC(2026, 0, day));
      age(`day-2026-01-0${day}`, 20 - day);
    }
    for (const n of [1, 2, 3, 4]) backUpBefore(10 - n, `before-${n}`);
    backUpDay(path(), Date.UTC(2026, 0, 6));
    expect(dailyNames()).toEqual([
      'before-2',
      'before-3',
      'before-4',
      'day-2026-01-04',
      'day-2026-01-05',
      'day-2026-01-06',
    ]);
  });

  function age(name: string, days: number): void {
    const at = Date.now() / 1_000 - days * 86_400;
    utimesSync(backedUp(name), at, at);
  }
});

describe('going back to a backup', () => {
  const parts = { script, report: (error: unknown) => expect.fail(String(error)) };

  it('keeps what was there as a backup, to which one can go back again', async () => {
    await writeHistory();
    backUpBefore(2, 'old');
    await writeLater();
    expect(await restoreHistory(folder, 'old', parts)).toBe(true);
    const back = await open();
    expect([namesIn(back), back.restoredFrom, back.setAside]).toEqual([['Sea'], null, null]);
    await back.close();
    const replaced = backupsIn(folder).find(({ id }) => id.startsWith('replaced-'));
    expect(await restoreHistory(folder, replaced?.id ?? '', parts)).toBe(true);
    const again = await open();
    expect(namesIn(again)).toEqual(['Later', 'Sea']);
    await again.close();
  });

  it.each(['unknown', '../old', 'broken'])('changes nothing where that cannot be: %s', async (id) => {
    await writeHistory();
    backUpBefore(2, 'old');
    backUpBefore(1, 'broken');
    spoilWhole(backedUp('broken'));
    await writeLater();
    expect(await restoreHistory(folder, id, parts)).toBe(false);
    const storage = await open();
    expect(namesIn(storage)).toEqual(['Later', 'Sea']);
    await storage.close();
  });
});

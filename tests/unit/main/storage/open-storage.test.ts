import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../src/main/clock.ts';
import { openStorage, setHistoryAside, type Storage } from '../../../../src/main/storage/open-storage.ts';
import { openDatabase } from '../../../../src/main/storage/database.ts';
import { migrations } from '../../../../src/main/storage/migrations.ts';
import { testEnv } from '../../../support/test-env.ts';
import { aProject, aTurn } from './samples.ts';

const script = resolve('src/main/storage/storage-thread.ts');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-storage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (): string => join(folder, 'rushes.db');

function rig() {
  const env = testEnv({ clock: systemClock, timings: { historyCheckMs: 0 } });
  let damages = 0;
  env.bus.on('history-damaged', () => void (damages += 1));
  return { env, damages: () => damages };
}

async function open(env = rig().env, thread = script): Promise<Storage> {
  const opened = await openStorage(env, folder, thread);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

async function writeHistory(): Promise<string> {
  const storage = await open();
  const project = aProject({ name: 'Sea' });
  storage.stores.projects.save(project);
  for (let n = 0; n < 60; n += 1) storage.stores.turns.save(aTurn(project.id, { prompt: 'p'.repeat(3_000) }));
  await storage.close();
  return project.id;
}

/** Spoils some pages in the middle of the file: those of turns, none that is read when rooms open. */
function spoil(): void {
  const bytes = readFileSync(path());
  const middle = Math.floor(bytes.length / 4096 / 2);
  writeFileSync(path(), bytes.fill(0x5a, middle * 4096, (middle + 4) * 4096));
}

describe('the check of a whole history, while it is open', () => {
  it('says nothing of one that is whole, and lets it be written meanwhile', async () => {
    await writeHistory();
    const { env, damages } = rig();
    const storage = await open(env);
    const checked = storage.check();
    storage.stores.projects.save(aProject({ name: 'Written meanwhile' }));
    await checked;
    expect([damages(), env.reported]).toEqual([0, []]);
    await storage.close();
  });

  it('tells once of damage in the middle, of which opening it noticed nothing', async () => {
    await writeHistory();
    spoil();
    const { env, damages } = rig();
    const storage = await open(env);
    expect(storage.setAside).toBeNull();
    expect(storage.stores.projects.list().map(({ name }) => name)).toEqual(['Sea']);
    await storage.check();
    await storage.check();
    expect(damages()).toBe(1);
    await storage.close();
  });

  it('is not waited for: what is read and is damaged tells, too', async () => {
    const projectId = await writeHistory();
    spoil();
    const { env, damages } = rig();
    const storage = await open(env);
    expect(() => storage.stores.turns.page(projectId, { limit: 60 })).toThrow('malformed');
    expect(damages()).toBe(1);
    await storage.close();
  });

  it('ends with the history, and one without its thread is open all the same', async () => {
    await writeHistory();
    const { env, damages } = rig();
    const storage = await open(env, '/no/script');
    await storage.check();
    const other = testEnv({ timings: { historyCheckMs: 1_000 } });
    await storage.close();
    const waiting = await open(other);
    const checked = waiting.check();
    await waiting.close();
    await checked;
    expect(damages()).toBe(0);
  });
});

describe('the WAL', () => {
  const walBytes = (): number => statSync(`${path()}-wal`).size;

  it('goes into the file by a thread, while it is written, and begins anew', async () => {
    const storage = await open();
    const project = aProject();
    storage.stores.projects.save(project);
    const write = async (): Promise<number> => {
      for (let n = 0; n < 600; n += 1) storage.stores.turns.save(aTurn(project.id));
      await storage.written();
      return walBytes();
    };
    const first = await write();
    for (let more = 0; more < 4; more += 1) {
      const before = statSync(path()).size;
      await expect.poll(() => statSync(path()).size).toBeGreaterThan(before);
      await write();
    }
    // A machine that is busy may come late to one of them.
    expect(walBytes()).toBeLessThan(first * 3.5);
    await storage.close();
  });

  it.each([script, '/no/script'])('is empty at the end, however slow the disk is (%s)', async (thread) => {
    const clock = { ...systemClock, steady: () => performance.now() * 1e6 };
    const storage = await open(testEnv({ clock }), thread);
    storage.stores.projects.save(aProject({ name: 'Sea' }));
    await storage.close();
    expect(walBytes()).toBe(0);
    const again = await open();
    expect(again.stores.projects.list().map(({ name }) => name)).toEqual(['Sea']);
    await again.close();
  });
});

describe('an older history', () => {
  it.each([script, '/no/script'])('is upgraded, in a thread or else here, after a backup (%s)', async (thread) => {
    const older = openDatabase(path(), migrations.slice(0, -1));
    if (!older.ok) throw new Error('It does not open');
    older.value.database.close();
    const storage = await open(rig().env, thread);
    await storage.close();
    expect(readdirSync(join(folder, 'backups'))).toEqual([`schema-${migrations.length - 1}`]);
  });
});

it('that dies, the thread is told of with what is done instead', async () => {
  await writeHistory();
  const { env } = rig();
  const storage = await open(env, '/no/script');
  expect(await storage.check()).toBe(false);
  expect(env.reported.map(String)).toEqual(['Error: The storage thread died (check): the next start checks']);
  await storage.close();
});

it('is set aside with all that belongs to it, and a new one begun', async () => {
  await writeHistory();
  const aside = setHistoryAside(folder, 0);
  expect(aside).toEqual({ ok: true, value: expect.stringContaining('rushes.db.broken-') });
  expect(existsSync(path())).toBe(false);
  const storage = await open();
  expect(storage.stores.projects.list()).toEqual([]);
  await storage.close();
});

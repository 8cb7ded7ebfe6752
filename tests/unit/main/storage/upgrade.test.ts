import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../../src/main/storage/backups.ts';
import { openDatabase } from '../../../../src/main/storage/database.ts';
import { connect, type Database } from '../../../../src/main/storage/sqlite.ts';
import { isOutdated } from '../../../../src/main/storage/upgrade.ts';

const script = fileURLToPath(new URL('./fixtures/upgrade-and-die.mjs', import.meta.url));
const before = ['CREATE TABLE notes (text TEXT)'];
const after = [
  ...before,
  'ALTER TABLE notes ADD COLUMN at REAL; UPDATE notes SET at = 1',
  "INSERT INTO notes VALUES ('new', 2)",
];

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-upgrade-'));
  path = join(folder, 'rushes.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(steps: readonly string[]): Database {
  const opened = openDatabase(path, steps);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.database;
}

function writeOld(): void {
  const database = open(before);
  for (const text of ['one', 'two']) database.run('INSERT INTO notes VALUES (@text)', { text });
  database.close();
}

/** The same, but all of it is still in the log beside the file. */
function writeOldIntoLog(): void {
  const { path: from } = { path };
  path = join(folder, 'first.db');
  const database = open(before);
  database.exec('PRAGMA wal_autocheckpoint = 0');
  for (const text of ['one', 'two']) database.run('INSERT INTO notes VALUES (@text)', { text });
  for (const suffix of ['', '-wal']) writeFileSync(from + suffix, readFileSync(path + suffix));
  database.close();
  for (const name of readdirSync(folder)) if (name.startsWith('first')) rmSync(join(folder, name));
  path = from;
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0);
}

const textsIn = (database: Database): readonly unknown[] => database.all('SELECT text FROM notes ORDER BY rowid');
const old = [{ text: 'one' }, { text: 'two' }];
const backupAt = (name: string): string => join(folder, 'backups', name, 'rushes.db');

function expectUpgraded(): void {
  const database = open(after);
  expect(textsIn(database)).toEqual([...old, { text: 'new' }]);
  expect(database.all('PRAGMA user_version')).toEqual([{ user_version: 3 }]);
  database.close();
  expect(readdirSync(folder).filter((name) => name.includes('.next') || name.includes('broken'))).toEqual([]);
}

function readBackup(name: string): void {
  const database = connect(backupAt(name));
  expect(textsIn(database)).toEqual(old);
  expect(database.all('PRAGMA user_version')).toEqual([{ user_version: 1 }]);
  database.close();
}

describe('upgrading an older file', () => {
  it.each([
    ['that was closed in good order', writeOld],
    ['whose content is still in the log beside it', writeOldIntoLog],
  ])('keeps a backup of one %s', (_, write) => {
    write();
    writeFileSync(join(folder, 'settings.json'), '{}');
    expect(isOutdated(path, after)).toBe(true);
    expectUpgraded();
    readBackup('schema-1');
    expect(readFileSync(join(folder, 'backups', 'schema-1', 'settings.json'), 'utf8')).toBe('{}');
    expect(isOutdated(path, after)).toBe(false);
  });

  it('touches neither a current file nor a new one', () => {
    open(before).close();
    open(before).close();
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });

  it('leaves the file as it was where a step fails, and says so', () => {
    writeOld();
    const bytes = readFileSync(path);
    const steps = [...after, 'CREATE NONSENSE'];
    const error = { kind: 'not-upgraded', isFull: false };
    expect(openDatabase(path, steps)).toEqual({ ok: false, error });
    expect(openDatabase(path, steps)).toEqual({ ok: false, error });
    const database = open(before);
    expect(textsIn(database)).toEqual(old);
    database.close();
    expect(readFileSync(path).length).toBe(bytes.length);
    expect(readdirSync(folder).filter((name) => name.includes('.next'))).toEqual([]);
    expectUpgraded();
  });

  it('refuses a file that is damaged in the middle, and copies nothing of it', () => {
    const database = open(before);
    for (let n = 0; n < 200; n += 1) database.run('INSERT INTO notes VALUES (@text)', { text: 'x'.repeat(3_000) });
    database.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, 4096 * 20, 4096 * 60));
    expect(openDatabase(path, after)).toEqual({ ok: false, error: 'corrupt' });
  });

  it('does not go on while another program reads the file', () => {
    writeOldIntoLog();
    const other = connect(path);
    other.exec('BEGIN');
    expect(textsIn(other)).toEqual(old);
    expect(openDatabase(path, after)).toMatchObject({ ok: false });
    other.exec('COMMIT');
    other.close();
    expectUpgraded();
    readBackup('schema-1');
  });
});

describe('an upgrade that breaks off', () => {
  let steps: string;
  beforeEach(() => (steps = mkdtempSync(join(tmpdir(), 'rushes-upgrade-steps-'))));
  afterEach(() => rmSync(steps, { recursive: true }));

  type Told = { readonly done: number; readonly ends: readonly unknown[] };
  const run = (mode: 'snapshots' | 'full' | 'kill') =>
    spawnSync(process.execPath, [script, mode, path, JSON.stringify(after), steps], { encoding: 'utf8' });
  const runWhole = (mode: 'snapshots' | 'full') => JSON.parse(run(mode).stdout) as Told;
  /** Puts all files as they lay there in place of those of now. */
  function goTo(step: string): void {
    rmSync(folder, { recursive: true });
    cpSync(join(steps, step), folder, { recursive: true });
  }

  it('goes through at the next start, wherever it was killed', () => {
    writeOldIntoLog();
    const { done } = runWhole('snapshots');
    expect(done).toBeGreaterThan(10);
    for (let step = 1; step <= done; step += 1) {
      goTo(String(step));
      expectUpgraded();
      readBackup('schema-1');
    }
    goTo('before');
    expect(run('kill').signal).toBe('SIGKILL');
    expectUpgraded();
    readBackup('schema-1');
  }, 60_000);

  it('leaves all as it was where the disk is full, at whichever step', () => {
    writeOld();
    let refused = 0;
    for (const [index, opened] of runWhole('full').ends.entries()) {
      goTo(String(index + 1));
      const database = connect(path);
      const [version] = database.all('PRAGMA user_version');
      database.close();
      if (opened === true || (version as { user_version: number }).user_version === 3) continue;
      refused += 1;
      expect([index, opened]).toEqual([index, { kind: 'not-upgraded', isFull: true }]);
      expect(readdirSync(folder).filter((name) => name.includes('.next'))).toEqual([]);
      expectUpgraded();
    }
    expect(refused).toBeGreaterThan(4);
  }, 60_000);
});

describe('backUp', () => {
  it('keeps the newest few, each whole under its name', () => {
    writeOld();
    for (const name of ['a', 'b', 'c', 'b', 'd', 'e']) {
      expect(backUp(folder, name)).toEqual({ ok: true, value: join(folder, 'backups', name) });
      const until = performance.now() + 15;
      while (performance.now() < until);
    }
    expect(readdirSync(join(folder, 'backups')).toSorted()).toEqual(['b', 'd', 'e']);
    readBackup('e');
  });

  it('says why where there is no room for it, and throws nothing', () => {
    writeFileSync(join(folder, 'backups'), 'a file in the way');
    expect(backUp(folder, 'a')).toEqual({ ok: false, error: expect.stringMatching(/^E/) });
  });
});

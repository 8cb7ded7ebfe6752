import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStores } from '../../../../src/main/storage/open-storage.ts';
import { type OpenedDatabase, openDatabase } from '../../../../src/main/storage/database.ts';
import { migrations } from '../../../../src/main/storage/migrations.ts';
import { aProject, aTurn } from './samples.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-db-'));
  path = join(folder, 'rushes.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(steps: readonly string[] = migrations): OpenedDatabase {
  const opened = openDatabase(path, steps);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

describe('openDatabase', () => {
  it('makes a database whose writes do not wait for the disk: main would stand still', () => {
    const { database } = open();
    expect(database.all('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(database.all('PRAGMA synchronous')).toEqual([{ synchronous: 1 }]);
    expect(database.all('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    expect(database.all('PRAGMA busy_timeout')).toEqual([{ timeout: 250 }]);
    expect(database.all('PRAGMA user_version')).toEqual([{ user_version: migrations.length }]);
    database.close();
  });

  it('finds everything again after an orderly end', () => {
    const project = aProject();
    const { database } = open();
    createStores(database).projects.save(project);
    database.close();
    const again = open().database;
    expect(createStores(again).projects.list()).toEqual([project]);
    again.close();
  });

  it('finds everything again after the process was killed', () => {
    const project = aProject();
    const script = fileURLToPath(new URL('./fixtures/write-and-die.mjs', import.meta.url));
    const child = spawnSync(process.execPath, [script, path, JSON.stringify(project)], { encoding: 'utf8' });
    expect([child.signal, child.stderr]).toEqual(['SIGKILL', '']);

    const { database } = open();
    expect(createStores(database).projects.list()).toEqual([project]);
    database.close();
  });

  it('has all appended text again after the process was killed', () => {
    const script = fileURLToPath(new URL('./fixtures/append-and-die.mjs', import.meta.url));
    const project = aProject();
    const turn = aTurn(project.id, { state: 'streaming', parts: [{ kind: 'text', text: 'kept ' }] });
    const pieces = ['one ', 'two ', '海🎬', ' four'];
    const child = spawnSync(process.execPath, [script, path, JSON.stringify({ project, turn, pieces })]);
    expect([child.signal, String(child.stderr)]).toEqual(['SIGKILL', '']);

    const { database } = open();
    expect(createStores(database).turns.unfinished()).toEqual([
      { ...turn, parts: [{ kind: 'text', text: 'kept one two 海🎬 four' }] },
    ]);
    database.close();
  });

  it('refuses what is no database, and leaves it as it is', () => {
    const text = 'this was never a database '.repeat(100);
    writeFileSync(path, text);
    expect(openDatabase(path)).toEqual({ ok: false, error: 'corrupt' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it.each([
    ['is cut off', (bytes: Buffer) => bytes.subarray(0, 4096 * 5)],
    ['has lost its table of tables', (bytes: Buffer) => bytes.fill(0x5a, 100, 4096)],
    ['has lost every byte: a history was there', () => ''],
  ])('refuses a database that %s', (_, damage) => {
    const before = open().database;
    createStores(before).projects.save(aProject({ thumbnail: 'x'.repeat(60_000) }));
    before.close();
    writeFileSync(path, damage(readFileSync(path)));
    expect(openDatabase(path)).toEqual({ ok: false, error: 'corrupt' });
  });

  it('refuses a database from a newer version, and leaves it alone', () => {
    const newer = open([...migrations, 'CREATE TABLE later (x TEXT)']);
    newer.database.close();
    expect(openDatabase(path)).toEqual({
      ok: false,
      error: { kind: 'newer', version: migrations.length + 1, supported: migrations.length },
    });
    expect(readdirSync(folder).filter((name) => name.includes('broken'))).toEqual([]);
  });

  it('says so where no file can be made', () => {
    mkdirSync(path);
    expect(openDatabase(path)).toEqual({ ok: false, error: 'corrupt' });
    expect(openDatabase(join(folder, 'no', 'such', 'folder.db'))).toMatchObject({
      ok: false,
      error: { kind: 'unavailable' },
    });
  });

  it('says so while somebody else writes', () => {
    const { database } = open([]);
    database.exec('BEGIN EXCLUSIVE');
    expect(openDatabase(path)).toEqual({ ok: false, error: { kind: 'unavailable', code: 'SQLITE_BUSY' } });
    database.exec('ROLLBACK');
    database.close();
  });
});

describe('migration', () => {
  it('takes only the steps that are missing', () => {
    open(['CREATE TABLE a (x TEXT)']).database.close();
    const { database } = open(['CREATE TABLE a (x TEXT)', 'CREATE TABLE b (x TEXT)']);
    expect(database.all(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)).toEqual([
      { name: 'a' },
      { name: 'b' },
    ]);
    database.close();
  });

  it('takes a step whole or not at all, and of an older file no step back', () => {
    open(['CREATE TABLE a (x TEXT)']).database.close();
    const steps = ['CREATE TABLE a (x TEXT)', 'CREATE TABLE b (x TEXT)', 'CREATE TABLE c (x TEXT); CREATE NONSENSE'];
    expect(openDatabase(path, steps)).toMatchObject({ ok: false, error: { kind: 'not-upgraded' } });
    const { database } = open(steps.slice(0, 2));
    expect(database.all('PRAGMA user_version')).toEqual([{ user_version: 2 }]);
    expect(() => database.all('SELECT x FROM c')).toThrow('no such table');
    database.close();
  });

  it('takes all steps of a new file, or none', () => {
    const broken = openDatabase(path, ['CREATE TABLE a (x TEXT)', 'CREATE TABLE b (x TEXT); CREATE NONSENSE']);
    expect(broken).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
    const { database } = open(['CREATE TABLE a (x TEXT)', 'CREATE TABLE b (y TEXT)']);
    expect(database.all('PRAGMA user_version')).toEqual([{ user_version: 2 }]);
    expect(database.all('SELECT y FROM b')).toEqual([]);
    database.close();
  });
});

describe('closing', () => {
  it('leaves nothing in the write-ahead log', () => {
    const { database } = open();
    createStores(database).projects.save(aProject());
    database.close();
    const log = `${path}-wal`;
    expect(existsSync(log) ? readFileSync(log).length : 0).toBe(0);
  });
});

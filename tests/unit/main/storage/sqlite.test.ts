import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database, storageFailure } from '../../../../src/main/storage/sqlite.ts';

let folder: string;
let path: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-sqlite-'));
  path = join(folder, 'a.db');
  database = connect(path, { busyMs: 40, tryMs: 10 });
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (x)');
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const insert = 'INSERT INTO t VALUES (@x)';
const count = (): unknown => database.all('SELECT count(*) AS n FROM t');

function failureOf(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return storageFailure(error);
  }
}

describe('a file that another program holds', () => {
  it.each([
    ['a write', (): void => database.run(insert, { x: 1 })],
    ['a transaction', (): void => database.transaction(() => database.run(insert, { x: 1 }))],
  ])('is told, and spoils nothing that comes later: %s', (_what, write) => {
    database.run(insert, { x: 0 });
    const other = connect(path);
    other.exec('BEGIN IMMEDIATE');
    expect(failureOf(write)).toEqual({ code: 'history-busy' });
    other.exec('COMMIT');
    other.close();
    // Another statement than the one that failed.
    database.transaction(() => database.run('INSERT INTO t VALUES (2)'));
    write();
    expect(count()).toEqual([{ n: 3 }]);
  });

  it('is tried again until it is free', async () => {
    const patient = connect(path, { busyMs: 60_000, tryMs: 10 });
    const held = new Int32Array(new SharedArrayBuffer(4));
    const code = `
      const { workerData: { libsql, path, held } } = require('node:worker_threads');
      const Libsql = require(libsql);
      const other = new Libsql(path);
      other.exec('BEGIN IMMEDIATE');
      Atomics.store(held, 0, 1);
      Atomics.notify(held, 0);
      Atomics.wait(held, 0, 1, 200);
      other.exec('COMMIT');
      other.close();`;
    const libsql = join(import.meta.dirname, '../../../../node_modules/libsql');
    const worker = new Worker(code, { eval: true, workerData: { libsql, path, held } });
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    Atomics.wait(held, 0, 0);
    patient.run(insert, { x: 1 });
    patient.close();
    await ended;
    expect(count()).toEqual([{ n: 1 }]);
  });
});

describe('a full disk', () => {
  it.each([
    ['a write', (x: string): void => database.run(insert, { x })],
    ['a transaction', (x: string): void => database.transaction(() => database.run(insert, { x }))],
  ])('is told as such, and spoils nothing that comes later: %s', (_what, write) => {
    database.exec('PRAGMA max_page_count = 3');
    expect(failureOf(() => write('x'.repeat(100_000)))).toEqual({ code: 'disk-full' });
    write('small');
    database.transaction(() => database.run('INSERT INTO t VALUES (2)'));
    expect(count()).toEqual([{ n: 2 }]);
  });
});

it('takes a transaction within a transaction for part of it', () => {
  const inner = (): void => database.transaction(() => database.run(insert, { x: 1 }));
  const failing = (): void => {
    inner();
    throw new Error('no');
  };
  expect(() => database.transaction(failing)).toThrow('no');
  database.transaction(inner);
  expect(count()).toEqual([{ n: 1 }]);
});

it('knows no other errors', () => {
  expect(failureOf(() => database.run('INSERT INTO nowhere VALUES (1)'))).toBeNull();
  expect(storageFailure(Object.assign(new Error(''), { code: 'ENOSPC' }))).toEqual({ code: 'disk-full' });
});

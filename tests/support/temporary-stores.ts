import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createStores } from '../../src/main/storage/open-storage.ts';
import { type Database, openDatabase } from '../../src/main/storage/database.ts';
import type { Stores } from '../../src/main/storage/stores.ts';

/** A database of its own, closed and removed when the running test is over. It does not wait for the disk. */
export function temporaryDatabase(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'rushes 状态 '));
  const path = join(folder, 'rushes.db');
  copyFileSync(migrated(), path);
  const database = open(path);
  database.exec('PRAGMA synchronous = OFF');
  onTestFinished(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  return database;
}

/** Stores in a `temporaryDatabase`. */
export function temporaryStores(): Stores {
  return createStores(temporaryDatabase());
}

let template: string | null = null;

/** An empty database in today's form, made once for each file of tests: copying it is faster than the chain of migrations. */
function migrated(): string {
  if (template !== null) return template;
  const folder = mkdtempSync(join(tmpdir(), 'rushes-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'rushes.db');
  open(path).close();
  template = path;
  return path;
}

function open(path: string): Database {
  const opened = openDatabase(path);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.database;
}

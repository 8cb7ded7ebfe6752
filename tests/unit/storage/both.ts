import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe } from 'vitest';
import { createStores } from '../../../src/main/storage/create-stores.ts';
import { type Database, openDatabase } from '../../../src/main/storage/database.ts';
import type { Stores } from '../../../src/main/storage/stores.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';

/** The same promises, asked of the stores in memory and of those in a database. `create` gives the stores of the running test. */
export function onBothStores(name: string, promises: (create: () => Stores) => void): void {
  describe(`${name}, in memory`, () => promises(createMemoryStores));
  describe(`${name}, in the database`, () => {
    const database = testDatabase();
    promises(() => createStores(database()));
  });
}

/** A database of its own for each test of the surrounding `describe`. */
export function testDatabase(): () => Database {
  let folder: string;
  let database: Database;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rushes 状态 '));
    const opened = openDatabase(join(folder, 'rushes.db'));
    if (!opened.ok) throw new Error(opened.error.kind);
    database = opened.value.database;
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  return () => database;
}

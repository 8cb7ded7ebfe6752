import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createStores } from '../../../../src/main/storage/open-storage.ts';
import { type OpenedDatabase, openDatabase } from '../../../../src/main/storage/database.ts';
import { aProject, aTurn } from './samples.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-db-'));
  path = join(folder, 'rushes.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(at: string): OpenedDatabase {
  const opened = openDatabase(at);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

it.each<readonly [string, string]>([
  ['a new file', ''],
  ['a file from before that was possible', 'PRAGMA auto_vacuum = NONE; VACUUM'],
])('gives room that was deleted back to the disk: %s', async (_, before) => {
  const opened = open(path);
  const project = aProject();
  const { projects, turns } = createStores(opened.database);
  projects.save(project);
  if (before !== '') opened.database.exec(before);
  for (let n = 0; n < 40; n += 1) turns.save(aTurn(project.id, { prompt: 'p'.repeat(100_000) }));
  opened.database.all('PRAGMA wal_checkpoint(TRUNCATE)');
  const full = statSync(path).size;
  projects.markDeleted(project.id, 1);
  projects.purge(project.id);
  opened.giveBack();
  opened.giveBack();
  if (before === '') await expect.poll(() => statSync(path).size).toBeLessThan(full / 4);
  opened.database.close();
  const next = open(path);
  next.giveBack();
  expect(statSync(path).size).toBeLessThan(full / 4);
  next.database.close();
  // What was closed is left alone.
  next.giveBack();
});

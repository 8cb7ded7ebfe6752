import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createStores } from '../../../src/main/storage/create-stores.ts';
import { openDatabase, type OpenedDatabase } from '../../../src/main/storage/database.ts';
import { migrations } from '../../../src/main/storage/migrations.ts';

it('keeps turns that were written in the words of before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rushes-words-'));
  const open = (steps: readonly string[]): OpenedDatabase => {
    const opened = openDatabase(join(folder, 'rushes.db'), () => 0, steps);
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return opened.value;
  };
  const last = migrations.findIndex((step) => step.includes("SET route = 'interchange'"));
  const before = open(migrations.slice(0, last)).database;
  const parts = [
    { kind: 'text', text: 'Say "leave-started" and "verbs":', verbs: [{ kind: 'export' }] },
    { kind: 'notice', notice: { code: 'leave-started' } },
    { kind: 'notice', notice: { code: 'leave-cancelled' } },
  ];
  before.exec(`
    INSERT INTO projects (id, name, createdAt, updatedAt) VALUES ('p', 'Sea', 1, 2);
    INSERT INTO turns (seq, id, projectId, route, prompt, attachments, state, parts, failure, startedAt) VALUES
      (1, 't', 'p', 'leave', 'leave', '[]', 'done', '${JSON.stringify(parts)}', 'null', 10)`);
  before.close();

  const { database } = open(migrations);
  expect(createStores(database).turns.get('t')).toMatchObject({
    route: 'interchange',
    prompt: 'leave',
    parts: [
      { kind: 'text', text: 'Say "leave-started" and "verbs":', suggestedActions: [{ kind: 'export' }] },
      { kind: 'notice', notice: { code: 'interchange-started' } },
      { kind: 'notice', notice: { code: 'interchange-cancelled' } },
    ],
  });
  database.close();
  rmSync(folder, { recursive: true });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createStores } from '../../../../src/main/storage/open-storage.ts';
import { type Database, openDatabase } from '../../../../src/main/storage/database.ts';
import { migrations } from '../../../../src/main/storage/migrations.ts';
import { exportRow } from '../../../../src/main/storage/rows.ts';
import { createTable } from '../../../../src/main/storage/table.ts';
import { released, releasedHashes } from './fixtures/released-migrations.ts';
import { anExport, aProject } from './samples.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(steps: readonly string[] = migrations, name = 'rushes.db'): Database {
  const opened = openDatabase(join(folder, name), steps);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value.database;
}

/** Every table with its columns and keys, every index with its columns, every trigger: what `sqlite_schema` and the pragmas say. */
function schemaOf(database: Database): unknown {
  const entries = database.all(
    'SELECT type, name, tbl_name AS owner, sql FROM sqlite_schema ORDER BY type, name',
  ) as readonly { readonly type: string; readonly name: string; readonly owner: string; readonly sql: string | null }[];
  const plain = (sql: string | null): string | null => sql && sql.replaceAll(/--.*|["`]/g, '').replaceAll(/\s+/g, ' ');
  return entries.map(({ type, name, owner, sql }) => ({
    type,
    name,
    owner,
    sql: type === 'table' ? (/\) (STRICT.*)$/.exec(plain(sql) ?? '')?.[1] ?? null) : plain(sql),
    columns: database.all(type === 'table' ? `PRAGMA table_xinfo(${name})` : `PRAGMA index_xinfo(${name})`),
    keys: type === 'table' ? database.all(`PRAGMA foreign_key_list(${name})`) : [],
    indexes: type === 'table' ? database.all(`PRAGMA index_list(${name})`) : [],
  }));
}

describe('the schema', () => {
  const versions = released.map((_step, version) => version);

  it('began, for all versions so far, with the very steps that were released', () => {
    const plain = (step: string): string => step.replaceAll(/--.*/g, '').replaceAll(/\s+/g, ' ').trim();
    const hash = (step: string): string => createHash('sha256').update(plain(step)).digest('hex').slice(0, 12);
    expect(released.slice(0, releasedHashes.length).map(hash)).toEqual(releasedHashes);
  });

  it.each(versions)('is the same for a database of version %i as for a new one', (version) => {
    const fresh = open(migrations, 'fresh.db');
    open(released.slice(0, version)).close();
    const grown = open();
    expect(schemaOf(grown)).toEqual(schemaOf(fresh));
    for (const database of [fresh, grown]) database.close();
  });

  it('is without an index of words, at no step of the way', () => {
    for (const [index] of migrations.entries()) {
      const database = open(migrations.slice(0, index + 1));
      expect(database.all(`SELECT name FROM sqlite_schema WHERE sql LIKE '%fts5%'`)).toEqual([]);
      database.close();
    }
  });
});

describe('the second step', () => {
  it('keeps what the first one held', () => {
    const before = open(migrations.slice(0, 1));
    before.exec(`
      INSERT INTO projects (id, name, createdAt, updatedAt) VALUES ('p', 'Sea', 1, 2);
      INSERT INTO turns (id, projectId, route, prompt, attachments, state, parts, failure, cost, startedAt, endedAt) VALUES
        ('done', 'p', 'agent', 'A Whale', '[]', 'done', '[{"kind":"text","text":"of **the** sea"}]', 'null', 40, 10, 20),
        ('torn', 'p', 'agent', 'torn', '[]', 'done', '[{', 'null', NULL, 11, 21),
        ('waits', 'p', 'agent', 'later', '[]', 'queued', '[]', 'null', NULL, 12, NULL),
        ('deed', 'p', 'credits', 'credits', '[]', 'done', '[]', 'null', NULL, 13, 23)`);
    before.close();

    const database = open();
    const stores = createStores(database);
    expect(stores.projects.list()).toEqual([aProject({ id: 'p', name: 'Sea', createdAt: 1, updatedAt: 2 })]);
    expect(stores.turns.page('p', { limit: 9 }).turns.map(({ id }) => id)).toEqual(['done', 'deed', 'waits']);
    expect(stores.turns.get('done')).toMatchObject({ receipt: null, stillWorkingMs: null });
    const charge = { kind: null, cost: 40, available: null, startedAt: null, endedAt: 20 };
    expect([stores.turns.chargesSince(20), stores.turns.recentCharges(9)]).toEqual([[charge], [charge]]);
    expect(stores.search.find('whale', 9).map((hit) => hit.turnId)).toEqual(['done']);
    expect(stores.search.find('the**', 9)).toHaveLength(1);
    stores.turns.save(stores.turns.get('done')!);
    expect(stores.search.find('of the', 9)).toHaveLength(1);
    database.close();
  });
});

describe('the step that gives the index up', () => {
  it.each([
    ['a table', migrations],
    ['an index', released],
  ])('keeps all words of %s, and again without regard to case only where English is not enough', (_what, steps) => {
    const last = migrations.findIndex((step) => step.includes('DROP TRIGGER turnWordsRemoved'));
    const before = open(steps.slice(0, last));
    before.exec(`
      INSERT INTO projects (id, name, createdAt, updatedAt) VALUES ('p', 'Sea', 1, 2);
      INSERT INTO turns (seq, id, projectId, route, prompt, attachments, state, parts, failure, startedAt) VALUES
        (1, 'english', 'p', 'agent', '', '[]', 'done', '[]', 'null', 10),
        (2, 'greek', 'p', 'agent', '', '[]', 'done', '[]', 'null', 11);
      INSERT INTO turnWords (rowid, folded, shown) VALUES
        (1, 'a whale 海' || char(10, 10), 'A Whale 海'), (2, 'οδοσ' || char(10, 10), 'Οδος'), (3, 'lost', 'Lost')`);
    before.close();

    const database = open();
    expect(database.all('SELECT * FROM turnWords ORDER BY seq')).toEqual([
      { seq: 1, folded: null, shown: 'A Whale 海' },
      { seq: 2, folded: 'οδοσ', shown: 'Οδος' },
    ]);
    const { search } = createStores(database);
    expect(['WHALE', '海', 'ΟΔΟΣ', 'lost'].map((query) => search.find(query, 9).map((hit) => hit.turnId))).toEqual([
      ['english'],
      ['english'],
      ['greek'],
      [],
    ]);
    database.close();
  });
});

describe('the step that counts exports', () => {
  it('counts those that are there', () => {
    const last = migrations.findIndex((step) => step.includes('exportsMade'));
    const before = open(migrations.slice(0, last));
    const [one, other] = [aProject(), aProject()];
    for (const project of [one, other]) createStores(before).projects.save(project);
    const { progress: _, ...columns } = exportRow.shape;
    const table = createTable({
      database: before,
      name: 'exports',
      shape: z.object(columns),
      json: ['failure', 'delivery', 'replaces', 'part'],
      onBrokenRow: () => undefined,
    });
    for (const { job, ...rest } of [anExport(one.id), anExport(one.id)])
      table.save({ ...job, ...rest, delivery: job.check });
    before.close();

    const database = open();
    const { exports } = createStores(database);
    expect([one, other].map(({ id }) => exports.made(id))).toEqual([2, 0]);
    database.close();
  });
});

describe('the step of the versions', () => {
  it('lists the drafts that were kept before', () => {
    const before = open(migrations.slice(0, 2));
    before.exec(`
      INSERT INTO projects (id, name, createdAt, updatedAt) VALUES ('p', 'Sea', 1, 2);
      INSERT INTO turns (id, projectId, route, prompt, attachments, state, parts, failure, startedAt, endedAt) VALUES
        ('turn', 'p', 'agent', 'A whale', '[]', 'done', '[]', 'null', 10, 20);
      INSERT INTO drafts VALUES ('p', 1, 'turn', '{"t":[]}'), ('p', 2, NULL, '{"t":[1]}')`);
    before.close();

    const database = open();
    const none = { changes: [], more: 0 };
    expect(createStores(database).drafts.versions('p', { limit: 9 })).toEqual({
      hasEarlier: false,
      versions: [
        { version: 2, turnId: null, at: null, message: null, ...none },
        { version: 1, turnId: 'turn', at: 20, message: 'A whale', ...none },
      ],
    });
    database.close();
  });
});

it('keeps turns that were written in the words of before', () => {
  const last = migrations.findIndex((step) => step.includes("SET route = 'interchange'"));
  const before = open(migrations.slice(0, last));
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

  const database = open();
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
});

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { exportData } from '../../../../src/main/app/export-data.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { exportJob, project, turn, upload } from '../../renderer/state/fixtures.ts';

let folder = '';
const now = Date.UTC(2026, 10, 30, 12);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 数据 '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

const record = (job: ReturnType<typeof exportJob>) => ({
  job,
  sessionId: 'secret-session',
  lostSession: null,
  targetPath: '/films/a.mp4',
  replaces: false,
  renderId: 'secret-render',
  renders: 1,
  outputUrl: 'https://cdn.example/a.mp4?Signature=secret',
  part: null,
});

function filled() {
  const stores = temporaryStores();
  for (const id of ['p1', 'p2']) stores.projects.save(project({ id, name: 'Sea / 海' }));
  stores.projects.setSession('p1', { sessionId: 'secret-session', taskId: 'secret-task', bindId: null });
  for (let n = 0; n < 250; n += 1) stores.turns.save(turn({ id: `t${n}`, prompt: `message ${n}` }));
  const draft = { t: [{ sg: [{ m: { url: 'https://cdn.example/a.mp4?Signature=secret#t', own: 'kept?' } }] }] };
  stores.drafts.add('p1', 't1', draft, { at: 1, changes: [] });
  stores.uploads.save({ upload: upload({}), path: '/home/me/secret.mp4', sha256: null, cdnUrl: null });
  stores.exports.add(record(exportJob({ state: 'saved' })));
  return stores;
}

const read = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

it('writes each project with all its messages, versions, files and exports, and nothing that opens anything', async () => {
  expect(await exportData(filled(), folder, now)).toEqual(ok('Rushes 2026-11-30'));
  const [first = '', second = ''] = readdirSync(join(folder, 'Rushes 2026-11-30')).toSorted();
  expect(second).toBe(`${first} (2)`);
  const place = ['Rushes 2026-11-30', first];
  expect(readdirSync(join(folder, ...place)).toSorted()).toEqual([
    'exports.json',
    'files.json',
    'messages.json',
    'project.json',
    'version 1.json',
  ]);
  const messages = read(...place, 'messages.json') as readonly { readonly prompt: string }[];
  expect(messages.map(({ prompt }) => prompt)).toEqual(Array.from({ length: 250 }, (_, n) => `message ${n}`));
  expect(read(...place, 'version 1.json')).toEqual({
    t: [{ sg: [{ m: { url: 'https://cdn.example/a.mp4', own: 'kept?' } }] }],
  });
  expect(read(...place, 'exports.json')).toHaveLength(1);
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of all) expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toContain('secret');
});

it('never writes into what is there, and says where it may not write', async () => {
  const stores = filled();
  await exportData(stores, folder, now);
  expect(await exportData(stores, folder, now)).toEqual(ok('Rushes 2026-11-30 (2)'));
  writeFileSync(join(folder, 'a file'), '');
  expect(await exportData(stores, join(folder, 'a file'), now)).toEqual(err({ code: 'folder-read-only' }));
});

it('reads messages and exports in small steps, with the loop free between any two, each of them once and in order', async () => {
  const stores = filled();
  for (let n = 1; n < 1_000; n += 1)
    stores.exports.add(record(exportJob({ id: `e${n}`, state: 'saved', createdAt: n, endedAt: n })));
  let turns = 0;
  let over = false;
  const spin = (): void => {
    turns += 1;
    if (!over) setImmediate(spin);
  };
  setImmediate(spin);
  const reads: number[] = [];
  const noted =
    <A extends readonly unknown[], R extends object>(read: (...args: A) => R, count: (found: R) => number) =>
    (...args: A): R => {
      reads.push(turns);
      const found = read(...args);
      expect(count(found)).toBeLessThanOrEqual(302);
      return found;
    };
  const done = await exportData(
    {
      ...stores,
      turns: { ...stores.turns, pageAfter: noted(stores.turns.pageAfter, (found) => found.length) },
      exports: { ...stores.exports, page: noted(stores.exports.page, (found) => found.records.length) },
    },
    folder,
    now,
  );
  over = true;
  expect(done.ok).toBe(true);
  expect(reads.length).toBeGreaterThan(10);
  expect(new Set(reads).size).toBe(reads.length);
  const [first = ''] = readdirSync(join(folder, 'Rushes 2026-11-30'));
  const jobs = read('Rushes 2026-11-30', first, 'exports.json') as readonly { readonly id: string }[];
  expect(jobs).toHaveLength(1_000);
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(1_000);
});

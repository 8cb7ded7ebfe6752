import { beforeEach, describe, expect, it } from 'vitest';
import { createStores } from '../../../../src/main/storage/open-storage.ts';
import type { Database } from '../../../../src/main/storage/database.ts';
import { temporaryDatabase } from '../../../support/temporary-stores.ts';
import { aProject, aTurn } from './samples.ts';

describe('stores in the database', () => {
  let database: Database;
  beforeEach(() => {
    database = temporaryDatabase();
  });

  describe('with damaged rows', () => {
    it('leaves out what cannot be read, tells it, and keeps the rest', () => {
      const broken: string[] = [];
      const stores = createStores(database, (table) => broken.push(table));
      const project = aProject();
      const [good, bad, worse] = [aTurn(project.id), aTurn(project.id), aTurn(project.id)];
      stores.projects.save(project);
      for (const turn of [bad, worse, good]) stores.turns.save(turn);
      database.run(`UPDATE turns SET parts = '[{' WHERE id = @id`, { id: bad.id });
      database.run(`UPDATE turns SET state = 'dancing' WHERE id = @id`, { id: worse.id });

      expect(stores.turns.page(project.id, { limit: 9 }).turns).toEqual([good]);
      expect(stores.turns.get(bad.id)).toBeNull();
      expect(broken).toEqual(['turns', 'turns', 'turns']);
    });

    it('keeps the bare id for registering of an older version, unless it is the task of the session', () => {
      const { projects } = createStores(database);
      const project = aProject();
      projects.save(project);
      const kept = (bindId: string): unknown => {
        const session = JSON.stringify({ sessionId: 's', taskId: 't', bindId });
        database.run('UPDATE projects SET session = @session', { session });
        return projects.session(project.id)?.bindId;
      };
      expect(kept('b')).toEqual({ key: 'unknown', id: 'b' });
      expect(kept('t')).toBeNull();
    });

    it('keeps the readable parts of an answer, and that it failed', () => {
      const stores = createStores(database);
      const project = aProject();
      const turn = aTurn(project.id, { state: 'failed', failure: { code: 'offline' } });
      stores.projects.save(project);
      stores.turns.save(turn);
      const parts = JSON.stringify([{ kind: 'hologram' }, { kind: 'text', text: 'still here' }]);
      database.run(`UPDATE turns SET parts = @parts, failure = '{"code":"unheard-of"}'`, { parts });

      expect(stores.turns.get(turn.id)).toEqual({
        ...turn,
        parts: [{ kind: 'text', text: 'still here' }],
        failure: { code: 'internal' },
      });
    });

    it('takes a damaged session for none', () => {
      const stores = createStores(database);
      const project = aProject();
      stores.projects.save(project);
      for (const session of ['{', '{"sessionId":1}']) {
        database.run('UPDATE projects SET session = @session', { session });
        expect(stores.projects.session(project.id)).toBeNull();
      }
      expect(stores.projects.get(project.id)).toEqual(project);
    });

    it('lists versions without reading a draft', () => {
      const stores = createStores(database);
      const project = aProject();
      stores.projects.save(project);
      for (const at of [1, 2]) stores.drafts.add(project.id, null, {}, { at, changes: [] });
      database.run(`UPDATE drafts SET draft = 'torn'`);
      database.run(`UPDATE versions SET changes = '[3]' WHERE version = 1`);

      expect(stores.drafts.versions(project.id, { limit: 9 }).versions).toMatchObject([
        { version: 2, at: 2 },
        { version: 1, changes: [] },
      ]);
      expect(stores.drafts.get(project.id, 2)).toBeNull();
    });

    it('goes back to the newest draft that can be read', () => {
      const stores = createStores(database);
      const project = aProject();
      const info = { at: 1, changes: [] };
      stores.projects.save(project);
      stores.drafts.add(project.id, null, { n: 1 }, info);
      stores.drafts.add(project.id, null, { n: 2 }, info);
      database.run(`UPDATE drafts SET draft = 'torn' WHERE version = 2`);

      expect(stores.drafts.latest(project.id)).toMatchObject({ version: 1, draft: { n: 1 } });
      expect(stores.drafts.add(project.id, null, { n: 3 }, info).version).toBe(3);
    });
  });

  it('writes again after a write that was refused', () => {
    const stores = createStores(database);
    const project = aProject();
    const turn = aTurn(project.id);
    expect(() => stores.turns.save(turn)).toThrow();
    stores.projects.save(project);
    stores.turns.save(turn);
    expect(stores.turns.get(turn.id)).toEqual(turn);
  });
});

import { z } from 'zod';
import { parseJson } from '../parse-json.ts';
import { projectRow, sessionShape } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { ProjectStore, Session } from './stores.ts';
import { createTable, toJson } from './table.ts';

export function createProjectStore(database: Database, onBrokenRow: (table: string) => void): ProjectStore {
  const json = ['pinned', 'archived'] as const;
  const table = createTable({ database, name: 'projects', shape: projectRow, json, onBrokenRow });
  const storedPause = z.object({ queueHeld: z.enum(['stopped', 'over-limit', 'for-review']).nullable() });
  const storedSession = z.tuple([z.object({ session: z.string() })]);

  const session = (id: string): Session | null => {
    const stored = storedSession.safeParse(database.all('SELECT session FROM projects WHERE id = @id', { id }));
    if (!stored.success) return null;
    try {
      return sessionShape.nullable().parse(JSON.parse(stored.data[0].session));
    } catch {
      // Without a session the project gets a new one, which is what a lost session gets as well.
      onBrokenRow('projects');
      return null;
    }
  };

  return {
    list: () => table.select('WHERE deletedAt IS NULL ORDER BY seq'),
    get: (id) => table.select('WHERE id = @id', { id })[0] ?? null,
    save: table.save,
    session,
    setSession: (id, value) =>
      database.run('UPDATE projects SET session = @session WHERE id = @id', { id, session: toJson(value) }),
    canvas: (id) => {
      const [row] = database.all('SELECT canvas FROM projects WHERE id = @id', { id }) as readonly {
        readonly canvas: string;
      }[];
      return parseJson(row?.canvas ?? 'null');
    },
    // Only what is news costs a write.
    setCanvas: (id, canvas) =>
      database.run('UPDATE projects SET canvas = @canvas WHERE id = @id AND canvas <> @canvas', {
        id,
        canvas: toJson(canvas),
      }),
    unsent: (id) => {
      const rows = database.all('SELECT unsent FROM projects WHERE id = @id', { id });
      return (rows as readonly { readonly unsent: string }[])[0]?.unsent ?? '';
    },
    setUnsent: (id, text) => database.run('UPDATE projects SET unsent = @text WHERE id = @id', { id, text }),
    queuePause: (id) => {
      const [row] = database.all('SELECT queueHeld FROM projects WHERE id = @id', { id });
      return storedPause.catch({ queueHeld: null }).parse(row).queueHeld;
    },
    setQueuePause: (id, pause) =>
      database.run('UPDATE projects SET queueHeld = @pause WHERE id = @id AND queueHeld IS NOT @pause', { id, pause }),
    markDeleted: (id, at) => database.run('UPDATE projects SET deletedAt = @at WHERE id = @id', { id, at }),
    deleted: () => {
      const rows = database.all('SELECT id FROM projects WHERE deletedAt IS NOT NULL ORDER BY seq');
      return (rows as readonly { readonly id: string }[]).map(({ id }) => id);
    },
    purge: (id) => database.run('DELETE FROM projects WHERE id = @id AND deletedAt IS NOT NULL', { id }),
  };
}

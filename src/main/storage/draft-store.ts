import { z } from 'zod';
import { draftRow, versionRow } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { DraftStore, StoredDraft } from './stores.ts';
import { createTable, toJson } from './table.ts';

/** What a list shows of a version; the others are counted. */
const shownChanges = 3;
/** How much of a message is read for a list, in characters. */
const shownMessage = 160;

const insert = `INSERT INTO drafts (projectId, version, turnId, draft) VALUES (@projectId, @version, @turnId, @draft)`;
const note = `INSERT INTO versions (projectId, version, turnId, at, changes, more)
  VALUES (@projectId, @version, @turnId, @at, @changes, @more)`;
const replace = `UPDATE drafts SET draft = @draft WHERE projectId = @projectId AND version = @version`;
const start = `INSERT INTO turnStarts (projectId, turnId, sessionId, version, fresh)
  VALUES (@projectId, @turnId, @sessionId, @version, @fresh)
  ON CONFLICT (projectId) DO UPDATE SET turnId = excluded.turnId, sessionId = excluded.sessionId,
    version = excluded.version, fresh = excluded.fresh`;
const last = `SELECT coalesce(max(version), 0) AS version FROM drafts WHERE projectId = @projectId`;
const lastOfTurn = `SELECT max(version) AS version FROM versions WHERE projectId = @projectId AND turnId = @turnId`;
const firstOfTurn = `SELECT min(version) AS version FROM versions WHERE projectId = @projectId AND turnId = @turnId`;
const messages = `(SELECT versions.*, substr(turns.prompt, 1, ${shownMessage}) AS message
  FROM versions LEFT JOIN turns ON turns.id = versions.turnId)`;
const newestFirst = 'WHERE projectId = @projectId AND version < @before ORDER BY version DESC LIMIT @limit';

const turnStart = z.object({ turnId: z.string(), sessionId: z.string(), version: z.number(), fresh: z.number() });

type Found = readonly { readonly version: number | null }[];

export function createDraftStore(database: Database, onBrokenRow: (table: string) => void): DraftStore {
  const table = createTable({ database, name: 'drafts', shape: draftRow, json: ['draft'], onBrokenRow });
  const starts = createTable({ database, name: 'turnStarts', shape: turnStart, json: [], onBrokenRow });
  const notes = createTable({ database, name: messages, shape: versionRow, json: ['changes'], onBrokenRow });

  /** The newest one that can be read. */
  const latest = (projectId: string): StoredDraft | null =>
    table.select('WHERE projectId = @projectId ORDER BY version DESC LIMIT 1', { projectId })[0] ??
    table.select('WHERE projectId = @projectId ORDER BY version DESC', { projectId })[0] ??
    null;

  return {
    latest,
    get: (projectId, version) =>
      table.select('WHERE projectId = @projectId AND version = @version', { projectId, version })[0] ?? null,
    ofTurn: (projectId, turnId) => (database.all(lastOfTurn, { projectId, turnId }) as Found)[0]?.version ?? null,
    firstOfTurn: (projectId, turnId) => (database.all(firstOfTurn, { projectId, turnId }) as Found)[0]?.version ?? null,
    versions: (projectId, { limit, before }) => {
      const params = { projectId, before: before ?? Number.MAX_SAFE_INTEGER, limit: limit + 1 };
      const found = notes.select(newestFirst, params);
      return { versions: found.slice(0, limit), hasEarlier: found.length > limit };
    },
    add: (projectId, turnId, draft, { at, changes }) =>
      database.transaction(() => {
        const version = ((database.all(last, { projectId }) as Found)[0]?.version ?? 0) + 1;
        database.run(insert, { projectId, version, turnId, draft: toJson(draft) });
        const shown = toJson(changes.slice(0, shownChanges));
        const more = Math.max(0, changes.length - shownChanges);
        database.run(note, { projectId, version, turnId, at, changes: shown, more });
        return { projectId, version, turnId, draft };
      }),
    renew: (projectId, version, draft) => database.run(replace, { projectId, version, draft: toJson(draft) }),
    turnStart: (projectId) => {
      const [row] = starts.select('WHERE projectId = @projectId', { projectId });
      return row ? { ...row, fresh: row.fresh === 1 } : null;
    },
    setTurnStart: (projectId, { turnId, sessionId, version, fresh }) =>
      database.run(start, { projectId, turnId, sessionId, version, fresh: fresh ? 1 : 0 }),
  };
}

import { z } from 'zod';
import type { SearchHit } from '../../shared/domain/project.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import { fold, foldQuery, hasOwnCase, snippetOf, wordsOf } from './search-text.ts';
import type { Database } from './sqlite.ts';
import type { SearchStore } from './stores.ts';

/**
 * The words of each turn under its `seq`, as they are shown. Without regard to case they are kept only where SQLite, which knows the
 * letters of English alone, cannot make that itself. All of them are read by each search: ten thousand turns take a few ms, and an
 * index of their pieces took more time at each saving of a long answer than it ever spared.
 */
const keptWords = `SELECT shown FROM turnWords WHERE seq = (SELECT seq FROM turns WHERE id = @id)`;
const keepWords = `INSERT OR REPLACE INTO turnWords (seq, folded, shown) SELECT seq, @folded, @shown FROM turns WHERE id = @id`;
const hitIn = 'instr(ifnull(folded, lower(shown)), @query)';

/** The newest turns first, by the order of their rows: nothing is sorted, and the search ends at the last hit wanted. */
const findTurns = `
  SELECT turns.projectId, turns.id AS turnId, turns.startedAt AS at,
      substr(shown, max(1, ${hitIn} - 60), length(@query) + 260) AS excerpt
    FROM turnWords CROSS JOIN turns USING (seq)
    WHERE ${hitIn} > 0 AND turns.projectId IN (SELECT id FROM projects WHERE deletedAt IS NULL)
    ORDER BY turnWords.seq DESC LIMIT @limit`;
const names = `SELECT id AS projectId, NULL AS turnId, updatedAt AS at, name AS excerpt FROM projects WHERE deletedAt IS NULL`;

const foundRow = z.object({
  projectId: z.string(),
  turnId: z.string().nullable(),
  at: z.number(),
  excerpt: z.string(),
});

export function createSearchStore(database: Database): SearchStore {
  return {
    find: (text, limit) => {
      const query = foldQuery(text);
      if (query === '') return [];
      const rows = [...database.all(names), ...database.all(findTurns, { query, limit })];
      const hits = rows.flatMap((row) => toHit(row, query));
      return hits.sort((one, other) => other.at - one.at).slice(0, limit);
    },
  };
}

function toHit(row: unknown, query: string): readonly SearchHit[] {
  const found = foundRow.safeParse(row);
  const pieces = found.success ? snippetOf(found.data.excerpt, query) : null;
  if (!found.success || pieces === null) return [];
  const { projectId, turnId, at } = found.data;
  return [{ projectId, turnId, pieces, at }];
}

/** Makes the words of a saved turn findable; words that did not change are not written again. */
export function keepWordsOf(database: Database, turn: Turn): void {
  const shown = wordsOf(turn);
  const [kept] = database.all(keptWords, { id: turn.id }) as readonly { readonly shown: string }[];
  if (kept?.shown === shown) return;
  database.run(keepWords, { id: turn.id, shown, folded: hasOwnCase(shown) ? fold(shown) : null });
}

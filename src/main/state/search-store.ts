import { z } from 'zod';
import type { SearchHit } from '../../shared/domain/project.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import { fold, foldQuery, snippetOf, wordsOf } from './search-text.ts';
import type { Database } from './sqlite.ts';
import type { SearchStore } from './stores.ts';

/** The index holds pieces of three characters; what is shorter is looked for in the words themselves. */
const shortestIndexed = 3;

const keptWords = `SELECT shown FROM turnWords WHERE rowid = (SELECT seq FROM turns WHERE id = @id)`;
const keepWords = `INSERT OR REPLACE INTO turnWords (rowid, folded, shown)
  SELECT seq, @folded, @shown FROM turns WHERE id = @id`;

/** The newest turns first, by the order of their rows: nothing is sorted, and the search ends at the last hit wanted. */
const findTurns = (condition: string): string => `
  SELECT turns.projectId, turns.id AS turnId, turns.startedAt AS at,
      substr(shown, max(1, instr(folded, @query) - 60), length(@query) + 260) AS excerpt
    FROM turnWords CROSS JOIN turns ON turns.seq = turnWords.rowid
    WHERE ${condition} AND turns.projectId IN (SELECT id FROM projects WHERE deletedAt IS NULL)
    ORDER BY turnWords.rowid DESC LIMIT @limit`;
const byIndex = findTurns('turnWords MATCH @phrase');
const byScan = findTurns('instr(folded, @query) > 0');
const names = `SELECT id AS projectId, NULL AS turnId, updatedAt AS at, name AS excerpt FROM projects WHERE deletedAt IS NULL`;

const foundRow = z.object({
  projectId: z.string(),
  turnId: z.string().nullable(),
  at: z.number(),
  excerpt: z.string(),
});

export function createSearchStore(database: Database): SearchStore {
  const turns = (query: string, limit: number): readonly unknown[] =>
    [...query].length < shortestIndexed
      ? database.all(byScan, { query, limit })
      : database.all(byIndex, { query, limit, phrase: `"${query.replaceAll('"', '""')}"` });

  return {
    find: (text, limit) => {
      const query = foldQuery(text);
      if (query === '') return [];
      const hits = [...database.all(names), ...turns(query, limit)].flatMap((row) => toHit(row, query));
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

/** Makes the words of a saved turn findable; words that did not change cost nothing. */
export function indexTurn(database: Database, turn: Turn): void {
  const shown = wordsOf(turn);
  const [kept] = database.all(keptWords, { id: turn.id }) as readonly { readonly shown: string }[];
  if (kept?.shown !== shown) database.run(keepWords, { id: turn.id, shown, folded: fold(shown) });
}

import { z } from 'zod';
import type { SearchHit } from '../../shared/domain/project.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import { fold, foldQuery, snippetOf, wordsOf } from './search-text.ts';
import { type Database, sqliteCode } from './sqlite.ts';
import type { SearchStore } from './stores.ts';

/** The index holds every piece of three characters. What is shorter is looked for by the pieces that begin with it. */
const pieceLength = 3;
/** Two line ends behind the words make their last character the beginning of a piece too. */
const tail = '\n\n';
/** What begins more pieces than these is so common that reading the words finds enough of it soon. */
const mostPieces = 200;
const piecesFrom = `SELECT term FROM turnTerms WHERE term >= @query AND term < @end LIMIT ${mostPieces + 1}`;
const behindEvery = '\u{10ffff}';

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
const byIndex = findTurns('turnWords MATCH @phrases');
const byScan = findTurns('instr(folded, @query) > 0');
const names = `SELECT id AS projectId, NULL AS turnId, updatedAt AS at, name AS excerpt FROM projects WHERE deletedAt IS NULL`;

/** Told the name of the table that cannot be read. */
type OnDamage = (table: string) => void;

const foundRow = z.object({
  projectId: z.string(),
  turnId: z.string().nullable(),
  at: z.number(),
  excerpt: z.string(),
});

export function createSearchStore(database: Database, onDamage: OnDamage): SearchStore {
  const indexed = (query: string): readonly string[] => {
    if (Array.from(query).length >= pieceLength) return [query];
    const rows = database.all(piecesFrom, { query, end: query + behindEvery });
    return (rows as readonly { readonly term: string }[]).map(({ term }) => term);
  };
  const turns = (query: string, limit: number): readonly unknown[] => {
    const phrases = indexed(query).map((text) => `"${text.replaceAll('"', '""')}"`);
    if (phrases.length === 0) return [];
    if (phrases.length > mostPieces) return database.all(byScan, { query, limit });
    return database.all(byIndex, { query, limit, phrases: phrases.join(' OR ') });
  };

  return {
    find: (text, limit) => {
      const query = foldQuery(text);
      if (query === '') return [];
      const inTurns = orDamaged(() => turns(query, limit), [], onDamage);
      const hits = [...database.all(names), ...inTurns].flatMap((row) => toHit(row, query));
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
export function indexTurn(database: Database, turn: Turn, onDamage: OnDamage): void {
  const shown = wordsOf(turn);
  const write = (): void => {
    const [kept] = database.all(keptWords, { id: turn.id }) as readonly { readonly shown: string }[];
    if (kept?.shown !== shown) database.run(keepWords, { id: turn.id, shown, folded: fold(shown) + tail });
  };
  orDamaged(write, undefined, onDamage);
}

/** A damaged index must not keep a turn from being saved. */
function orDamaged<T>(work: () => T, otherwise: T, onDamage: OnDamage): T {
  try {
    return work();
  } catch (error) {
    if (!sqliteCode(error).startsWith('SQLITE_CORRUPT')) throw error;
    onDamage('turnWords');
    return otherwise;
  }
}

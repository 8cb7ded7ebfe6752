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
const isHit = 'instr(folded, @query) > 0';
/** The index does not know where in the words its pieces stand, so what it finds is looked into. */
const byIndex = findTurns(`turnWords MATCH @pieces AND ${isHit}`);
const byScan = findTurns(isHit);
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
  /** What the index is asked for; null where reading the words is as good, and empty where nothing can be found. */
  const indexed = (query: string): string | null => {
    const pieces = piecesOf(query).map(quoted);
    if (pieces.length > 0) return pieces.join(' AND ');
    const rows = database.all(piecesFrom, { query, end: query + behindEvery }) as readonly { readonly term: string }[];
    return rows.length > mostPieces ? null : rows.map(({ term }) => quoted(term)).join(' OR ');
  };
  const turns = (query: string, limit: number): readonly unknown[] => {
    const pieces = indexed(query);
    if (pieces === null) return database.all(byScan, { query, limit });
    return pieces === '' ? [] : database.all(byIndex, { query, limit, pieces });
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

/** Every piece of the query, once; none where it is shorter than a piece. */
function piecesOf(query: string): readonly string[] {
  const characters = Array.from(query);
  const starts = characters.slice(0, 1 - pieceLength);
  return [...new Set(starts.map((_, at) => characters.slice(at, at + pieceLength).join('')))];
}

function quoted(piece: string): string {
  return `"${piece.replaceAll('"', '""')}"`;
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

import { paidKind } from '../../shared/domain/message-cost.ts';
import type { CreditEntry } from '../../shared/domain/credit-history.ts';
import { costOf, netOf } from '../../shared/domain/receipt.ts';
import type { ReplyPart, Turn } from '../../shared/domain/turn.ts';
import { appendedRow, receiptShape, turnRow } from './rows.ts';
import { keepWordsOf } from './search-store.ts';
import { parseJson } from '../parse-json.ts';
import type { Database, SqlParams } from './sqlite.ts';
import type { Charge, TurnStore } from './stores.ts';
import { createTable, toJson } from './table.ts';

/** More of the text of part `part`, from UTF-16 offset `at` on. */
type Appended = { readonly part: number; readonly at: number; readonly delta: string };

/**
 * The parts with what was appended to them, in the order in which it came. The same piece twice changes nothing. A piece for a
 * part that is not there, or holds no text, becomes a part of its own: nothing that came is lost.
 */
export function withAppended(parts: readonly ReplyPart[], pieces: readonly Appended[]): readonly ReplyPart[] {
  if (pieces.length === 0) return parts;
  const grown = [...parts];
  for (const { part, at, delta } of pieces) {
    const before = grown[part];
    if (before?.kind === 'text') grown[part] = { ...before, text: overlaid(before.text, at, delta) };
    else grown.push({ kind: 'text', text: delta });
  }
  return grown;
}

function overlaid(text: string, at: number, delta: string): string {
  // The ordinary case apart: pieces of a long text must not copy it each time.
  return at >= text.length ? text + delta : text.slice(0, at) + delta + text.slice(at + delta.length);
}

/** Waiting turns have places from here on, so that one order holds them behind all others. */
const firstWaitingPlace = 1_000_000_000_000;
const behindAll = Number.MAX_SAFE_INTEGER;

const placeOf = `SELECT place FROM turns WHERE id = @id`;
const placeInProject = `${placeOf} AND projectId = @projectId`;
/** The last of the places from `@from` up to `@to`. */
const moveBehind = `UPDATE turns SET place = 1 + (
    SELECT coalesce(max(place), @from) FROM turns WHERE projectId = @projectId AND place BETWEEN @from AND @to
  ) WHERE id = @id`;
const startOfPage = `SELECT place FROM turns WHERE projectId = @projectId AND place < @to
  ORDER BY place DESC LIMIT 1 OFFSET @limit - 1`;
const anyBefore = `SELECT place FROM turns WHERE projectId = @projectId AND place < @from LIMIT 1`;
const underWay = `state IN ('queued', 'sending', 'streaming', 'settling')`;
const append = `INSERT INTO appended (turnId, part, at, delta) VALUES (@turnId, @part, @at, @delta)`;
/** Appended pieces go only together: where the first one is, all of them are. */
const isAppended = `SELECT seq FROM appended WHERE turnId = @turnId AND part = @part AND at = 0 LIMIT 1`;
const dropAppended = `DELETE FROM appended WHERE turnId = @turnId AND part NOT IN (SELECT value FROM json_each(@kept))`;
const charge = `INSERT INTO charges (turnId, kind, cost, available, startedAt, endedAt)
  VALUES (@id, @kind, @cost, @available, @startedAt, @endedAt)
  ON CONFLICT (turnId) DO UPDATE SET kind = excluded.kind, cost = excluded.cost, available = excluded.available,
    startedAt = excluded.startedAt, endedAt = excluded.endedAt`;
/** The beginning of a message that a list shows, in characters. */
const shownWords = 200;
const paid = `SELECT charges.turnId AS id, charges.cost, charges.endedAt AS at, projects.id AS projectId,
    coalesce(projects.name, '') AS project, coalesce(substr(turns.prompt, 1, ${shownWords}), '') AS what, turns.receipt
  FROM charges LEFT JOIN turns ON turns.id = charges.turnId
  LEFT JOIN projects ON projects.id = turns.projectId AND projects.deletedAt IS NULL
  ORDER BY charges.endedAt DESC, charges.rowid DESC LIMIT @limit OFFSET @from`;
const charges = 'SELECT kind, cost, available, startedAt, endedAt FROM charges';

export function createTurnStore(database: Database, onBrokenRow: (table: string) => void): TurnStore {
  const table = createTable({
    database,
    name: 'turns',
    shape: turnRow,
    json: ['attachments', 'parts', 'failure', 'receipt'],
    onBrokenRow,
  });
  const appended = createTable({ database, name: 'appended', shape: appendedRow, json: ['delta'], onBrokenRow });

  const select = (clauses: string, params?: SqlParams): readonly Turn[] => {
    const turns = table.select(clauses, params);
    const ids = toJson(turns.map((turn) => turn.id));
    const pieces = appended.select('WHERE turnId IN (SELECT value FROM json_each(@ids)) ORDER BY seq', { ids });
    if (pieces.length === 0) return turns;
    return turns.map((turn) => {
      const own = pieces.filter((piece) => piece.turnId === turn.id);
      return { ...turn, parts: withAppended(turn.parts, own) };
    });
  };
  const { place, save } = createPlacing(database);
  const queued = (projectId: string): readonly Turn[] =>
    select('WHERE projectId = @projectId AND place >= @from ORDER BY place', { projectId, from: firstWaitingPlace });

  return {
    page: (projectId, { limit, before, upTo }) => {
      const to = before === undefined ? behindAll : place(placeInProject, { projectId, id: before });
      if (to === null) return { turns: [], hasEarlier: false };
      const wanted = upTo === undefined ? null : place(placeInProject, { projectId, id: upTo });
      const from = wanted ?? place(startOfPage, { projectId, to, limit }) ?? 0;
      const inPage = 'WHERE projectId = @projectId AND place >= @from AND place < @to ORDER BY place';
      return {
        turns: select(inPage, { projectId, from, to }),
        hasEarlier: place(anyBefore, { projectId, from: Math.min(from, to) }) !== null,
      };
    },
    pageAfter: (projectId, after, limit) => {
      const from = after === null ? -1 : place(placeInProject, { projectId, id: after });
      if (from === null) return [];
      const behind = 'WHERE projectId = @projectId AND place > @from ORDER BY place LIMIT @limit';
      return select(behind, { projectId, from, limit });
    },
    get: (id) => select('WHERE id = @id', { id })[0] ?? null,
    save: (turn, wanted = []) =>
      save(turn, () => {
        const kept = wanted.filter((part) => database.all(isAppended, { turnId: turn.id, part }).length > 0);
        const parts = turn.parts.map((part, at) =>
          part.kind === 'text' && kept.includes(at) ? { ...part, text: '' } : part,
        );
        table.save({ ...turn, parts });
        database.run(dropAppended, { turnId: turn.id, kept: toJson(kept) });
      }),
    appendText: (turnId, part, at, delta) =>
      // As JSON, which keeps half of a surrogate pair whose other half is still to come.
      database.run(append, { turnId, part, at, delta: toJson(delta) }),
    remove: (id) => database.run('DELETE FROM turns WHERE id = @id', { id }),
    queued,
    reorder: (projectId, ids) =>
      database.transaction(() => {
        const waiting = queued(projectId).map((turn) => turn.id);
        reordered(waiting, ids).forEach((id, index) => {
          database.run('UPDATE turns SET place = @place WHERE id = @id', { id, place: firstWaitingPlace + index + 1 });
        });
      }),
    unfinished: () => select(`WHERE ${underWay} ORDER BY place, seq`),
    isUnfinished: (id) => database.all(`SELECT id FROM turns WHERE id = @id AND ${underWay}`, { id }).length > 0,
    chargesSince: (at) =>
      database.all(`${charges} WHERE endedAt >= @at ORDER BY endedAt, rowid`, { at }) as readonly Charge[],
    recentCharges: (limit) =>
      database.all(`${charges} ORDER BY endedAt DESC, rowid DESC LIMIT @limit`, { limit }) as readonly Charge[],
    creditHistory: (from, limit) => (database.all(paid, { from, limit }) as readonly PaidRow[]).map(entryOf),
  };
}

/** Where turns stand among those of their project, and how one is written there with all that is kept of it beside. */
function createPlacing(database: Database) {
  const place = (sql: string, params: SqlParams): number | null =>
    (database.all(sql, params) as readonly { readonly place: number }[])[0]?.place ?? null;

  /** A turn that is new, or waits no longer, comes behind all of its kind. */
  const putInPlace = ({ id, projectId, state }: Turn, before: number | null): void => {
    const waits = state === 'queued';
    if (before !== null && waits === before >= firstWaitingPlace) return;
    const [from, to] = waits ? [firstWaitingPlace, behindAll] : [0, firstWaitingPlace - 1];
    database.run(moveBehind, { id, projectId, from, to });
  };

  const save = (turn: Turn, write: () => void): void =>
    database.transaction(() => {
      const before = place(placeOf, { id: turn.id });
      write();
      putInPlace(turn, before);
      keepCharge(database, turn);
      keepWordsOf(database, turn);
    });

  return { place, save };
}

type PaidRow = Omit<CreditEntry, 'kind' | 'charged' | 'reserved' | 'returned'> & {
  readonly cost: number;
  readonly receipt: string | null;
};

/** A receipt that is gone, or cannot be read, leaves what the turn cost. */
function entryOf({ cost, receipt, ...row }: PaidRow): CreditEntry {
  const kept = receiptShape.safeParse(receipt === null ? null : parseJson(receipt));
  const net = kept.success ? netOf(kept.data) : { charged: cost, reserved: 0, returned: 0 };
  return { ...row, kind: 'message', ...net };
}

function keepCharge(database: Database, turn: Turn): void {
  const { id, receipt, startedAt, endedAt } = turn;
  if (receipt === null || endedAt === null) return;
  const { available } = receipt.before;
  database.run(charge, { id, kind: paidKind(turn), cost: costOf(receipt), available, startedAt, endedAt });
}

/** The ids in the wanted order; those that it does not name follow as they were. */
function reordered(ids: readonly string[], wanted: readonly string[]): readonly string[] {
  const known = [...new Set(wanted)].filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !known.includes(id))];
}

import { isTurnOver, nextTurnState, type ReplyPart, type Turn, type TurnEvent } from '../../shared/domain/turn.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Clock } from '../clock.ts';
import type { TurnPage, TurnStore } from '../storage/stores.ts';

export type TurnPatch = Partial<
  Pick<
    Turn,
    'prompt' | 'attachments' | 'parts' | 'failure' | 'activity' | 'receipt' | 'stillWorkingMs' | 'startedAt' | 'endedAt'
  >
>;

/** The turns of all projects: what is written down, and above it what is still arriving. */
export type Journal = {
  readonly page: (projectId: string, range: Parameters<TurnStore['page']>[1]) => TurnPage;
  readonly get: (turnId: string) => Turn | null;
  readonly open: (turn: Turn) => Turn;
  /** A waiting turn that the user took out. */
  readonly forget: (turnId: string) => void;
  /**
   * Moves the turn on, on disk before it returns; `ended` alone is only shown, since a start goes on alike with a turn that was
   * streaming and one that was settling, and a long answer need not be written again for it. An illegal event is a fault of ours
   * and throws.
   */
  readonly move: (turnId: string, event: TurnEvent, patch?: TurnPatch) => Turn;
  /** Changes what is shown; `durable` also writes it down. */
  readonly change: (turnId: string, patch: TurnPatch, how: 'shown' | 'durable') => Turn;
  /**
   * Appends to a text part (a new last part when `part` is one past the end), and sends just the patch. It is on disk after
   * `textFlushMs` at the latest.
   */
  readonly append: (turnId: string, part: number, delta: string) => void;
  /** Writes down what was appended and is not on disk yet. */
  readonly flush: (turnId: string) => void;
};

export type JournalParts = {
  readonly store: TurnStore;
  readonly emit: (event: AppEvent) => void;
  readonly clock: Clock;
  readonly textFlushMs: number;
  /** Gets what cannot be written and is not kept either. */
  readonly report: (error: unknown) => void;
};

type Unwritten = { readonly part: number; readonly at: number; readonly delta: string };

export function createJournal({ store, emit, clock, textFlushMs, report }: JournalParts): Journal {
  const live = new Map<string, Turn>();
  /** The turn that was over last: it is asked for right away, and a long one takes a while to read. */
  let justOver: Turn | null = null;
  /** Text that arrived and is not on disk yet, of one part for each turn. */
  const unwritten = new Map<string, Unwritten>();

  const get = (turnId: string): Turn | null =>
    live.get(turnId) ?? (justOver?.id === turnId ? justOver : store.get(turnId));

  const known = (turnId: string): Turn => {
    const turn = get(turnId);
    if (!turn) throw new Error('No such turn');
    return turn;
  };

  const put = (turn: Turn, how: 'shown' | 'durable'): Turn => {
    const unchanged = sameParts(live.get(turn.id)?.parts ?? [], turn.parts);
    if (how === 'durable') {
      unwritten.delete(turn.id);
      store.save(turn);
    }
    if (justOver?.id === turn.id) justOver = null;
    if (isTurnOver(turn.state)) {
      live.delete(turn.id);
      justOver = turn;
    } else live.set(turn.id, turn);
    emit({ type: 'turn', turn, unchanged });
    return turn;
  };

  const flush = (turnId: string): void => {
    const text = unwritten.get(turnId);
    unwritten.delete(turnId);
    if (text) store.appendText(turnId, text.part, text.at, text.delta);
  };

  const note = (turnId: string, part: number, at: number, delta: string): void => {
    const before = unwritten.get(turnId);
    if (before?.part === part) {
      unwritten.set(turnId, { ...before, delta: before.delta + delta });
      return;
    }
    flush(turnId);
    unwritten.set(turnId, { part, at, delta });
    void clock
      .wait(textFlushMs)
      .then(() => flush(turnId))
      .catch(report);
  };

  return {
    page: (projectId, range) => {
      const { turns, hasEarlier } = store.page(projectId, range);
      return { turns: turns.map((turn) => live.get(turn.id) ?? turn), hasEarlier };
    },
    get,
    flush,
    open: (turn) => put(turn, 'durable'),
    forget: (turnId) => {
      if (justOver?.id === turnId) justOver = null;
      live.delete(turnId);
      store.remove(turnId);
    },
    move: (turnId, event, patch = {}) => {
      const turn = known(turnId);
      const state = nextTurnState(turn.state, event);
      if (!state) throw new Error(`A turn cannot be ${event} while it is ${turn.state}`);
      return put({ ...turn, ...patch, state }, event === 'ended' ? 'shown' : 'durable');
    },
    change: (turnId, patch, how) => put({ ...known(turnId), ...patch }, how),
    append: (turnId, part, delta) => {
      const turn = known(turnId);
      const before = turn.parts[part];
      if (before !== undefined && before.kind !== 'text') return;
      const at = before?.text.length ?? 0;
      const text: ReplyPart = { kind: 'text', text: (before?.text ?? '') + delta };
      const next = { ...turn, parts: before ? turn.parts.with(part, text) : [...turn.parts, text] };
      note(turnId, part, at, delta);
      if (before) {
        live.set(turnId, next);
        emit({ type: 'turn-text', projectId: turn.projectId, turnId, part, at, delta });
      } else put(next, 'shown');
    },
  };
}

/** How many of the first parts have stayed what they were. */
function sameParts(before: readonly ReplyPart[], parts: readonly ReplyPart[]): number {
  const changed = parts.findIndex((part, index) => part !== before[index]);
  return changed === -1 ? parts.length : changed;
}

/** The parts without their `recovering` notice: it is a line that changes in place. */
export function withoutRecovering(parts: readonly ReplyPart[]): readonly ReplyPart[] {
  return parts.filter((part) => part.kind !== 'notice' || part.notice.code !== 'recovering');
}

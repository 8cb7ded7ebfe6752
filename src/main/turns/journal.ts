import { setImmediate } from 'node:timers/promises';
import type { Failure } from '../../shared/domain/failure.ts';
import { isTurnOver, nextTurnState, type ReplyPart, type Turn, type TurnEvent } from '../../shared/domain/turn.ts';
import type { Env } from '../app/env.ts';
import { storageFailure } from '../storage/sqlite.ts';
import type { TurnStore } from '../storage/stores.ts';

export type TurnPatch = Partial<Omit<Turn, 'id' | 'projectId' | 'route' | 'state'>>;

/** The turns of all projects: what is written down, and above it what is still arriving. */
export type Journal = Pick<TurnStore, 'page' | 'get'> & {
  readonly open: (turn: Turn) => Turn;
  /** A waiting turn that the user took out. */
  readonly forget: (turnId: string) => void;
  /**
   * Moves the turn to its next state, on disk before it returns. `ended` alone is only emitted, since a start treats streaming
   * and settling alike and the long answer need not be written again. Throws on an illegal event.
   */
  readonly transition: (turnId: string, event: TurnEvent, patch?: TurnPatch) => Turn;
  readonly fail: (turnId: string, failure: Failure) => void;
  /** Ends a turn after an error that should never happen, in memory only where it cannot be written. */
  readonly abandon: (turnId: string, error: unknown) => void;
  /** Changes what is shown; `durable` also writes it down. */
  readonly patch: (turnId: string, patch: TurnPatch, how: 'shown' | 'durable') => Turn;
  /**
   * Appends to a text part (a new last part when `part` is one past the end), and sends just the patch. It is on disk after
   * `textFlushMs` at the latest.
   */
  readonly append: (turnId: string, part: number, delta: string) => void;
  /** Writes down what was appended and is not on disk yet, in pieces. */
  readonly flush: (turnId: string) => Promise<void>;
};

export function createJournal(env: Pick<Env, 'bus' | 'clock' | 'timings' | 'report'>, store: TurnStore): Journal {
  const { bus, clock, report } = env;
  const live = new Map<string, Turn>();
  /** The turn that was over last: it is asked for right away, and a long one takes a while to read. */
  let justOver: Turn | null = null;
  const appended = createAppended(env, store);

  const get = (turnId: string): Turn | null =>
    live.get(turnId) ?? (justOver?.id === turnId ? justOver : store.get(turnId));

  const known = (turnId: string): Turn => {
    const turn = get(turnId);
    if (!turn) throw new Error('No such turn');
    return turn;
  };

  const put = (turn: Turn, how: 'shown' | 'durable'): Turn => {
    if (how === 'durable') appended.save(turn);
    if (justOver?.id === turn.id) justOver = null;
    if (isTurnOver(turn.state)) {
      live.delete(turn.id);
      justOver = turn;
    } else live.set(turn.id, turn);
    bus.emit({ type: 'turn', turn });
    return turn;
  };

  const transition: Journal['transition'] = (turnId, event, patch = {}) => {
    const turn = known(turnId);
    const state = nextTurnState(turn.state, event);
    if (!state) throw new Error(`A turn cannot be ${event} while it is ${turn.state}`);
    return put({ ...turn, ...patch, state }, event === 'ended' ? 'shown' : 'durable');
  };

  const fail = (turnId: string, failure: Failure): void =>
    void transition(turnId, 'failed', { failure, activity: null, endedAt: clock.now() });

  return {
    page: (projectId, range) => {
      const { turns, hasEarlier } = store.page(projectId, range);
      return { turns: turns.map((turn) => live.get(turn.id) ?? turn), hasEarlier };
    },
    get,
    open: (turn) => put(turn, 'durable'),
    forget: (turnId) => {
      if (justOver?.id === turnId) justOver = null;
      live.delete(turnId);
      store.remove(turnId);
    },
    transition,
    fail,
    abandon: (turnId, error) => abandon({ get, transition, fail, report }, turnId, error),
    patch: (turnId, patch, how) => put({ ...known(turnId), ...patch }, how),
    append: (turnId, part, delta) => {
      const turn = known(turnId);
      const before = turn.parts[part];
      if (before !== undefined && before.kind !== 'text') return;
      const at = before?.text.length ?? 0;
      const text: ReplyPart = { kind: 'text', text: (before?.text ?? '') + delta };
      const next = { ...turn, parts: before ? turn.parts.with(part, text) : [...turn.parts, text] };
      appended.add(turn, next, { part, at, delta });
      if (before) {
        live.set(turnId, next);
        bus.emit({ type: 'turn-text', projectId: turn.projectId, turnId, part, at, delta });
      } else put(next, 'shown');
    },
    flush: appended.flush,
  };
}

type Endings = Pick<Journal, 'get' | 'transition' | 'fail'> & Pick<Env, 'report'>;

function abandon({ get, transition, fail, report }: Endings, turnId: string, error: unknown): void {
  report(error);
  try {
    const state = get(turnId)?.state;
    if (state === 'sending' || state === 'streaming') transition(turnId, 'ended');
    if (state && !isTurnOver(state)) fail(turnId, storageFailure(error) ?? { code: 'internal' });
  } catch (again) {
    report(again);
  }
}

/** More of a text part, from UTF-16 offset `at` on. */
type Appended = { readonly part: number; readonly at: number; readonly delta: string };

/** Characters that are written at once: the app answers between them. */
const mostAtOnce = 1_000_000;

/** Gathers text that arrives, of one part for each turn, and writes it to the disk after `textFlushMs`. */
function createAppended({ clock, timings, report }: Pick<Env, 'clock' | 'timings' | 'report'>, store: TurnStore) {
  const unwritten = new Map<string, Appended>();
  /** Texts that came piece by piece from their beginning, and their places in the turn. */
  const inPieces = new WeakMap<ReplyPart, number>();

  /** Whether more is left. */
  const flushSome = (turnId: string): boolean => {
    const text = unwritten.get(turnId);
    unwritten.delete(turnId);
    if (text === undefined) return false;
    const delta = text.delta.slice(0, mostAtOnce);
    const rest = text.delta.slice(mostAtOnce);
    if (rest !== '') unwritten.set(turnId, { part: text.part, at: text.at + mostAtOnce, delta: rest });
    store.appendText(turnId, text.part, text.at, delta);
    return rest !== '';
  };
  const flushNow = (turnId: string): void => {
    while (flushSome(turnId));
  };
  const flush = async (turnId: string): Promise<void> => {
    while (flushSome(turnId)) await setImmediate();
  };

  return {
    flush,
    /** Writes the turn; a text that takes long to write stays on the disk as it came. */
    save: (turn: Turn): void => {
      const kept = [...turn.parts.keys()].filter((at) => {
        const part = turn.parts[at];
        return part?.kind === 'text' && part.text.length > mostAtOnce && inPieces.get(part) === at;
      });
      if (kept.length > 0) flushNow(turn.id);
      unwritten.delete(turn.id);
      store.save(turn, kept);
      for (const [at, part] of turn.parts.entries()) if (!kept.includes(at)) inPieces.delete(part);
    },
    add: ({ id: turnId, parts }: Turn, grown: Turn, text: Appended): void => {
      const [from, to] = [parts[text.part], grown.parts[text.part]];
      if (to !== undefined && (from === undefined || inPieces.has(from))) inPieces.set(to, text.part);
      const before = unwritten.get(turnId);
      if (before?.part === text.part) {
        unwritten.set(turnId, { ...before, delta: before.delta + text.delta });
        return;
      }
      flushNow(turnId);
      unwritten.set(turnId, text);
      void clock
        .wait(timings.textFlushMs)
        .then(() => flush(turnId))
        .catch(report);
    },
  };
}

/** The parts without their `recovering` notice: it is a line that changes in place. */
export function withoutRecovering(parts: readonly ReplyPart[]): readonly ReplyPart[] {
  return parts.filter((part) => part.kind !== 'notice' || part.notice.code !== 'recovering');
}

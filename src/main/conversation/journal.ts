import { isTurnOver, nextTurnState, type ReplyPart, type Turn, type TurnEvent } from '../../shared/domain/turn.ts';
import type { AppEvent } from '../../shared/ipc/events.ts';
import type { TurnStore } from '../state/stores.ts';

export type TurnPatch = Partial<Pick<Turn, 'parts' | 'failure' | 'activity' | 'cost' | 'endedAt'>>;

/** The turns of all projects: what is written down, and above it what is still arriving. */
export type Journal = {
  readonly list: (projectId: string) => readonly Turn[];
  readonly get: (turnId: string) => Turn | null;
  readonly open: (turn: Turn) => Turn;
  /** Moves the turn on, on disk before it returns. An illegal event is a fault of ours and throws. */
  readonly move: (turnId: string, event: TurnEvent, patch?: TurnPatch) => Turn;
  /** Changes what is shown; `durable` also writes it down. */
  readonly change: (turnId: string, patch: TurnPatch, how: 'shown' | 'durable') => Turn;
  /** Appends to a text part (a new last part when `part` is one past the end), and sends just the patch. */
  readonly append: (turnId: string, part: number, delta: string) => void;
};

export function createJournal(store: TurnStore, emit: (event: AppEvent) => void): Journal {
  const live = new Map<string, Turn>();

  const get = (turnId: string): Turn | null => live.get(turnId) ?? store.get(turnId);

  const known = (turnId: string): Turn => {
    const turn = get(turnId);
    if (!turn) throw new Error('No such turn');
    return turn;
  };

  const put = (turn: Turn, how: 'shown' | 'durable'): Turn => {
    if (how === 'durable') store.save(turn);
    if (isTurnOver(turn.state)) live.delete(turn.id);
    else live.set(turn.id, turn);
    emit({ type: 'turn', turn });
    return turn;
  };

  return {
    list: (projectId) => store.list(projectId).map((turn) => live.get(turn.id) ?? turn),
    get,
    open: (turn) => put(turn, 'durable'),
    move: (turnId, event, patch = {}) => {
      const turn = known(turnId);
      const state = nextTurnState(turn.state, event);
      if (!state) throw new Error(`A turn cannot be ${event} while it is ${turn.state}`);
      return put({ ...turn, ...patch, state }, 'durable');
    },
    change: (turnId, patch, how) => put({ ...known(turnId), ...patch }, how),
    append: (turnId, part, delta) => {
      const turn = known(turnId);
      const before = turn.parts[part];
      if (before === undefined) {
        put({ ...turn, parts: [...turn.parts, { kind: 'text', text: delta }] }, 'shown');
      } else if (before.kind === 'text') {
        live.set(turnId, { ...turn, parts: turn.parts.with(part, { kind: 'text', text: before.text + delta }) });
        emit({ type: 'turn-text', projectId: turn.projectId, turnId, part, at: before.text.length, delta });
      }
    },
  };
}

/** The parts with their last `recovering` notice taken out or replaced: it is a line that changes in place. */
export function withoutRecovering(parts: readonly ReplyPart[]): readonly ReplyPart[] {
  return parts.filter((part) => part.kind !== 'notice' || part.notice.code !== 'recovering');
}

import { type Appended, withAppended } from '../../src/main/storage/appended.ts';
import type { Charge, TurnStore } from '../../src/main/storage/stores.ts';
import { reordered } from '../../src/main/storage/turn-store.ts';
import { paidKind } from '../../src/shared/domain/message-cost.ts';
import { costOf, isTurnOver, type Turn } from '../../src/shared/domain/turn.ts';
import { shelf } from './shelf.ts';

const withoutId = ({ kind, cost, available, startedAt, endedAt }: Charge): Charge => ({
  kind,
  cost,
  available,
  startedAt,
  endedAt,
});

/** The turns of stores in memory: ordered, as they are shown, by a list of ids. */
export function createMemoryTurns(needProject: (id: string) => void): {
  readonly store: TurnStore;
  readonly ofProject: (projectId: string) => readonly Turn[];
  readonly removeProject: (projectId: string) => void;
} {
  const turns = shelf<Turn>((turn) => turn.id);
  const pieces = new Map<string, readonly Appended[]>();
  const charges = shelf<Charge & { readonly turnId: string }>((charge) => charge.turnId);
  let order: readonly string[] = [];

  const get = (id: string): Turn | null => {
    const turn = turns.get(id);
    return turn && { ...turn, parts: withAppended(turn.parts, pieces.get(id) ?? []) };
  };
  const all = (): readonly Turn[] => order.flatMap((id) => get(id) ?? []);
  const waits = (turn: Turn | null): boolean => turn?.state === 'queued';
  const ofProject = (projectId: string): readonly Turn[] => {
    const own = all().filter((turn) => turn.projectId === projectId);
    return [...own.filter((turn) => !waits(turn)), ...own.filter(waits)];
  };
  const queued = (projectId: string): readonly Turn[] => ofProject(projectId).filter(waits);
  const remove = (id: string): void => {
    turns.remove(id);
    pieces.delete(id);
    order = order.filter((other) => other !== id);
  };
  const charge = (turn: Turn): void => {
    if (!turn.receipt || turn.endedAt === null) return;
    const { available } = turn.receipt.before;
    const paid = { kind: paidKind(turn), cost: costOf(turn.receipt), available };
    charges.save({ turnId: turn.id, ...paid, startedAt: turn.startedAt, endedAt: turn.endedAt });
  };

  const store: TurnStore = {
    page: (projectId, { limit, before, upTo }) => {
      const own = ofProject(projectId);
      const indexOf = (id: string): number => own.findIndex((turn) => turn.id === id);
      const end = before === undefined ? own.length : indexOf(before);
      if (end < 0) return { turns: [], hasEarlier: false };
      const wanted = upTo === undefined ? -1 : indexOf(upTo);
      const start = wanted >= 0 ? Math.min(wanted, end) : Math.max(0, end - limit);
      return { turns: own.slice(start, end), hasEarlier: start > 0 };
    },
    get,
    save: (turn) => {
      needProject(turn.projectId);
      const before = turns.get(turn.id);
      if (before === null || waits(before) !== waits(turn)) order = [...order.filter((id) => id !== turn.id), turn.id];
      turns.save(turn);
      pieces.delete(turn.id);
      charge(turn);
    },
    appendText: (turnId, part, at, delta) => {
      if (turns.get(turnId) === null) throw new Error(`FOREIGN KEY constraint failed: no turn ${turnId}`);
      pieces.set(turnId, [...(pieces.get(turnId) ?? []), { part, at, delta }]);
    },
    remove,
    queued,
    reorder: (projectId, ids) => {
      const waiting = queued(projectId).map((turn) => turn.id);
      order = [...order.filter((id) => !waiting.includes(id)), ...reordered(waiting, ids)];
    },
    unfinished: () => {
      const open = all().filter((turn) => !isTurnOver(turn.state));
      return [...open.filter((turn) => !waits(turn)), ...open.filter(waits)];
    },
    chargesSince: (at) =>
      charges
        .list()
        .filter(({ endedAt }) => endedAt >= at)
        .map(withoutId),
    recentCharges: (limit) =>
      charges
        .list()
        .sort((one, other) => other.endedAt - one.endedAt)
        .slice(0, limit)
        .map(withoutId),
  };
  return {
    store,
    ofProject,
    removeProject: (projectId) => ofProject(projectId).forEach((turn) => remove(turn.id)),
  };
}

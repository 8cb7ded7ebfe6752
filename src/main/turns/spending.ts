import type { Failure } from '../../shared/domain/failure.ts';
import { costKinds, type LikelyCost, mostLikely } from '../../shared/domain/message-cost.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { Clock } from '../clock.ts';
import type { TurnStore } from '../storage/stores.ts';
import { likelyCostFrom, spentOn } from './likely-cost.ts';

/** A message as far as its cost goes. */
export type Costly = Pick<Turn, 'projectId' | 'prompt'> & { readonly attachments: readonly unknown[] };

/** What messages may cost, and whether the day has room for them. */
export type Spending = {
  readonly likelyCost: () => LikelyCost;
  /** Why a message is not to be taken in: with all that runs and waits it could exceed the daily limit. */
  readonly refusal: (message: Costly) => Failure | null;
  /** Why a waiting turn is not to be sent now: with all that runs it could exceed the daily limit, and the user allowed nothing. */
  readonly heldBack: (turn: Turn) => Failure | null;
  /** The user was told, and wants it all the same; as long as the app runs. */
  readonly allow: (turnId: string) => void;
};

export type SpendingParts = {
  readonly store: Pick<TurnStore, 'unfinished' | 'recentCharges' | 'chargesSince'>;
  /** Whether there is something to edit in a project: a cut, or files. */
  readonly hasMaterial: (projectId: string) => boolean;
  /** Most credits that the user wants to spend in a day; null for no limit. */
  readonly dailyCeiling: () => number | null;
  readonly clock: Clock;
};

/** How many past turns tell what a message is likely to cost. */
const costMemory = 50;

export function createSpending({ store, hasMaterial, dailyCeiling, clock }: SpendingParts): Spending {
  const allowed = new Set<string>();
  const likelyCost = (): LikelyCost => likelyCostFrom(store.recentCharges(costMemory));

  const underWay = (): readonly Turn[] => store.unfinished().filter(({ route }) => route === 'agent');

  /** The upper figure. What waits behind another message finds what that one made. */
  const costOf = ({ projectId, prompt, attachments }: Costly, before: readonly Turn[], likely: LikelyCost): number => {
    const follows = before.some((turn) => turn.projectId === projectId);
    return mostLikely(costKinds(prompt, follows || attachments.length > 0 || hasMaterial(projectId)), likely);
  };

  const overLimit = (message: Costly, others: readonly Turn[]): Failure | null => {
    const ceiling = dailyCeiling();
    if (ceiling === null) return null;
    const likely = likelyCost();
    const pending = others.reduce((sum, turn, index) => sum + costOf(turn, others.slice(0, index), likely), 0);
    const spent = spentOn(store.chargesSince(startOfDay(clock.now())));
    const over = spent + pending + costOf(message, others, likely) > ceiling;
    return over ? { code: 'over-ceiling', params: { ceiling, spent, pending } } : null;
  };

  return {
    likelyCost,
    refusal: (message) => overLimit(message, underWay()),
    heldBack: (turn) => {
      if (allowed.has(turn.id)) return null;
      return overLimit(
        turn,
        underWay().filter(({ id, state }) => id !== turn.id && state !== 'queued'),
      );
    },
    allow: (turnId) => void allowed.add(turnId),
  };
}

/** Midnight of this computer's calendar; epoch ms. */
function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

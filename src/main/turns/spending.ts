import type { Failure } from '../../shared/domain/failure.ts';
import { type CostKind, costKinds, type LikelyCost, mostLikely } from '../../shared/domain/message-cost.ts';
import { questionBefore, type SpendRules } from '../../shared/domain/spend-permission.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import { done, err, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { Charge, TurnStore } from '../storage/stores.ts';

/** A message as far as its cost goes. */
export type Costly = Pick<Turn, 'projectId' | 'prompt'> & { readonly attachments: readonly unknown[] };

/** What messages may cost, and whether the day has room for them. */
export type Spending = {
  readonly likelyCost: () => LikelyCost;
  /** How long a generation took lately, in ms; null where there was none. */
  readonly usualGeneration: () => number | null;
  /**
   * Whether a message may be taken in. `over-ceiling`: with all that runs and waits it could exceed the daily limit. `spend-question`: the
   * user wants to be asked before; its params name the `question`, the likely `cost`, and what is `pending`. `consented`: they were.
   */
  readonly check: (message: Costly, consented?: boolean) => Result<null, Failure>;
  /**
   * Why a waiting turn must not be sent now: with what runs it could exceed the daily limit, and the user has not allowed that.
   */
  readonly limitFailure: (turn: Turn) => Failure | null;
  /** The user was told, and wants it all the same; as long as the app runs. */
  readonly allow: (turnId: string) => void;
  /** The user says yes to a message: where it exceeds the limit by now, that was what they were told. */
  readonly consent: (turnId: string, message: Costly) => void;
};

export type SpendingDeps = {
  readonly store: Pick<TurnStore, 'unfinished' | 'recentCharges' | 'chargesSince'>;
  /** Whether there is something to edit in a project: a cut, or files. */
  readonly hasMaterial: (projectId: string) => boolean;
  /** Most credits that the user wants to spend in a day; null for no limit. */
  readonly dailyCeiling: () => number | null;
  /** Whether there is a clip in a project's video. */
  readonly hasClip: (projectId: string) => boolean;
  readonly spendRules: () => SpendRules;
  /** Messages of batches whose turns have not begun. */
  readonly batchMessages: () => readonly Costly[];
};

/** How many past turns tell what a message is likely to cost. */
const costMemory = 50;

export function createSpending({ clock }: Pick<Env, 'clock'>, deps: SpendingDeps): Spending {
  const { store, hasMaterial, dailyCeiling } = deps;
  const allowed = new Set<string>();
  const likelyCost = (): LikelyCost => likelyCostFrom(store.recentCharges(costMemory));

  const underWay = (): readonly Turn[] => store.unfinished().filter(({ route }) => route === 'agent');

  /** What waits behind another message finds what that one made. */
  const kindsOf = ({ projectId, prompt, attachments }: Costly, before: readonly Turn[]): readonly CostKind[] => {
    const follows = before.some((turn) => turn.projectId === projectId);
    return costKinds(prompt, follows || attachments.length > 0 || hasMaterial(projectId));
  };

  const pendingIn = (turns: readonly Turn[], likely: LikelyCost): number =>
    turns.reduce((sum, turn, index) => sum + mostLikely(kindsOf(turn, turns.slice(0, index)), likely), 0);

  const overLimit = (message: Costly, others: readonly Turn[]): Failure | null => {
    const ceiling = dailyCeiling();
    if (ceiling === null) return null;
    const likely = likelyCost();
    const pending = pendingIn(others, likely);
    const spent = spentOn(store.chargesSince(startOfDay(clock.now())));
    const over = spent + pending + mostLikely(kindsOf(message, others), likely) > ceiling;
    return over ? { code: 'over-ceiling', params: { ceiling, spent, pending } } : null;
  };

  const asking = (message: Costly, others: readonly Turn[]): Failure | null => {
    const { projectId, prompt } = message;
    const kinds = kindsOf(message, others);
    const makesClip = (turn: Turn, index: number): boolean =>
      turn.projectId === projectId && kindsOf(turn, others.slice(0, index)).every((kind) => kind === 'generate');
    const hasClip = deps.hasClip(projectId) || others.some(makesClip);
    const question = questionBefore({ prompt, kinds, hasClip }, deps.spendRules());
    if (question === null) return null;
    const likely = likelyCost();
    const inBatches = deps.batchMessages().map((one) => mostLikely(kindsOf(one, others), likely));
    const pending = inBatches.reduce((sum, cost) => sum + cost, pendingIn(others, likely));
    return { code: 'spend-question', params: { question, cost: mostLikely(kinds, likely), pending } };
  };

  return {
    likelyCost,
    usualGeneration: () => usualGenerationFrom(store.recentCharges(costMemory)),
    check: (message, consented = false) => {
      const others = underWay();
      const failure = overLimit(message, others) ?? (consented ? null : asking(message, others));
      return failure === null ? done : err(failure);
    },
    limitFailure: (turn) => {
      if (allowed.has(turn.id)) return null;
      return overLimit(
        turn,
        underWay().filter(({ id, state }) => id !== turn.id && state !== 'queued'),
      );
    },
    allow: (turnId) => void allowed.add(turnId),
    consent: (turnId, message) => {
      if (overLimit(message, underWay()) !== null) allowed.add(turnId);
    },
  };
}

/** Midnight of this computer's calendar; epoch ms. */
function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

/** wire contract: "Costs, for the hints only: about 100 credits for a generated clip, about 50 for an editing session". */
const firstGuess: LikelyCost = { generate: 100, edit: 50 };

/** What messages are likely to cost, from what they cost before: the middle of each kind; free ones teach nothing. */
export function likelyCostFrom(charges: readonly Charge[]): LikelyCost {
  const paid = charges.filter(({ cost }) => cost > 0);
  const alone = paid.filter((charge) => !paid.some((other) => other !== charge && overlap(charge, other)));
  const middle = (kind: CostKind): number | null =>
    // What ran beside others was charged with their credits, too: it teaches only where nothing else does.
    median(costsOf(alone, kind)) ?? median(costsOf(paid, kind));
  const generate = middle('generate') ?? firstGuess.generate;
  // An edit that nobody has paid for yet is not announced as dearer than a new clip.
  return { generate, edit: middle('edit') ?? Math.min(firstGuess.edit, generate) };
}

/** How many past generations tell how long the next one takes: the service's speed changes. */
const timeMemory = 5;

/**
 * The middle of the last few generations, newest first, in ms: one that was taken up again after a restart moves it little. What was
 * free made nothing new.
 */
export function usualGenerationFrom(charges: readonly Charge[]): number | null {
  const times = charges.flatMap(({ kind, cost, startedAt, endedAt }) =>
    kind === 'generate' && cost > 0 && startedAt !== null && endedAt > startedAt ? [endedAt - startedAt] : [],
  );
  return median(times.slice(0, timeMemory));
}

/** What turns have cost together. Those that ran side by side were paid out of one balance: what it lost counts, and once. */
export function spentOn(charges: readonly Charge[]): number {
  let spent = 0;
  let together: Charge[] = [];
  for (const charge of charges.toSorted((a, b) => beginOf(a) - beginOf(b))) {
    if (!together.some((other) => overlap(charge, other))) {
      spent += costTogether(together);
      together = [];
    }
    together.push(charge);
  }
  return spent + costTogether(together);
}

function costTogether(charges: readonly Charge[]): number {
  const costs = charges.map(({ cost }) => cost);
  const sum = costs.reduce((total, cost) => total + cost, 0);
  const [first] = charges;
  const last = charges.toSorted((a, b) => b.endedAt - a.endedAt)[0];
  if (first?.available === undefined || first.available === null || !last || last.available === null) return sum;
  const lost = first.available - (last.available - last.cost);
  return Math.min(sum, Math.max(lost, ...costs));
}

function beginOf({ startedAt, endedAt }: Charge): number {
  return startedAt ?? endedAt;
}

function overlap(one: Charge, other: Charge): boolean {
  return beginOf(one) < other.endedAt && beginOf(other) < one.endedAt;
}

function costsOf(charges: readonly Charge[], kind: CostKind): readonly number[] {
  return charges.filter((charge) => charge.kind === kind).map(({ cost }) => cost);
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

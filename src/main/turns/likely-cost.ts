import type { CostKind, LikelyCost } from '../../shared/domain/message-cost.ts';
import type { Charge } from '../storage/stores.ts';

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

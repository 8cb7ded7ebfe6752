import type { LikelyCost } from '../../shared/domain/app-state.ts';

/** wire contract: "Costs, for the hints only: about 100 credits for a generated clip, about 50 for an editing session". */
const firstGuess: LikelyCost = { generate: 100, edit: 50 };

/** What messages are likely to cost, from what they cost before: the middle of each kind; free ones teach nothing. */
export function likelyCostFrom(costs: readonly { readonly first: boolean; readonly cost: number }[]): LikelyCost {
  const paid = costs.filter(({ cost }) => cost > 0);
  return {
    generate: median(paid.filter(({ first }) => first).map(({ cost }) => cost)) ?? firstGuess.generate,
    edit: median(paid.filter(({ first }) => !first).map(({ cost }) => cost)) ?? firstGuess.edit,
  };
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

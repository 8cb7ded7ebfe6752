import type { DraftChange } from '../../shared/domain/timeline.ts';
import { differenceOf } from './difference.ts';
import { type OwnName, readingOf } from './reader.ts';
import type { DraftReading } from './parsed-draft.ts';
import { compareDrafts } from './same-draft.ts';
import type { Steps } from './steps.ts';

/**
 * What drafts say, of which the last few are remembered: a long one takes a good while to read and to compare, and the same one is
 * asked of several times. A draft is known again by being the same value.
 */
export type Understanding = {
  readonly reading: (draft: unknown, names: OwnName) => Steps<DraftReading>;
  readonly compared: (one: unknown, other: unknown) => ReturnType<typeof compareDrafts>;
  /** Null: without a draft before. */
  readonly changes: (
    before: { readonly draft: unknown } | null,
    draft: unknown,
    names: OwnName,
  ) => Steps<readonly DraftChange[]>;
};

/** Of two projects that are worked on at once: the draft now, the one before, and the one that the turn began with. */
const kept = 6;

export function createUnderstanding(): Understanding {
  const readings = createMemory<DraftReading>();
  const comparisons = createMemory<ReturnType<typeof compareDrafts>>();
  const differences = createMemory<readonly DraftChange[]>();

  function* reading(draft: unknown, names: OwnName): Steps<DraftReading> {
    return readings.find([draft, names]) ?? readings.keep([draft, names], yield* readingOf(draft, names));
  }

  return {
    reading,
    compared: (one, other) =>
      comparisons.find([one, other]) ?? comparisons.keep([one, other], compareDrafts(one, other)),
    *changes(before, draft, names) {
      const earlier = before && (yield* reading(before.draft, names));
      const later = yield* reading(draft, names);
      const pair = [earlier, later];
      return differences.find(pair) ?? differences.keep(pair, yield* differenceOf(earlier, later));
    },
  };
}

function createMemory<T>() {
  let known: readonly { readonly of: readonly unknown[]; readonly value: T }[] = [];
  return {
    find: (of: readonly unknown[]): T | undefined =>
      known.find((one) => one.of.every((part, index) => part === of[index]))?.value,
    keep: (of: readonly unknown[], value: T): T => {
      known = [{ of, value }, ...known].slice(0, kept);
      return value;
    },
  };
}

import { endOf, type Item, type Plan } from './plan.ts';

/** An item that hangs on the storyline. `offset`: where it begins, in the time of what it hangs on. Frames. */
export type Connected = { readonly item: Item; readonly lane: number; readonly offset: number };

/** One element of the primary storyline: an item with a file, or a gap (`item` null), with what begins while it plays. Frames. */
export type Storyline = {
  readonly item: Item | null;
  readonly name: string;
  readonly start: number;
  readonly duration: number;
  /** By lane, then by time. */
  readonly connected: readonly Connected[];
};

/**
 * The lowest row of pictures from the beginning to the end of everything, with gaps where it has nothing; the other rows hang on
 * it: pictures and titles in lanes 1, 2, …, sound in lanes -1, -2, …. A gap hangs nowhere.
 */
export function storylineOf(plan: Plan): readonly Storyline[] {
  const primary = plan.rows.find(({ kind }) => kind === 'video')?.items ?? none;
  const spine = filled(primary, plan.duration);
  const hanging = spine.map(() => new Set<Connected>());
  for (const { lane, items } of lanesOf(plan, primary)) {
    let at = 0;
    for (const item of items) {
      while (at < spine.length - 1 && item.start >= endOfPart(spine[at])) at += 1;
      const part = spine[at];
      if (!part) continue;
      hanging[at]?.add({ item, lane, offset: (part.item?.source ?? 0) + item.start - part.start });
    }
  }
  return spine.map((part, index) => ({ ...part, connected: [...(hanging[index] ?? [])] }));
}

type Part = Omit<Storyline, 'connected'>;

function filled(primary: readonly Item[], duration: number): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  const fill = (until: number): void => {
    if (until > at) parts.push({ item: null, name: 'Gap', start: at, duration: until - at });
  };
  for (const item of primary) {
    fill(item.start);
    const { name, start } = item;
    parts.push({ item: item.asset === null ? null : item, name: name || 'Gap', start, duration: item.duration });
    at = endOf(item);
  }
  fill(duration);
  return parts;
}

function endOfPart(part: Part | undefined): number {
  return part ? part.start + part.duration : 0;
}

type Lane = { readonly lane: number; readonly items: readonly Item[] };

function lanesOf(plan: Plan, primary: readonly Item[]): readonly Lane[] {
  const rows = plan.rows
    .filter(({ items }) => items !== primary)
    .map(({ kind, items }) => ({ kind, items: items.filter(({ asset, words }) => asset !== null || words !== null) }))
    .filter(({ items }) => items.length > 0);
  const above = rows.filter(({ kind }) => kind !== 'audio');
  const below = rows.filter(({ kind }) => kind === 'audio');
  return [
    ...below.map(({ items }, index) => ({ lane: -1 - index, items })).toReversed(),
    ...above.map(({ items }, index) => ({ lane: index + 1, items })),
  ];
}

const none: readonly Item[] = [];

import type { DraftChange, TrackKind } from '../../shared/domain/timeline.ts';
import type { Lanes } from './lanes.ts';

/** What the last turn did to a piece that is there. */
type Mark = 'added' | 'moved' | 'changed';

/** A piece that was removed, or the place that one has left; where its kind lies. */
export type Ghost = {
  readonly why: 'removed' | 'moved';
  readonly track: TrackKind;
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Where it has gone to. */
  readonly toMs: number | null;
};

export type Marks = { readonly pieces: ReadonlyMap<string, Mark>; readonly ghosts: readonly Ghost[] };

export const noMarks: Marks = { pieces: new Map(), ghosts: [] };

/** As many as can be told apart, and looked over. */
const mostGhosts = 200;

const rank: Readonly<Record<Mark, number>> = { added: 2, moved: 1, changed: 0 };

/** What changes left to be seen. Where all there is was just added, nothing stands out. */
function marksOf(changes: readonly DraftChange[]): Marks {
  const pieces = new Map<string, Mark>();
  const ghosts: Ghost[] = [];
  for (const change of changes) {
    const { at } = change;
    if (at === undefined) continue;
    if (change.kind === 'removed') ghosts.push(ghostOf('removed', change, at.startMs, at.endMs, null));
    else {
      const mark = markOf(change.kind);
      const before = pieces.get(at.segment);
      if (before === undefined || rank[mark] > rank[before]) pieces.set(at.segment, mark);
      if (change.kind === 'moved')
        ghosts.push(ghostOf('moved', change, change.fromMs, change.fromMs + at.endMs - at.startMs, at.startMs));
    }
  }
  return { pieces, ghosts: ghosts.slice(0, mostGhosts) };
}

/** Marks of pieces that are still where the change left them. */
export function marksOn({ lanes }: Lanes, changes: readonly DraftChange[]): Marks {
  const starts = new Map<string, number>();
  for (const { pieces } of lanes) for (const { key, startMs } of pieces) starts.set(key, startMs);
  const still = changes.filter(
    ({ kind, at }) => at !== undefined && (kind === 'removed' || starts.get(at.segment) === at.startMs),
  );
  if (still.filter(({ kind }) => kind === 'added').length === starts.size) return noMarks;
  return marksOf(still);
}

function markOf(kind: Exclude<DraftChange['kind'], 'removed'>): Mark {
  return kind === 'added' || kind === 'moved' ? kind : 'changed';
}

function ghostOf(
  why: Ghost['why'],
  change: Extract<DraftChange, { readonly kind: 'removed' | 'moved' }>,
  startMs: number,
  endMs: number,
  toMs: number | null,
): Ghost {
  return { why, track: change.track, name: change.name, startMs, endMs, toMs };
}

import type { ProjectView } from '../../shared/domain/app-state.ts';
import type { Turn } from '../../shared/domain/turn.ts';

/** How many of the newest turns a project keeps in the window while another one is on screen. */
export const keptInBackground = 50;

/** Whether the project's first message to the agent is out; true while nobody knows. */
export function hasBegun(view: Pick<ProjectView, 'turns'> | undefined): boolean {
  return view === undefined || view.turns.some(({ route }) => route === 'agent');
}

/**
 * Puts a turn where it belongs: in its own place if it is known; waiting ones last; one that stops waiting goes before those that
 * still wait; others by their start. The objects of all other turns stay the same.
 */
export function placeTurn(turns: readonly Turn[], turn: Turn): readonly Turn[] {
  const index = turns.findIndex(({ id }) => id === turn.id);
  const known = turns[index];
  if (known !== undefined && (known.state === 'queued') === (turn.state === 'queued')) return turns.with(index, turn);
  const others = known === undefined ? turns : turns.toSpliced(index, 1);
  return others.toSpliced(placeOf(others, turn, known !== undefined), 0, turn);
}

function placeOf(turns: readonly Turn[], turn: Turn, wasWaiting: boolean): number {
  if (turn.state === 'queued') return turns.length;
  let place = turns.findIndex(({ state }) => state === 'queued');
  if (place === -1) place = turns.length;
  if (wasWaiting) return place;
  while (place > 0 && (turns[place - 1]?.startedAt ?? 0) > turn.startedAt) place -= 1;
  return place;
}

/** The waiting turns in the order of the ids; one that is not named goes after those that are. */
export function orderQueue(turns: readonly Turn[], ids: readonly string[]): readonly Turn[] {
  const rank = new Map(ids.map((id, index) => [id, index]));
  const at = (turn: Turn) => rank.get(turn.id) ?? ids.length;
  const queued = turns.filter(({ state }) => state === 'queued').sort((a, b) => at(a) - at(b));
  return [...turns.filter(({ state }) => state !== 'queued'), ...queued];
}

/**
 * Before which waiting message one goes when it moves a place up or down (the contract's `queue.move`): an id, null for the end,
 * undefined where it cannot move.
 */
export function placeBefore(queued: readonly Turn[], turnId: string, step: 'up' | 'down'): string | null | undefined {
  const index = queued.findIndex(({ id }) => id === turnId);
  if (index === -1) return undefined;
  if (step === 'up') return queued[index - 1]?.id;
  return index === queued.length - 1 ? undefined : (queued[index + 2]?.id ?? null);
}

/** A page of earlier turns before those that are there; none comes in twice. */
export function prependPage(turns: readonly Turn[], page: readonly Turn[]): readonly Turn[] {
  const known = new Set(turns.map(({ id }) => id));
  return [...page.filter(({ id }) => !known.has(id)), ...turns];
}

/** A view that was fetched again keeps the earlier turns that were already loaded, where the two meet. */
export function mergeView(before: ProjectView | undefined, view: ProjectView): ProjectView {
  const first = view.turns[0];
  if (before === undefined || first === undefined) return view;
  const meets = before.turns.findIndex(({ id }) => id === first.id);
  if (meets <= 0) return view;
  const known = new Set(view.attached.map(({ id }) => id));
  return {
    ...view,
    turns: [...before.turns.slice(0, meets), ...view.turns],
    hasEarlier: before.hasEarlier,
    attached: [...before.attached.filter(({ id }) => !known.has(id)), ...view.attached],
  };
}

/** What a project keeps while it is off screen, so that the window's memory does not grow with all that was read. */
export function light(view: ProjectView): ProjectView {
  if (view.turns.length <= keptInBackground) return view;
  return { ...view, turns: view.turns.slice(-keptInBackground), hasEarlier: true };
}

/** The turn that "Stop" stops: one at work, or about to be sent. Not one that waits in a paused queue. */
export function stoppableTurn(view: Pick<ProjectView, 'turns' | 'queue'> | undefined): Turn | undefined {
  if (view === undefined) return undefined;
  const next = view.queue.paused ? undefined : view.turns.find(({ state }) => state === 'queued');
  return runningTurn(view.turns) ?? next;
}

/** Whether a turn is at work: neither waiting nor over. */
export function runningTurn(turns: readonly Turn[]): Turn | undefined {
  return turns.findLast(({ state }) => state === 'sending' || state === 'streaming' || state === 'settling');
}

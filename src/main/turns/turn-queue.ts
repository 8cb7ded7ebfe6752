import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Queue, QueueHeld } from '../../shared/domain/app-state.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import { asksSomething } from './questions.ts';
import type { Journal } from './journal.ts';
import { appCloses, type WorkEnd } from './runner.ts';

/** In each project the turns to the agent go one after another; projects do not wait for each other. */
export type TurnQueues = {
  /** A new turn waits, unless its project is at rest. Where the line is paused it goes all the same, before what waits there. */
  readonly enter: (turn: Turn) => void;
  /** Takes up a turn that was under way when the app ended. */
  readonly takeUp: (turn: Turn) => void;
  /** The user lets what waits go on. */
  readonly resume: (projectId: string) => void;
  /** At start: what waits stays waiting until the user says so. */
  readonly pause: (projectId: string) => void;
  readonly queue: (projectId: string) => Queue;
  /** Aborts a running turn, and holds back what waits behind it; false where it does not run. */
  readonly stop: (turnId: string) => boolean;
  /** A waiting turn was taken out: nothing more is done for it, and the line goes on without it. */
  readonly drop: (projectId: string, turnId: string) => void;
  /** A deleted project is there again: its line goes on as it was. */
  readonly wake: (projectId: string) => void;
  /** The projects in which a turn runs. */
  readonly working: () => readonly string[];
  /** Whether the answer of the turn that runs there has ended, and only what came of it is still looked for. */
  readonly settling: (projectId: string) => boolean;
  /** Resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
};

export type TurnQueuesParts = {
  readonly journal: Journal;
  readonly queued: (projectId: string) => readonly Turn[];
  /** A deleted project sends nothing more, also while it can still be brought back. */
  readonly isThere: (projectId: string) => boolean;
  /** Puts the waiting turns into this order. */
  readonly reorder: (projectId: string, ids: readonly string[]) => void;
  readonly run: (turnId: string, stop: AbortController) => Promise<WorkEnd>;
  readonly takeUp: (turnId: string, stop: AbortController) => Promise<WorkEnd>;
  /** What outlives the app: why a project's line is held. */
  readonly held: {
    readonly get: (projectId: string) => QueueHeld | null;
    readonly set: (projectId: string, held: QueueHeld | null) => void;
  };
  readonly emit: (event: AppEvent) => void;
  readonly onEnded: (turn: Turn) => void;
  /** A turn's work threw, which should never happen: the line goes on. */
  readonly onFault: (turnId: string, error: unknown) => void;
  readonly report: (error: unknown) => void;
};

type Work = { readonly turnId: string; readonly stop: AbortController; readonly done: Promise<void> };

/** `needs-you`: the turn before failed or asked something; the next good answer sets the line going again. */
type Pause = QueueHeld | 'restart' | 'needs-you';

export function createTurnQueues(parts: TurnQueuesParts): TurnQueues {
  const { journal, queued, emit, onEnded } = parts;
  const running = new Map<string, Work>();
  const paused = new Map<string, Pause>();
  /** Turns that came while their line was paused or stopped: the user wants them now, and not what waited before. */
  const goAhead = new Set<string>();
  let closing = false;

  const setPaused = (projectId: string, why: Pause | null): void => {
    if ((paused.get(projectId) ?? null) === why) return;
    if (why === null) paused.delete(projectId);
    else paused.set(projectId, why);
    try {
      parts.held.set(projectId, why === 'stopped' || why === 'over-limit' ? why : null);
    } catch (error) {
      parts.report(error);
    }
    emit({ type: 'queue', projectId, queue: queueOf(why) });
  };

  /** Holds all that waits. Nothing goes ahead any more. */
  const hold = (projectId: string, why: Pause): void => {
    const waiting = queued(projectId);
    for (const { id } of waiting) goAhead.delete(id);
    setPaused(projectId, waiting.length > 0 ? why : null);
  };

  const begin = (projectId: string, turnId: string, work: TurnQueuesParts['run']): void => {
    const stop = new AbortController();
    // Begins after `running` knows it, so that what it does at once sees itself under way.
    const done = Promise.resolve()
      .then(() => work(turnId, stop))
      .catch((error: unknown): WorkEnd => {
        parts.onFault(turnId, error);
        return 'over';
      })
      .then((end) => {
        running.delete(projectId);
        goAhead.delete(turnId);
        if (!closing) afterwards(projectId, turnId, { end, stopped: stop.signal.aborted });
      })
      .catch(parts.report);
    running.set(projectId, { turnId, stop, done });
  };

  type How = { readonly end: WorkEnd; readonly stopped: boolean };

  const afterwards = (projectId: string, turnId: string, { end, stopped }: How): void => {
    const turn = journal.get(turnId);
    if (turn?.state === 'queued' && !parts.isThere(projectId)) return;
    // Otherwise the journal could not be written: it would only fail again, and for ever.
    if (turn?.state === 'queued') return hold(projectId, end === 'over-limit' ? end : 'needs-you');
    if (turn) onEnded(turn);
    const before = paused.get(projectId);
    if (!stopped && turn !== null && needsUser(turn)) hold(projectId, sticky(before) ?? 'needs-you');
    else if (before === 'needs-you' || queued(projectId).length === 0) setPaused(projectId, null);
    next(projectId);
  };

  const next = (projectId: string): void => {
    if (closing || running.has(projectId) || !parts.isThere(projectId)) return;
    const waiting = queued(projectId);
    const turn = waiting.find(({ id }) => goAhead.has(id)) ?? (paused.has(projectId) ? undefined : waiting[0]);
    if (turn) begin(projectId, turn.id, parts.run);
  };

  return {
    enter: ({ id, projectId }) => {
      if (closing) return;
      const others = queued(projectId).filter((turn) => turn.id !== id);
      if (others.every((turn) => goAhead.has(turn.id))) setPaused(projectId, null);
      if (paused.has(projectId) && !goAhead.has(id)) {
        const ahead = others.flatMap((turn) => (goAhead.has(turn.id) ? [turn.id] : []));
        goAhead.add(id);
        parts.reorder(projectId, [...ahead, id]);
      }
      next(projectId);
    },
    takeUp: ({ id, projectId }) => {
      if (!running.has(projectId)) begin(projectId, id, parts.takeUp);
    },
    resume: (projectId) => {
      setPaused(projectId, null);
      next(projectId);
    },
    pause: (projectId) => setPaused(projectId, parts.held.get(projectId) ?? 'restart'),
    queue: (projectId) => queueOf(paused.get(projectId) ?? null),
    stop: (turnId) => {
      const found = [...running].find(([, work]) => work.turnId === turnId);
      if (found === undefined) return false;
      const [projectId, work] = found;
      hold(projectId, 'stopped');
      work.stop.abort();
      return true;
    },
    drop: (projectId, turnId) => {
      const work = running.get(projectId);
      if (work?.turnId === turnId) work.stop.abort();
      else if (queued(projectId).length === 0) setPaused(projectId, null);
    },
    wake: next,
    working: () => [...running.keys()],
    settling: (projectId) => journal.get(running.get(projectId)?.turnId ?? '')?.state === 'settling',
    close: async () => {
      closing = true;
      const works = [...running.values()];
      for (const { stop } of works) stop.abort(appCloses);
      await Promise.allSettled(works.map(({ done }) => done));
    },
  };
}

function queueOf(why: Pause | null): Queue {
  if (why === null) return { paused: false };
  return why === 'needs-you' ? { paused: true } : { paused: true, why };
}

/** A reason that lasts until the user says so. */
function sticky(why: Pause | undefined): Pause | null {
  return why === undefined || why === 'needs-you' ? null : why;
}

/** Whether the user should look before the next message goes: it may not make sense any more. */
function needsUser(turn: Turn): boolean {
  return isTurnOver(turn.state) && (turn.state !== 'done' || asksSomething(turn.parts));
}

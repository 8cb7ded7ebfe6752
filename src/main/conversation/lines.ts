import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Queue } from '../../shared/domain/app-state.ts';
import type { AppEvent } from '../../shared/ipc/events.ts';
import { asksSomething } from './questions.ts';
import type { Journal } from './journal.ts';
import { appCloses } from './runner.ts';

/** In each project the turns to the agent go one after another; projects do not wait for each other. */
export type Lines = {
  /** A new turn waits, unless its project is at rest: then it goes at once, before what waits in a paused line. */
  readonly enter: (turn: Turn) => void;
  /** Takes up a turn that was under way when the app ended. */
  readonly takeUp: (turn: Turn) => void;
  /** Goes on with what waits after a failure or a question. */
  readonly resume: (projectId: string) => void;
  /** At start: what waits stays waiting until the user says so. */
  readonly pause: (projectId: string) => void;
  readonly queue: (projectId: string) => Queue;
  /** Aborts a running turn; false where it does not run. */
  readonly stop: (turnId: string) => boolean;
  /** The projects in which a turn runs. */
  readonly working: () => readonly string[];
  /** Resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
};

export type LinesParts = {
  readonly journal: Journal;
  readonly queued: (projectId: string) => readonly Turn[];
  readonly run: (turnId: string, stop: AbortController) => Promise<void>;
  readonly takeUp: (turnId: string, stop: AbortController) => Promise<void>;
  readonly emit: (event: AppEvent) => void;
  readonly onEnded: (turn: Turn) => void;
  /** A turn's work threw, which should never happen: the line goes on. */
  readonly onFault: (turnId: string, error: unknown) => void;
};

type Work = { readonly turnId: string; readonly stop: AbortController; readonly done: Promise<void> };

export function createLines(parts: LinesParts): Lines {
  const { journal, queued, emit, onEnded } = parts;
  const running = new Map<string, Work>();
  const paused = new Set<string>();
  let closing = false;

  const setPaused = (projectId: string, value: boolean): void => {
    if (paused.has(projectId) === value) return;
    if (value) paused.add(projectId);
    else paused.delete(projectId);
    emit({ type: 'queue', projectId, queue: { paused: value } });
  };

  const begin = (projectId: string, turnId: string, work: LinesParts['run']): void => {
    const stop = new AbortController();
    // Begins after `running` knows it, so that what it does at once sees itself under way.
    const done = Promise.resolve()
      .then(() => work(turnId, stop))
      .catch((error: unknown) => parts.onFault(turnId, error))
      .finally(() => {
        running.delete(projectId);
        if (!closing) afterwards(projectId, turnId);
      });
    running.set(projectId, { turnId, stop, done });
  };

  const afterwards = (projectId: string, turnId: string): void => {
    const turn = journal.get(turnId);
    // The journal could not be written: it would only fail again, and for ever.
    if (turn?.state === 'queued') return setPaused(projectId, true);
    if (turn) onEnded(turn);
    setPaused(projectId, turn !== null && needsUser(turn) && queued(projectId).length > 0);
    next(projectId);
  };

  const next = (projectId: string): void => {
    if (closing || paused.has(projectId) || running.has(projectId)) return;
    const [turn] = queued(projectId);
    if (turn) begin(projectId, turn.id, parts.run);
  };

  return {
    enter: ({ id, projectId }) => {
      if (!closing && !running.has(projectId)) begin(projectId, id, parts.run);
    },
    takeUp: ({ id, projectId }) => {
      if (!running.has(projectId)) begin(projectId, id, parts.takeUp);
    },
    resume: (projectId) => {
      setPaused(projectId, false);
      next(projectId);
    },
    pause: (projectId) => setPaused(projectId, true),
    queue: (projectId) => ({ paused: paused.has(projectId) }),
    stop: (turnId) => {
      const work = [...running.values()].find((candidate) => candidate.turnId === turnId);
      work?.stop.abort();
      return work !== undefined;
    },
    working: () => [...running.keys()],
    close: async () => {
      closing = true;
      const works = [...running.values()];
      for (const { stop } of works) stop.abort(appCloses);
      await Promise.allSettled(works.map(({ done }) => done));
    },
  };
}

/** Whether the user should look before the next message goes: it may not make sense any more. */
function needsUser(turn: Turn): boolean {
  return isTurnOver(turn.state) && (turn.state !== 'done' || asksSomething(turn.parts));
}

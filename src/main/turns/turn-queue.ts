import type { Queue, StoredPause } from '../../shared/domain/app-state.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import type { Env } from '../app/env.ts';
import type { ProjectStore, TurnStore } from '../storage/stores.ts';
import type { Journal } from './journal.ts';
import { asksSomething } from './questions.ts';
import type { WorkEnd } from './runner.ts';
import { appCloses } from './settlement.ts';

type Work = (turnId: string, stop: AbortController) => Promise<WorkEnd>;

type TurnQueuesDeps = {
  readonly journal: Journal;
  readonly stores: {
    readonly turns: Pick<TurnStore, 'queued' | 'reorder'>;
    readonly projects: Pick<ProjectStore, 'queuePause' | 'setQueuePause'>;
  };
  /** A deleted project sends nothing more, also while it can still be brought back. */
  readonly projects: { readonly get: (projectId: string) => unknown };
  readonly run: Work;
  readonly resume: Work;
};

/** In each project the turns to the agent go one after another; projects do not wait for each other. */
export type TurnQueues = ReturnType<typeof createTurnQueues>;

export function createTurnQueues(env: Pick<Env, 'bus' | 'report'>, deps: TurnQueuesDeps) {
  const queues = new Map<string, TurnQueue>();
  const closing = new AbortController();
  return {
    of: (projectId: string): TurnQueue => {
      const queue = queues.get(projectId) ?? new TurnQueue(env, deps, projectId, closing.signal);
      queues.set(projectId, queue);
      return queue;
    },
    /** The queue in which this turn runs. */
    withRunning: (turnId: string): TurnQueue | undefined =>
      [...queues.values()].find(({ running }) => running === turnId),
    /** The projects in which a turn runs. */
    working: (): readonly string[] =>
      [...queues].flatMap(([projectId, { running }]) => (running === null ? [] : [projectId])),
    /** Resolves when nothing is written any more. */
    close: async (): Promise<void> => {
      closing.abort();
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

/** `needs-you`: the turn before failed or asked something; the next good answer sets the queue going again. */
type PauseReason = StoredPause | 'restart' | 'needs-you';

/** The turns of one project. */
class TurnQueue {
  readonly #env: Pick<Env, 'bus' | 'report'>;
  readonly #deps: TurnQueuesDeps;
  readonly #projectId: string;
  readonly #closing: AbortSignal;
  /** Turns that came while the queue was paused or stopped: the user wants them now, and not what waited before. */
  readonly #goAhead = new Set<string>();
  #paused: PauseReason | null = null;
  #work: { readonly turnId: string; readonly stop: AbortController; readonly done: Promise<void> } | null = null;

  constructor(env: Pick<Env, 'bus' | 'report'>, deps: TurnQueuesDeps, projectId: string, closing: AbortSignal) {
    this.#env = env;
    this.#deps = deps;
    this.#projectId = projectId;
    this.#closing = closing;
  }

  /** The turn that runs. */
  get running(): string | null {
    return this.#work?.turnId ?? null;
  }

  get state(): Queue {
    if (this.#paused === null) return { paused: false };
    return this.#paused === 'needs-you' ? { paused: true } : { paused: true, why: this.#paused };
  }

  /** A new turn waits, unless its project is at rest. Where the queue is paused it goes all the same, before what waits there. */
  enter(turnId: string): void {
    if (this.#closing.aborted) return;
    const others = this.#waiting().filter((id) => id !== turnId);
    const ahead = others.filter((id) => this.#goAhead.has(id));
    if (ahead.length === others.length) this.#setPaused(null);
    if (this.#paused !== null && !this.#goAhead.has(turnId)) {
      this.#goAhead.add(turnId);
      this.reorder([...ahead, turnId]);
    }
    this.next();
  }

  /** Takes up a turn that was under way when the app ended. */
  takeUp(turnId: string): void {
    if (this.#work === null) this.#begin(turnId, this.#deps.resume);
  }

  /** At start: what waits stays waiting until the user says so. */
  pause(): void {
    this.#setPaused(this.#deps.stores.projects.queuePause(this.#projectId) ?? 'restart');
  }

  /** What waits is for the user to look at first. */
  holdForReview(): void {
    this.#hold('for-review');
  }

  /** The user lets what waits go on. */
  resume(): void {
    this.#setPaused(null);
    this.next();
  }

  /** Puts the waiting turns into this order. */
  reorder(turnIds: readonly string[]): void {
    this.#deps.stores.turns.reorder(this.#projectId, turnIds);
    this.#env.bus.emit({ type: 'turn-order', projectId: this.#projectId, queued: this.#waiting() });
  }

  /** A waiting turn was taken out: nothing more is done for it, and the queue goes on without it. */
  drop(turnId: string): void {
    if (this.#work?.turnId === turnId) this.#work.stop.abort();
    else if (this.#waiting().length === 0) this.#setPaused(null);
  }

  /** Aborts the running turn, and holds back what waits behind it. */
  stop(): void {
    this.#hold('stopped');
    this.#work?.stop.abort();
  }

  /** Begins the next turn, where nothing runs or holds it back. */
  next(): void {
    if (this.#closing.aborted || this.#work !== null || !this.#isThere()) return;
    const waiting = this.#waiting();
    const first = this.#paused === null ? waiting[0] : undefined;
    const turnId = waiting.find((id) => this.#goAhead.has(id)) ?? first;
    if (turnId !== undefined) this.#begin(turnId, this.#deps.run);
  }

  async close(): Promise<void> {
    this.#work?.stop.abort(appCloses);
    await this.#work?.done;
  }

  #waiting(): readonly string[] {
    return this.#deps.stores.turns.queued(this.#projectId).map(({ id }) => id);
  }

  #isThere(): boolean {
    return Boolean(this.#deps.projects.get(this.#projectId));
  }

  #begin(turnId: string, work: Work): void {
    const stop = new AbortController();
    // Begins after it is known as running, so that what it does at once sees itself under way.
    const done = Promise.resolve()
      .then(() => work(turnId, stop))
      .catch((error: unknown): WorkEnd => {
        this.#deps.journal.abandon(turnId, error);
        return 'over';
      })
      .then((end) => {
        this.#work = null;
        this.#goAhead.delete(turnId);
        if (!this.#closing.aborted) this.#afterwards(turnId, end, stop.signal.aborted);
      })
      .catch(this.#env.report);
    this.#work = { turnId, stop, done };
  }

  #afterwards(turnId: string, end: WorkEnd, wasStopped: boolean): void {
    const turn = this.#deps.journal.get(turnId);
    if (turn?.state === 'queued') {
      // Where it had room, the journal could not be written: it would only fail again, and for ever.
      if (this.#isThere()) this.#hold(end === 'over-limit' ? end : 'needs-you');
      return;
    }
    if (turn) this.#env.bus.emit({ type: 'turn-ended', turn });
    if (!wasStopped && turn !== null && needsUser(turn)) this.#hold(this.#paused ?? 'needs-you');
    else if (this.#paused === 'needs-you' || this.#waiting().length === 0) this.#setPaused(null);
    this.next();
  }

  /** Holds all that waits. Nothing goes ahead any more. */
  #hold(why: PauseReason): void {
    this.#goAhead.clear();
    this.#setPaused(this.#waiting().length > 0 ? why : null);
  }

  #setPaused(why: PauseReason | null): void {
    if (this.#paused === why) return;
    this.#paused = why;
    try {
      // What outlives the app.
      const held = why === 'restart' || why === 'needs-you' ? null : why;
      this.#deps.stores.projects.setQueuePause(this.#projectId, held);
    } catch (error) {
      this.#env.report(error);
    }
    this.#env.bus.emit({ type: 'queue', projectId: this.#projectId, queue: this.state });
  }
}

/** Whether the user should look before the next message goes: it may not make sense any more. */
function needsUser(turn: Turn): boolean {
  return isTurnOver(turn.state) && (turn.state !== 'done' || asksSomething(turn.parts));
}

import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { withNotes } from '../../shared/domain/file-notes.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import { done, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { TurnStore } from '../storage/stores.ts';
import type { Journal } from './journal.ts';
import type { FileRoom, MessageFiles } from './message-files.ts';
import type { Spending } from './spending.ts';
import type { TurnQueues } from './turn-queue.ts';

/** What the user does about messages that wait. */
export type QueuedMessages = {
  readonly edit: (turnId: string, text: string) => Result<null, Failure>;
  readonly remove: (turnId: string) => Result<null, Failure>;
  /** Takes all waiting messages out; their files go back to the composer. */
  readonly removeQueued: (projectId: string) => void;
  /** Puts a waiting message before another one, or last. */
  readonly moveBefore: (turnId: string, before: string | null) => Result<null, Failure>;
  /** Goes on with what waits; `anyway`: its first message may exceed the daily limit. */
  readonly resumeQueue: (projectId: string, anyway?: boolean) => void;
  /** Lets a waiting turn go before what else waits in a paused queue; not where the user stopped it, or the daily limit. */
  readonly release: (turnId: string) => void;
  /** Why a waiting turn was not sent when its time came: the daily limit; else null. */
  readonly limitFailure: (turnId: string) => Failure | null;
};

type QueuedMessagesDeps = {
  readonly store: Pick<TurnStore, 'queued'>;
  readonly journal: Journal;
  readonly queues: TurnQueues;
  readonly files: MessageFiles;
  readonly uploads: Pick<FileRoom, 'ofTurn'>;
  readonly spending: Spending;
  readonly projects: { readonly get: (projectId: string) => unknown };
};

export function createQueuedMessages(env: Pick<Env, 'bus' | 'locale'>, deps: QueuedMessagesDeps): QueuedMessages {
  const { store, journal, queues, files, uploads, spending, projects } = deps;

  const waiting = (turnId: string): Turn | null => {
    const turn = journal.get(turnId);
    return turn?.state === 'queued' ? turn : null;
  };

  /** Takes out a waiting turn, also while its sending is being prepared. */
  const takeOut = (turn: Turn): void => {
    const { id, projectId } = turn;
    files.takeBack(turn);
    journal.forget(id);
    queues.of(projectId).drop(id);
    env.bus.emit({ type: 'turn-removed', projectId, turnId: id });
  };

  return {
    edit: (turnId, text) => {
      const turn = waiting(turnId);
      if (!turn) return notFound;
      journal.patch(turnId, { prompt: withNotes(text, uploads.ofTurn(turn), env.locale()) }, 'durable');
      return done;
    },
    remove: (turnId) => {
      const turn = waiting(turnId);
      if (!turn) return notFound;
      takeOut(turn);
      return done;
    },
    removeQueued: (projectId) => store.queued(projectId).forEach(takeOut),
    moveBefore: (turnId, before) => {
      const turn = waiting(turnId);
      if (!turn) return notFound;
      const others = store.queued(turn.projectId).flatMap(({ id }) => (id === turnId ? [] : [id]));
      const at = before === null ? others.length : others.indexOf(before);
      if (at < 0) return notFound;
      queues.of(turn.projectId).reorder(others.toSpliced(at, 0, turnId));
      return done;
    },
    resumeQueue: (projectId, anyway = false) => {
      const [first] = anyway ? store.queued(projectId) : [];
      if (first) spending.allow(first.id);
      queues.of(projectId).resume();
    },
    release: (turnId) => {
      const turn = waiting(turnId);
      if (!turn || !projects.get(turn.projectId)) return;
      const { paused, why } = queues.of(turn.projectId).state;
      if (paused && (why === undefined || why === 'restart')) queues.of(turn.projectId).enter(turnId);
    },
    limitFailure: (turnId) => {
      const turn = waiting(turnId);
      return turn && queues.of(turn.projectId).state.why === 'over-limit' ? spending.limitFailure(turn) : null;
    },
  };
}

import { randomUUID } from 'node:crypto';
import type { Locale, Queue } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { withNotes } from '../../shared/domain/file-notes.ts';
import type { LikelyCost } from '../../shared/domain/message-cost.ts';
import { isTurnOver, type Route, type Turn } from '../../shared/domain/turn.ts';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Clock } from '../clock.ts';
import { storageFailure } from '../storage/sqlite.ts';
import type { TurnPage, TurnStore } from '../storage/stores.ts';
import type { LocalCommands } from './local-commands.ts';
import { routeOf } from './intents.ts';
import type { Journal } from './journal.ts';
import { createTurnQueues, type TurnQueuesParts } from './turn-queue.ts';
import { createMessageFiles, type FileRoom } from './message-files.ts';
import { createReplies, type Replies } from './replies.ts';
import type { Runner, WorkEnd } from './runner.ts';
import type { Spending } from './spending.ts';

export type Message = {
  readonly projectId: string;
  readonly text: string;
  readonly uploadIds: readonly string[];
  /** The user was told that this could exceed the daily limit. */
  readonly anyway: boolean;
  /** The words come from a button or a batch; else from the composer, with all files that wait there. */
  readonly beside?: boolean;
  /** Whatever it says, it is for the agent. */
  readonly toAgent?: boolean;
  /** The id of the turn it becomes, where that was written down before; a turn that is there already is not made again. */
  readonly turnId?: string;
};

/** All projects' conversations. What a function answers with null went well. */
export type Conversation = Replies & {
  readonly page: (projectId: string, range: Parameters<TurnStore['page']>[1]) => TurnPage;
  readonly queue: (projectId: string) => Queue;
  readonly likelyCost: () => LikelyCost;
  /** Projects whose agent is at work. */
  readonly working: () => readonly string[];
  readonly settling: (projectId: string) => boolean;
  /** Takes the message in at once; what comes of it arrives as events. `over-ceiling`, `files-missing`: it was not taken. */
  readonly send: (message: Message) => Failure | null;
  readonly turn: (turnId: string) => Turn | null;
  /** Lets a waiting turn go before what else waits in a paused line; not where the user stopped it, or the daily limit. */
  readonly release: (turnId: string) => void;
  /** Why a waiting turn was not sent when its time came: the daily limit; else null. */
  readonly heldBack: (turnId: string) => Failure | null;
  /** Ends a running turn's reading, and holds what waits behind it; or takes a waiting one back. */
  readonly stop: (turnId: string) => Failure | null;
  /**
   * Sends the message of a turn that is over once more with its files, as a new turn; `anyway` as with `send`. `without`: the user was
   * told that files of it are gone.
   */
  readonly retry: (turnId: string, anyway: boolean, without?: boolean) => Failure | null;
  /** Breaks an upload off, or takes a file out of the composer or of a waiting message. */
  readonly removeFile: (uploadId: string) => Failure | null;
  readonly edit: (turnId: string, text: string) => Failure | null;
  readonly remove: (turnId: string) => Failure | null;
  /** Puts a waiting message before another one, or last. */
  readonly moveBefore: (turnId: string, before: string | null) => Failure | null;
  /** Goes on with what waits; `anyway`: its first message may exceed the daily limit. */
  readonly resumeQueue: (projectId: string, anyway?: boolean) => void;
  /** Takes all waiting messages out; their files go back to the composer. */
  readonly removeQueued: (projectId: string) => void;
  /** A deleted project is there again: what waits in it goes on. */
  readonly wake: (projectId: string) => void;
  /** At start: goes on with what was under way; what had not gone out waits for the user. */
  readonly resume: () => void;
  readonly running: () => boolean;
  /** What is under way stays in the journal as it is; resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
};

export type ConversationParts = {
  readonly journal: Journal;
  readonly store: Pick<TurnStore, 'unfinished' | 'queued' | 'reorder'>;
  readonly runner: Runner;
  readonly spending: Spending;
  readonly held: TurnQueuesParts['held'];
  readonly localCommands: LocalCommands;
  readonly uploads: FileRoom;
  readonly touch: (projectId: string, message: string) => void;
  /** Whether the project exists and is not deleted. */
  readonly isThere: (projectId: string) => boolean;
  /** A turn to the agent is over. */
  readonly onEnded: (turn: Turn) => void;
  readonly emit: (event: AppEvent) => void;
  readonly language: () => Locale;
  /** Gets what should never happen (a journal that cannot be written). */
  readonly report: (error: unknown) => void;
  readonly clock: Clock;
};

const notFound: Failure = { code: 'not-found' };

export function createConversation(parts: ConversationParts): Conversation {
  const { journal, store, runner, spending, localCommands, uploads, touch, onEnded, emit, report, clock } = parts;

  const files = createMessageFiles({
    room: uploads,
    journal,
    language: parts.language,
    isThere: parts.isThere,
    fail: (turnId, failure) => fail(turnId, failure),
  });

  const run = (turnId: string, stop: AbortController): Promise<WorkEnd> =>
    files.goWith(turnId, stop.signal, () => runner.run(turnId, stop));

  const reorder = (projectId: string, ids: readonly string[]): void => {
    store.reorder(projectId, ids);
    emit({ type: 'turn-order', projectId, queued: store.queued(projectId).map(({ id }) => id) });
  };

  const queues = createTurnQueues({
    journal,
    queued: store.queued,
    isThere: parts.isThere,
    reorder,
    run,
    takeUp: runner.resume,
    held: parts.held,
    emit,
    report,
    onFault: (turnId, error) => fault(turnId, error),
    onEnded: (turn) => {
      // The line goes on, whatever becomes of those who hear of it.
      try {
        emit({ type: 'likely-cost', likelyCost: spending.likelyCost() });
        onEnded(turn);
      } catch (error) {
        report(error);
      }
    },
  });

  const isWaiting = (turnId: string): boolean => journal.get(turnId)?.state === 'queued';

  const fail = (turnId: string, failure: Failure): void => {
    journal.move(turnId, 'failed', { failure, activity: null, endedAt: clock.now() });
  };

  /** What should never happen, or cannot be written: the turn ends with it, be it in memory only. */
  const fault = (turnId: string, error: unknown): void => {
    report(error);
    const state = journal.get(turnId)?.state;
    try {
      if (state === 'sending' || state === 'streaming') journal.move(turnId, 'ended');
      if (state && !isTurnOver(state)) fail(turnId, storageFailure(error) ?? { code: 'internal' });
    } catch (again) {
      report(again);
    }
  };

  const send = (
    { projectId, text, uploadIds, anyway, beside = false, toAgent = false, turnId = randomUUID() }: Message,
    attach: FileRoom['attach'] | FileRoom['attachAgain'] = uploads.attach,
  ): Failure | null => {
    if (journal.get(turnId)) return null;
    const chosen = files.choose({ projectId, turnId, uploadIds, beside });
    if (!chosen.ok) return chosen.error;
    const own = chosen.value;
    const route: Route = toAgent || own.length > 0 ? 'agent' : routeOf(text);
    const [ids, attachments] = [own.map(({ id }) => id), own.map(({ name }) => name)];
    const refusal = route === 'agent' && !anyway ? spending.refusal({ projectId, prompt: text, attachments }) : null;
    if (refusal) return refusal;
    if (anyway) spending.allow(turnId);
    const turn = journal.open({
      id: turnId,
      projectId,
      route,
      prompt: withNotes(text, own, parts.language()),
      attachments,
      state: route === 'agent' ? 'queued' : 'settling',
      parts: [],
      failure: null,
      activity: route === 'agent' ? null : 'looking',
      receipt: null,
      stillWorkingMs: null,
      startedAt: clock.now(),
      endedAt: null,
    });
    try {
      attach(ids, turn.id);
      touch(projectId, text);
    } catch (error) {
      // A message never goes without its files.
      fault(turn.id, error);
      return null;
    }
    if (route === 'agent') queues.enter(turn);
    else void runLocalCommand(turn, route).catch((error: unknown) => fault(turn.id, error));
    return null;
  };

  /** A command of the app does not wait for the agent. */
  const runLocalCommand = async (turn: Turn, route: Exclude<Route, 'agent'>): Promise<void> => {
    const done = await localCommands[route](turn.projectId, turn.prompt);
    if (!done.ok) return fail(turn.id, done.error);
    journal.move(turn.id, 'settled', { parts: done.value, activity: null, endedAt: clock.now() });
  };

  /** Takes out a waiting turn, also while its sending is being prepared. */
  const takeOut = (turn: Turn): void => {
    const { id, projectId } = turn;
    files.takeBack(turn);
    journal.forget(id);
    queues.drop(projectId, id);
    emit({ type: 'turn-removed', projectId, turnId: id });
  };

  const takeUp = (turn: Turn): void => {
    if (turn.state === 'queued') queues.pause(turn.projectId);
    else if (turn.route === 'agent') queues.takeUp(turn);
    else fail(turn.id, { code: 'cancelled' });
  };

  const replies = createReplies({
    journal,
    send: (message) => send({ ...message, uploadIds: [], beside: true, toAgent: true }),
    language: parts.language,
  });

  return {
    ...replies,
    page: journal.page,
    queue: queues.queue,
    likelyCost: spending.likelyCost,
    working: queues.working,
    settling: queues.settling,
    send,
    turn: journal.get,
    release: (turnId) => {
      const turn = journal.get(turnId);
      if (turn?.state !== 'queued' || !parts.isThere(turn.projectId)) return;
      const { paused, why } = queues.queue(turn.projectId);
      if (paused && (why === undefined || why === 'restart')) queues.enter(turn);
    },
    heldBack: (turnId) => {
      const turn = journal.get(turnId);
      if (turn?.state !== 'queued' || queues.queue(turn.projectId).why !== 'over-limit') return null;
      return spending.heldBack(turn);
    },
    stop: (turnId) => {
      const waiting = isWaiting(turnId);
      if (waiting) fail(turnId, { code: 'not-sent' });
      return queues.stop(turnId) || waiting ? null : notFound;
    },
    retry: (turnId, anyway, without = false) => {
      const turn = journal.get(turnId);
      if (!turn || !isTurnOver(turn.state)) return notFound;
      const again = files.again(turn, without);
      if (!again.ok) return again.error;
      const { inComposer, ...words } = again.value;
      const message = { projectId: turn.projectId, ...words, anyway, beside: !inComposer };
      return inComposer ? send(message) : send(message, uploads.attachAgain);
    },
    removeFile: files.remove,
    edit: (turnId, text) => {
      const turn = journal.get(turnId);
      if (!turn || !isWaiting(turnId)) return notFound;
      journal.change(turnId, { prompt: withNotes(text, uploads.ofTurn(turn), parts.language()) }, 'durable');
      return null;
    },
    remove: (turnId) => {
      const turn = journal.get(turnId);
      if (!turn || !isWaiting(turnId)) return notFound;
      takeOut(turn);
      return null;
    },
    removeQueued: (projectId) => store.queued(projectId).forEach(takeOut),
    moveBefore: (turnId, before) => {
      const turn = journal.get(turnId);
      if (!turn || !isWaiting(turnId)) return notFound;
      const others = store.queued(turn.projectId).flatMap(({ id }) => (id === turnId ? [] : [id]));
      const at = before === null ? others.length : others.indexOf(before);
      if (at < 0) return notFound;
      reorder(turn.projectId, others.toSpliced(at, 0, turnId));
      return null;
    },
    resumeQueue: (projectId, anyway = false) => {
      const [first] = anyway ? store.queued(projectId) : [];
      if (first) spending.allow(first.id);
      queues.resume(projectId);
    },
    wake: queues.wake,
    resume: () => store.unfinished().forEach(takeUp),
    running: () => queues.working().length > 0,
    close: queues.close,
  };
}

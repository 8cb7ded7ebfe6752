import { randomUUID } from 'node:crypto';
import type { LikelyCost, Locale, Queue } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { type NotedFile, withNotes, withoutNotes } from '../../shared/domain/file-notes.ts';
import { isTurnOver, type Route, type Turn } from '../../shared/domain/turn.ts';
import type { AppEvent } from '../../shared/ipc/events.ts';
import type { Clock } from '../clock.ts';
import type { TurnPage, TurnStore } from '../state/stores.ts';
import type { Deeds } from './deeds.ts';
import { routeOf } from './intents.ts';
import type { Journal } from './journal.ts';
import { likelyCostFrom } from './likely-cost.ts';
import { createLines } from './lines.ts';
import { removalMessage } from './removal.ts';
import type { Runner } from './runner.ts';

export type Message = {
  readonly projectId: string;
  readonly text: string;
  readonly uploadIds: readonly string[];
  /** The user was told that this passes the daily ceiling. */
  readonly anyway: boolean;
  /** The id of the turn it becomes, where that was written down before; a turn that is there already is not made again. */
  readonly turnId?: string;
};

/** About a change that came by itself: its position in a part of a turn. */
export type Decision = {
  readonly turnId: string;
  readonly part: number;
  readonly change: number;
  readonly keep: boolean;
  readonly anyway: boolean;
};

/** All projects' conversations. What a function answers with null went well. */
export type Conversation = {
  readonly page: (projectId: string, range: Parameters<TurnStore['page']>[1]) => TurnPage;
  readonly queue: (projectId: string) => Queue;
  readonly likelyCost: (projectId: string) => LikelyCost;
  /** Projects whose agent is at work. */
  readonly working: () => readonly string[];
  /** Takes the message in at once; what comes of it arrives as events. `over-ceiling`: it was not taken. */
  readonly send: (message: Message) => Failure | null;
  readonly turn: (turnId: string) => Turn | null;
  /** Lets a waiting turn go although its line is paused: it comes before what else waits there. */
  readonly release: (turnId: string) => void;
  /** Ends a running turn's reading, or takes a waiting one back. */
  readonly stop: (turnId: string) => Failure | null;
  /** Sends the message of a turn that is over once more, as a new turn; `anyway` as with `send`. */
  readonly retry: (turnId: string, anyway: boolean) => Failure | null;
  /** Takes a change out of those that wait for a decision. Removing it is a message of its own; `anyway` as with `send`. */
  readonly decide: (decision: Decision) => Failure | null;
  readonly edit: (turnId: string, text: string) => Failure | null;
  readonly remove: (turnId: string) => Failure | null;
  /** Puts a waiting message before another one, or last. */
  readonly moveBefore: (turnId: string, before: string | null) => Failure | null;
  readonly resumeQueue: (projectId: string) => void;
  /** At start: goes on with what was under way; what had not gone out waits for the user. */
  readonly resume: () => void;
  readonly running: () => boolean;
  /** What is under way stays in the journal as it is; resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
};

export type ConversationParts = {
  readonly journal: Journal;
  readonly store: Pick<TurnStore, 'unfinished' | 'queued' | 'reorder' | 'recentCosts' | 'spentSince'>;
  readonly runner: Runner;
  readonly deeds: Deeds;
  readonly uploads: {
    readonly noted: (ids: readonly string[]) => readonly NotedFile[];
    /** Null: they go back to the composer. */
    readonly attach: (ids: readonly string[], turnId: string | null) => void;
    /** The files that go with a turn. */
    readonly ofTurn: (projectId: string, turnId: string) => readonly string[];
    /** Files in the composer that did not fail. */
    readonly usable: (projectId: string) => readonly string[];
    readonly settled: (ids: readonly string[]) => Promise<'uploaded' | 'failed'>;
  };
  readonly touch: (projectId: string, message: string) => void;
  /** Whether the project exists and is not deleted. */
  readonly isThere: (projectId: string) => boolean;
  /** A turn to the agent is over. */
  readonly onEnded: (turn: Turn) => void;
  readonly emit: (event: AppEvent) => void;
  readonly language: () => Locale;
  /** Most credits that the user wants to spend in a day; null for no ceiling. */
  readonly dailyCeiling: () => number | null;
  /** Gets what should never happen (a journal that cannot be written). */
  readonly report: (error: unknown) => void;
  readonly clock: Clock;
};

/** How many past turns tell what a message is likely to cost. */
const costMemory = 50;
const notFound: Failure = { code: 'not-found' };

export function createConversation(parts: ConversationParts): Conversation {
  const { journal, store, runner, deeds, uploads, touch, onEnded, emit, report, clock } = parts;

  const likelyCost = (): LikelyCost => likelyCostFrom(store.recentCosts(costMemory));

  /** Turns whose line has come to them, and that wait for their files. */
  const atFiles = new Set<string>();

  const run = async (turnId: string, stop: AbortController): Promise<void> => {
    const projectId = journal.get(turnId)?.projectId ?? '';
    atFiles.add(turnId);
    const files = await Promise.race([uploads.settled(uploads.ofTurn(projectId, turnId)), aborted(stop.signal)]);
    atFiles.delete(turnId);
    if (files === 'uploaded') return runner.run(turnId, stop);
    if (files !== 'failed' || !isWaiting(turnId)) return;
    // The files go back to the composer: what failed has its own retry there, and "Send again" takes the others along.
    uploads.attach(uploads.ofTurn(projectId, turnId), null);
    fail(turnId, { code: 'upload-failed' });
  };

  const lines = createLines({
    journal,
    // A deleted project sends nothing more, also while it can still be brought back.
    queued: (projectId) => (parts.isThere(projectId) ? store.queued(projectId) : []),
    run,
    takeUp: runner.resume,
    emit,
    onFault: (turnId, error) => {
      report(error);
      const state = journal.get(turnId)?.state;
      try {
        if (state === 'sending' || state === 'streaming') journal.move(turnId, 'ended');
        if (state && !isTurnOver(state)) fail(turnId, { code: 'internal' });
      } catch (again) {
        report(again);
      }
    },
    onEnded: (turn) => {
      emit({ type: 'likely-cost', projectId: turn.projectId, likelyCost: likelyCost() });
      onEnded(turn);
    },
  });

  const isWaiting = (turnId: string): boolean => journal.get(turnId)?.state === 'queued';

  const fail = (turnId: string, failure: Failure): void => {
    journal.move(turnId, 'failed', { failure, activity: null, endedAt: clock.now() });
  };

  const overCeiling = (): Failure | null => {
    const ceiling = parts.dailyCeiling();
    if (ceiling === null) return null;
    const spent = store.spentSince(startOfDay(clock.now()));
    return spent + likelyCost().edit > ceiling ? { code: 'over-ceiling', params: { ceiling, spent } } : null;
  };

  const send = ({ projectId, text, uploadIds, anyway, turnId = randomUUID() }: Message): Failure | null => {
    if (journal.get(turnId)) return null;
    const route: Route = uploadIds.length > 0 ? 'agent' : routeOf(text);
    const refusal = route === 'agent' && !anyway ? overCeiling() : null;
    if (refusal) return refusal;
    const files = uploads.noted(uploadIds);
    const turn = journal.open({
      id: turnId,
      projectId,
      route,
      prompt: withNotes(text, files, parts.language()),
      attachments: files.map(({ name }) => name),
      state: route === 'agent' ? 'queued' : 'settling',
      parts: [],
      failure: null,
      activity: route === 'agent' ? null : 'looking',
      receipt: null,
      stillWorkingMs: null,
      startedAt: clock.now(),
      endedAt: null,
    });
    uploads.attach(uploadIds, turn.id);
    touch(projectId, text);
    if (route === 'agent') lines.enter(turn);
    else void runDeed(turn, route).catch(report);
    return null;
  };

  /** A deed of the app does not wait for the agent. */
  const runDeed = async (turn: Turn, route: Exclude<Route, 'agent'>): Promise<void> => {
    const done = await deeds[route](turn.projectId, turn.prompt);
    if (!done.ok) return fail(turn.id, done.error);
    journal.move(turn.id, 'settled', { parts: done.value, activity: null, endedAt: clock.now() });
  };

  const takeUp = (turn: Turn): void => {
    if (turn.state === 'queued') lines.pause(turn.projectId);
    else if (turn.route === 'agent') lines.takeUp(turn);
    else fail(turn.id, { code: 'cancelled' });
  };

  return {
    page: journal.page,
    queue: lines.queue,
    likelyCost,
    working: lines.working,
    send,
    turn: journal.get,
    release: (turnId) => {
      const turn = journal.get(turnId);
      if (turn?.state === 'queued' && lines.queue(turn.projectId).paused && parts.isThere(turn.projectId))
        lines.enter(turn);
    },
    stop: (turnId) => {
      const waiting = isWaiting(turnId);
      if (waiting) fail(turnId, { code: 'not-sent' });
      return lines.stop(turnId) || waiting ? null : notFound;
    },
    retry: (turnId, anyway) => {
      const turn = journal.get(turnId);
      if (!turn || !isTurnOver(turn.state)) return notFound;
      const { projectId, prompt, failure } = turn;
      const uploadIds = failure?.code === 'upload-failed' ? uploads.usable(projectId) : [];
      // The files that go along bring their notes with them.
      const text = uploadIds.length > 0 ? withoutNotes(prompt, turn.attachments) : prompt;
      return send({ projectId, text, uploadIds, anyway });
    },
    decide: ({ turnId, part, change, keep, anyway }) => {
      const turn = journal.get(turnId);
      const changes = turn?.parts[part];
      if (changes?.kind !== 'changes' || !changes.undecided?.includes(change)) return notFound;
      const undone = changes.changes[change];
      const removal = turn && undone && !keep ? removalMessage(undone, parts.language()) : null;
      const refusal =
        turn && removal ? send({ projectId: turn.projectId, text: removal, uploadIds: [], anyway }) : null;
      if (refusal) return refusal;
      const undecided = changes.undecided.filter((index) => index !== change);
      journal.change(turnId, { parts: (turn?.parts ?? []).with(part, { ...changes, undecided }) }, 'durable');
      return null;
    },
    edit: (turnId, text) => {
      const turn = journal.get(turnId);
      if (!turn || !isWaiting(turnId)) return notFound;
      const files = uploads.noted(uploads.ofTurn(turn.projectId, turnId));
      journal.change(turnId, { prompt: withNotes(text, files, parts.language()) }, 'durable');
      return null;
    },
    remove: (turnId) => {
      const turn = journal.get(turnId);
      if (!turn || !isWaiting(turnId)) return notFound;
      if (!atFiles.has(turnId) && lines.stop(turnId)) return notFound;
      uploads.attach(uploads.ofTurn(turn.projectId, turnId), null);
      journal.forget(turnId);
      lines.stop(turnId);
      emit({ type: 'turn-removed', projectId: turn.projectId, turnId });
      return null;
    },
    moveBefore: (turnId, before) => {
      const turn = journal.get(turnId);
      if (!turn || !isWaiting(turnId)) return notFound;
      const others = store.queued(turn.projectId).flatMap(({ id }) => (id === turnId ? [] : [id]));
      const at = before === null ? others.length : others.indexOf(before);
      if (at < 0) return notFound;
      const order = others.toSpliced(at, 0, turnId);
      store.reorder(turn.projectId, order);
      emit({ type: 'turn-order', projectId: turn.projectId, queued: order });
      return null;
    },
    resumeQueue: lines.resume,
    resume: () => store.unfinished().forEach(takeUp),
    running: () => lines.working().length > 0,
    close: lines.close,
  };
}

/** Midnight of this computer's calendar; epoch ms. */
function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}

function aborted(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    const tell = (): void => resolve('aborted');
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true });
  });
}

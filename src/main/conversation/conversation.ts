import { randomUUID } from 'node:crypto';
import type { Failure } from '../../shared/domain/failure.ts';
import { isTurnOver, type Route, type Turn } from '../../shared/domain/turn.ts';
import type { Clock } from '../clock.ts';
import type { Deeds } from './deeds.ts';
import { routeOf } from './intents.ts';
import type { Journal } from './journal.ts';
import { appCloses, type Runner } from './runner.ts';

export type Message = {
  readonly projectId: string;
  readonly text: string;
  readonly uploadIds: readonly string[];
};

/** All projects' conversations. In each the turns run one after another; projects do not wait for each other. */
export type Conversation = {
  readonly list: (projectId: string) => readonly Turn[];
  /** Takes the message in at once; what comes of it arrives as events. */
  readonly send: (message: Message) => void;
  /** Ends a running turn's reading, or takes a waiting one back. Null where there was nothing to stop. */
  readonly stop: (turnId: string) => Failure | null;
  /** Sends the message of a turn that failed, or whose fate is unknown, once more as a new turn. */
  readonly retry: (turnId: string) => Failure | null;
  /** At start: goes on with what was under way. A message that had not gone out is not sent any more. */
  readonly resume: () => void;
  readonly running: () => boolean;
  /** What is under way stays in the journal as it is; resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
};

export type ConversationParts = {
  readonly journal: Journal;
  readonly unfinished: () => readonly Turn[];
  readonly runner: Runner;
  readonly deeds: Deeds;
  readonly uploads: {
    readonly names: (ids: readonly string[]) => readonly string[];
    readonly attach: (ids: readonly string[], turnId: string) => void;
    readonly settled: (ids: readonly string[]) => Promise<'uploaded' | 'failed'>;
  };
  readonly touch: (projectId: string, message: string) => void;
  readonly clock: Clock;
};

export function createConversation(parts: ConversationParts): Conversation {
  const { journal, unfinished, runner, deeds, uploads, touch, clock } = parts;
  /** The last promise of each project's line of turns. */
  const lines = new Map<string, Promise<void>>();
  const stops = new Map<string, AbortController>();
  let closing = false;

  const enqueue = (turn: Turn, work: (stop: AbortController) => Promise<void>): void => {
    const stop = new AbortController();
    stops.set(turn.id, stop);
    const before = lines.get(turn.projectId) ?? Promise.resolve();
    const mine = before
      .then(() => (closing || isOver(turn.id) ? undefined : work(stop)))
      .finally(() => {
        stops.delete(turn.id);
        if (lines.get(turn.projectId) === mine) lines.delete(turn.projectId);
      });
    lines.set(turn.projectId, mine);
  };

  const isOver = (turnId: string): boolean => isTurnOver(journal.get(turnId)?.state ?? 'done');

  const runAgentTurn = async (turnId: string, uploadIds: readonly string[], stop: AbortController): Promise<void> => {
    const files = await Promise.race([uploads.settled(uploadIds), aborted(stop.signal)]);
    if (closing || isOver(turnId)) return;
    if (files === 'failed')
      journal.move(turnId, 'failed', { failure: { code: 'upload-failed' }, endedAt: clock.now() });
    else await runner.run(turnId, stop);
  };

  const send = ({ projectId, text, uploadIds }: Message): void => {
    const route: Route = uploadIds.length > 0 ? 'agent' : routeOf(text);
    const turn = journal.open({
      id: randomUUID(),
      projectId,
      route,
      prompt: text,
      attachments: uploads.names(uploadIds),
      state: route === 'agent' ? 'queued' : 'settling',
      parts: [],
      failure: null,
      activity: route === 'agent' ? null : 'looking',
      cost: null,
      startedAt: clock.now(),
      endedAt: null,
    });
    uploads.attach(uploadIds, turn.id);
    touch(projectId, text);
    if (route === 'agent') enqueue(turn, (stop) => runAgentTurn(turn.id, uploadIds, stop));
    else void runDeed(turn, route);
  };

  /** A deed of the app does not wait for the agent. */
  const runDeed = async (turn: Turn, route: Exclude<Route, 'agent'>): Promise<void> => {
    const done = await deeds[route](turn.projectId);
    const patch = { activity: null, endedAt: clock.now() };
    if (done.ok) journal.move(turn.id, 'settled', { ...patch, parts: done.value });
    else journal.move(turn.id, 'failed', { ...patch, failure: done.error });
  };

  const resumeTurn = (turn: Turn): void => {
    if (turn.state === 'queued')
      journal.move(turn.id, 'failed', { failure: { code: 'not-sent' }, endedAt: clock.now() });
    else if (turn.route === 'agent') enqueue(turn, (stop) => runner.resume(turn.id, stop));
    else journal.move(turn.id, 'failed', { failure: { code: 'cancelled' }, activity: null, endedAt: clock.now() });
  };

  return {
    list: journal.list,
    send,
    stop: (turnId) => {
      const stop = stops.get(turnId);
      if (!stop) return { code: 'not-found' };
      if (journal.get(turnId)?.state === 'queued')
        journal.move(turnId, 'failed', { failure: { code: 'not-sent' }, endedAt: clock.now() });
      stop.abort();
      return null;
    },
    retry: (turnId) => {
      const turn = journal.get(turnId);
      if (!turn || (turn.state !== 'failed' && turn.state !== 'unknown')) return { code: 'not-found' };
      send({ projectId: turn.projectId, text: turn.prompt, uploadIds: [] });
      return null;
    },
    resume: () => unfinished().forEach(resumeTurn),
    running: () => stops.size > 0,
    close: async () => {
      closing = true;
      for (const stop of stops.values()) stop.abort(appCloses);
      await Promise.allSettled(lines.values());
    },
  };
}

function aborted(signal: AbortSignal): Promise<'failed'> {
  return new Promise((resolve) => {
    const tell = (): void => resolve('failed');
    if (signal.aborted) tell();
    else signal.addEventListener('abort', tell, { once: true });
  });
}

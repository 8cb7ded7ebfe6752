import type { Queue } from '../../shared/domain/app-state.ts';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import type { LikelyCost } from '../../shared/domain/message-cost.ts';
import type { ReplyPart, Turn } from '../../shared/domain/turn.ts';
import { done, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { DraftVersions } from '../drafts/draft-versions.ts';
import type { Projects } from '../projects/projects.ts';
import type { Stores, TurnStore } from '../storage/stores.ts';
import { createCreditMeter, type CreditMeter } from './credit-meter.ts';
import { createJournal, type Journal } from './journal.ts';
import { createMessageFiles, type FileRoom, type MessageFiles } from './message-files.ts';
import { createMessages, type Messages } from './messages.ts';
import { createQueuedMessages, type QueuedMessages } from './queued-messages.ts';
import { createRunner, type RunnerDeps } from './runner.ts';
import { createSpending, type SpendingDeps } from './spending.ts';
import { createTurnQueues } from './turn-queue.ts';

/** All projects' conversations: a turn is a message of the user, and all that came of it. */
export type Turns = Messages &
  QueuedMessages &
  Pick<Journal, 'page'> & {
    readonly queue: (projectId: string) => Queue;
    readonly likelyCost: () => LikelyCost;
    /** How long a generation took lately, in ms; null where there was none. */
    readonly usualGeneration: () => number | null;
    /** A balance was read; null: it is another account's from now on. */
    readonly balanceSeen: CreditMeter['see'];
    /** What became of the credits of all messages, newest first. */
    readonly creditHistory: TurnStore['creditHistory'];
    /** Projects whose agent is at work. */
    readonly working: () => readonly string[];
    /** Whether the answer of the turn that runs there has ended, and only what came of it is still looked for. */
    readonly isSettling: (projectId: string) => boolean;
    /** Whether the agent works on an answer there. */
    readonly isRunning: (projectId: string) => boolean;
    readonly turn: (turnId: string) => Turn | null;
    /** Ends a running turn's reading, and holds what waits behind it; or takes a waiting one back. */
    readonly stop: (turnId: string) => Result<null, Failure>;
    /** Breaks an upload off, or takes a file out of the composer or of a waiting message. */
    readonly removeFile: MessageFiles['remove'];
    /** Ends a turn that was no message to the agent with what the app answers to it. */
    readonly settleLocally: (turnId: string, work: Promise<Result<readonly ReplyPart[], Failure>>) => Promise<void>;
    /** A deleted project is there again: what waits in it goes on. */
    readonly wake: (projectId: string) => void;
    /** At start: goes on with what was under way; what had not gone out waits for the user. */
    readonly resume: () => void;
    readonly running: () => boolean;
    /** What is under way stays in the journal as it is; resolves when nothing is written any more. */
    readonly close: () => Promise<void>;
  };

type TurnsDeps = Omit<RunnerDeps, 'journal' | 'spending' | 'draftVersions' | 'creditMeter'> & {
  readonly stores: Pick<Stores, 'turns' | 'projects' | 'uploads'>;
  readonly projects: Pick<Projects, 'get' | 'touch'>;
  readonly draftVersions: Pick<DraftVersions, 'since' | 'view'>;
  readonly uploads: FileRoom;
} & Pick<SpendingDeps, 'dailyCeiling' | 'spendRules' | 'batchMessages'>;

export function openTurns(env: Env, outer: TurnsDeps): Turns {
  const { stores, draftVersions } = outer;
  const journal = createJournal(env, stores.turns);
  const spending = createSpending(env, {
    store: stores.turns,
    hasMaterial: (id) => draftVersions.view(id).timeline !== null || stores.uploads.list(id).length > 0,
    hasClip: (id) => draftVersions.view(id).timeline?.tracks.some(({ kind }) => kind === 'video') ?? false,
    ...outer,
  });
  const creditMeter = createCreditMeter(env, {
    journal,
    balanceWatch: outer.balanceWatch,
    onReceipt: () => env.bus.emit({ type: 'likely-cost', likelyCost: spending.likelyCost() }),
    // A stopped agent goes on: what it made is on the timeline without another message.
    onSettled: (projectId) => void outer.reader.readReportingLoss(projectId, null),
  });
  const deps = { ...outer, store: stores.turns, journal, spending, creditMeter };
  const files = createMessageFiles(env, deps);
  const runner = createRunner(env, deps);
  const queues = createTurnQueues(env, {
    ...deps,
    run: (turnId, stop) => files.goWith(turnId, stop.signal, () => runner.run(turnId, stop)),
    resume: runner.resume,
  });

  const goOn = ({ id, projectId, state, route }: Turn): void => {
    if (state === 'queued') queues.of(projectId).pause();
    else if (route === 'agent') queues.of(projectId).takeUp(id);
    else journal.fail(id, { code: 'cancelled' });
  };

  return {
    ...createMessages(env, { ...deps, files, queues }),
    ...createQueuedMessages(env, { ...deps, files, queues }),
    page: journal.page,
    turn: journal.get,
    removeFile: files.remove,
    likelyCost: spending.likelyCost,
    usualGeneration: spending.usualGeneration,
    balanceSeen: creditMeter.see,
    creditHistory: stores.turns.creditHistory,
    queue: (projectId) => queues.of(projectId).state,
    working: queues.working,
    isRunning: (projectId) => queues.of(projectId).running !== null,
    isSettling: (projectId) => journal.get(queues.of(projectId).running ?? '')?.state === 'settling',
    stop: (turnId) => {
      const isWaiting = journal.get(turnId)?.state === 'queued';
      if (isWaiting) journal.fail(turnId, { code: 'not-sent' });
      const queue = queues.withRunning(turnId);
      queue?.stop();
      return queue || isWaiting ? done : notFound;
    },
    settleLocally: async (turnId, work) => {
      try {
        const answer = await work;
        if (!answer.ok) return journal.fail(turnId, answer.error);
        journal.transition(turnId, 'settled', { parts: answer.value, activity: null, endedAt: env.clock.now() });
      } catch (error) {
        journal.abandon(turnId, error);
      }
    },
    wake: (projectId) => queues.of(projectId).next(),
    resume: () => stores.turns.unfinished().forEach(goOn),
    running: () => queues.working().length > 0,
    close: () => {
      creditMeter.close();
      return queues.close();
    },
  };
}

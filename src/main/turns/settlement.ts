import type { Failure } from '../../shared/domain/failure.ts';
import { restoredVersion } from '../../shared/domain/restore.ts';
import type { ReplyPart, Turn } from '../../shared/domain/turn.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CloudLink } from '../account/connection.ts';
import type { CloudError } from '../api/errors.ts';
import type { Env } from '../app/env.ts';
import type { DraftVersions, StateReading } from '../drafts/draft-versions.ts';
import type { Restore } from '../drafts/restore.ts';
import type { StateReader } from '../drafts/state-reader.ts';
import type { TurnMeter } from './credit-meter.ts';
import { type Journal, type TurnPatch, withoutRecovering } from './journal.ts';
import { concludingParts, type Ending, noticePart, receiptOf } from './outcome.ts';
import type { Spending } from './spending.ts';
import type { ReadingEnd } from './writer.ts';

/** A turn whose message is out. `meter`: what balances say of it. */
export type Run = {
  readonly turn: Turn;
  readonly stop: AbortController;
  readonly meter: TurnMeter;
};

/** The reason of a stop by which the app quits: everything stays in the journal as it is, for the next start. */
export const appCloses = Symbol('the app closes');

export function isClosing({ stop }: Pick<Run, 'stop'>): boolean {
  return stop.signal.reason === appCloses;
}

/** What of a patch is the same for every turn that is over. */
export function closing(patch: TurnPatch, now: number): TurnPatch {
  return { ...patch, activity: null, stillWorkingMs: null, endedAt: now };
}

/** Pauses that end when the computer has woken up or the service is there again; not begun at all where that was since `mark`. */
type RecoverySleep = {
  readonly pause: (ms: number, mark: number, signal: AbortSignal) => Promise<void>;
  readonly mark: () => number;
};

export type SettlementDeps = {
  readonly journal: Journal;
  readonly spending: Pick<Spending, 'likelyCost'>;
  readonly link: Pick<CloudLink, 'balance'>;
  readonly reader: Pick<StateReader, 'readReportingLoss'>;
  readonly draftVersions: Pick<DraftVersions, 'since'>;
  readonly sleep: RecoverySleep;
  readonly restore: Pick<Restore, 'missing'>;
};

/** Takes a turn whose answer has ended to its end: reads the state, says what came of it, writes the receipt. */
type Settlement = {
  readonly settle: (run: Run, end: ReadingEnd) => Promise<void>;
  /** The same where the answer was lost: asks the state until it tells. */
  readonly recover: (run: Run, end: ReadingEnd) => Promise<void>;
};

export function createSettlement(env: Pick<Env, 'bus' | 'clock' | 'timings'>, deps: SettlementDeps): Settlement {
  const { bus, clock } = env;
  const { journal, spending, link, reader, draftVersions } = deps;

  const said = ({ turn }: Run): readonly ReplyPart[] => withoutRecovering(journal.get(turn.id)?.parts ?? []);

  const announceCost = (): void => bus.emit({ type: 'likely-cost', likelyCost: spending.likelyCost() });

  /** What was said, and of a version that was asked for whether it is back. A stopped agent may go on: that says nothing of the end. */
  const saidAndSeen = async (run: Run, end: ReadingEnd): Promise<readonly ReplyPart[]> => {
    const version = end === 'stopped' ? null : restoredVersion(run.turn.prompt);
    if (version === null) return said(run);
    const missing = await deps.restore.missing(run.turn.projectId, version);
    return missing === null ? said(run) : [...said(run), { kind: 'restore', version, missing }];
  };

  const conclude = async (run: Run, ending: Pick<Ending, 'end' | 'state' | 'recovered'>): Promise<void> => {
    const after = await link.balance();
    if (isClosing(run)) return;
    const parts = concludingParts({ ...ending, said: await saidAndSeen(run, ending.end) });
    // A stopped agent may go on, and bring something yet.
    const changed = ending.end === 'stopped' ? null : ending.state.changed;
    const patch = closing({ parts, receipt: receiptOf(run.meter.seen(), after, { parts, changed }) }, clock.now());
    if (typeof ending.end === 'object') journal.transition(run.turn.id, 'failed', { ...patch, failure: ending.end });
    else journal.transition(run.turn.id, 'settled', patch);
    announceCost();
  };

  const giveUp = async (run: Run, changed: false | null): Promise<void> => {
    const after = await link.balance();
    if (isClosing(run)) return;
    const parts = said(run);
    const failure: Failure = { code: 'interrupted' };
    const receipt = receiptOf(run.meter.seen(), after, { parts, changed });
    journal.transition(run.turn.id, 'gave-up', closing({ parts, receipt, failure }, clock.now()));
    announceCost();
  };

  const recover = async (run: Run, end: ReadingEnd): Promise<void> => {
    const { id, projectId } = run.turn;
    const recovered = await askUntilChanged(env, {
      sleep: deps.sleep,
      signal: run.stop.signal,
      read: () => reader.readReportingLoss(projectId, id),
      onAttempt: (attempt) => {
        const notice = noticePart({ code: 'recovering', attempt, of: unchangedAnswers });
        journal.patch(id, { parts: [...said(run), notice] }, 'shown');
      },
    });
    if (isClosing(run)) return;
    if (!recovered.ok) return giveUp(run, recovered.error === 'unchanged' ? false : null);
    await conclude(run, { end: end === 'broken' ? 'complete' : end, state: recovered.value, recovered: true });
  };

  return {
    recover,
    settle: async (run, end) => {
      const { id, projectId } = run.turn;
      const state = end === 'broken' ? null : await reader.readReportingLoss(projectId, id);
      if (isClosing(run)) return;
      if (state?.ok) await conclude(run, { end, state: state.value, recovered: false });
      else if (end === 'stopped')
        await conclude(run, { end, state: draftVersions.since(projectId, id), recovered: false });
      else await recover(run, end);
    },
  };
}

/** wire contract: "after five unchanged answers say so and offer a retry" */
const unchangedAnswers = 5;

type Questions = {
  readonly sleep: RecoverySleep;
  readonly read: () => Promise<Result<StateReading, CloudError>>;
  /** Comes before each wait; `attempt` counts from 1. */
  readonly onAttempt: (attempt: number) => void;
  readonly signal: AbortSignal;
};

/** `unchanged`: five answers said so. `session-lost`: there is nobody left to ask. `cancelled`: the user stopped, or the app quits. */
type NoAnswer = 'unchanged' | 'session-lost' | 'cancelled';

/**
 * Finds out what became of a message whose answer was lost, by reading the state and never by sending it again (wire contract:
 * "Recovery after a lost stream"). Unanswered reads do not count: the network may be down for long.
 */
async function askUntilChanged(
  { timings }: Pick<Env, 'timings'>,
  { sleep, read, onAttempt, signal }: Questions,
): Promise<Result<StateReading, NoAnswer>> {
  let unchanged = 0;
  let pause = timings.recoveryFirstMs;
  let mark = sleep.mark();
  while (unchanged < unchangedAnswers) {
    onAttempt(unchanged + 1);
    await sleep.pause(pause, mark, signal);
    if (signal.aborted) return err('cancelled');
    pause = timings.recoveryEveryMs;
    mark = sleep.mark();
    const state = await read();
    if (state.ok && state.value.changed) return ok(state.value);
    if (state.ok) unchanged += 1;
    else if (state.error.kind === 'session-lost') return err('session-lost');
  }
  return err('unchanged');
}

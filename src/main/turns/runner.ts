import type { Failure } from '../../shared/domain/failure.ts';
import type { Credits, ReplyPart, Turn } from '../../shared/domain/turn.ts';
import type { Result } from '../../shared/result.ts';
import { type CloudError, mayHaveArrived } from '../api/errors.ts';
import type { AgentEvents } from '../api/stream/agent-event.ts';
import type { Clock } from '../clock.ts';
import type { StateReading } from '../drafts/draft-versions.ts';
import type { Session } from '../storage/stores.ts';
import type { Timings } from '../timings.ts';
import type { BalanceWatch } from './balance-watch.ts';
import { type Journal, type TurnPatch, withoutRecovering } from './journal.ts';
import { concludingParts, type Ending, isNewClip, noticePart, receiptOf } from './outcome.ts';
import { readAnswer } from './stream-watchdog.ts';
import { recover, unchangedAnswers, type RecoveryAlarm } from './recovery.ts';
import type { Sessions } from '../projects/sessions.ts';
import { createWriter, type ReadingEnd } from './writer.ts';

export type RunnerParts = {
  readonly journal: Journal;
  readonly sessions: Sessions;
  /** Whether this is still the project's session, with all files of the turn in it. */
  readonly isReady: (turn: Turn, session: Session) => boolean;
  readonly post: (session: Session, text: string, signal: AbortSignal) => Promise<Result<AgentEvents, CloudError>>;
  /** Notes what the turn begins with, before its message goes out. */
  readonly begin: (turnId: string, session: Session, signal: AbortSignal) => Promise<void>;
  /** What the cut is now, against what the turn began with. */
  readonly readState: (projectId: string, turnId: string) => Promise<Result<StateReading, CloudError>>;
  /** The same as far as it is known here. */
  readonly known: (turn: Turn) => StateReading;
  /** The balance now; null where it cannot be read. */
  readonly credits: () => Promise<Credits | null>;
  readonly balance: BalanceWatch;
  /** Whether the turn may be sent now, as to what it may cost; asked right before its message is posted. */
  readonly mayGo: (turn: Turn) => boolean;
  readonly describe: (error: CloudError) => Failure;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly sleep: RecoveryAlarm;
};

/** How the work on a turn ended; `over-limit`: it was not sent, and waits again. */
export type WorkEnd = 'over' | 'over-limit';

/** The reason of a stop by which the app quits: everything stays in the journal as it is, for the next start. */
export const appCloses = Symbol('the app closes');

export type Runner = {
  /**
   * Takes a queued turn to its end, or leaves it queued where it may not go. Posts its message at most once; never rejects.
   * `session-gone`: it was not sent, since its session was lost meanwhile, with its files.
   */
  readonly run: (turnId: string, stop: AbortController) => Promise<WorkEnd | 'session-gone'>;
  /** Goes on with a turn that was under way when the app ended: asks the state, never posts. */
  readonly resume: (turnId: string, stop: AbortController) => Promise<WorkEnd>;
};

type Run = {
  readonly turn: Turn;
  readonly stop: AbortController;
  readonly before: Credits | null;
};

type Sending = {
  readonly turn: Turn;
  readonly session: Session;
  readonly before: Credits | null;
  readonly stop: AbortController;
};

export function createRunner(parts: RunnerParts): Runner {
  const { journal, sessions, isReady, post, begin, readState, known, credits, describe, clock, timings, sleep } = parts;

  const said = (turnId: string): readonly ReplyPart[] => withoutRecovering(journal.get(turnId)?.parts ?? []);

  const closing = (patch: TurnPatch): TurnPatch => ({
    ...patch,
    activity: null,
    stillWorkingMs: null,
    endedAt: clock.now(),
  });

  const run: Runner['run'] = async (turnId, stop) => {
    const session = await unlessAborted(sessions.ensure(journal.get(turnId)?.projectId ?? ''), stop.signal);
    // What was stopped or taken out before its post leaves the line at once: nobody waits for the answer any more.
    if (session === null || stop.signal.aborted) return 'over';
    if (!session.ok) {
      journal.move(turnId, 'failed', closing({ failure: describe(session.error) }));
      return 'over';
    }
    const begun = Promise.all([credits(), begin(turnId, session.value, stop.signal)]);
    const [before = null] = (await unlessAborted(begun, stop.signal)) ?? [];
    const turn = journal.get(turnId);
    if (stop.signal.aborted || !turn) return 'over';
    if (!isReady(turn, session.value)) return 'session-gone';
    if (!parts.mayGo(turn)) return 'over-limit';
    const stopWatching = parts.balance.begin();
    await send({ turn, session: session.value, before, stop }).finally(stopWatching);
    return 'over';
  };

  const send = async ({ turn, session, before, stop }: Sending): Promise<void> => {
    const turnId = turn.id;
    const notices = session.afresh === true ? [noticePart({ code: 'fresh-session' })] : [];
    // Written down before it is posted: after a crash this state says that the message may have arrived.
    journal.move(turnId, 'send', { activity: 'working', startedAt: clock.now(), parts: notices });
    sessions.told(turn.projectId);
    const reading = new AbortController();
    let peek = Promise.resolve();
    const writer = createWriter({
      turnId,
      journal,
      onGenerated: () => {
        peek = peek.then(() => showRawClip(turn, stop));
      },
    });
    const posted = post(session, turn.prompt, AbortSignal.any([stop.signal, reading.signal]));
    const read = await readAnswer(posted, {
      turnId,
      journal,
      writer,
      clock,
      timings,
      stop: stop.signal,
      onAccepted: () => void journal.move(turnId, 'accepted'),
      giveUp: () => reading.abort(),
    });
    if (!read.ok && wasRefused(read.error)) return refuse(turn, session, read.error);
    const end = read.ok ? read.value : endWithout(read.error, stop, describe);
    await peek;
    if (isClosing(stop)) return;
    journal.move(turnId, 'ended', { activity: 'looking', stillWorkingMs: null });
    await settle({ turn, stop, before }, end);
  };

  /** wire contract: "the raw clip first (tell the user at once)". What is there beyond the clip is told at the end. */
  const showRawClip = async (turn: Turn, stop: AbortController): Promise<void> => {
    const state = await readState(turn.projectId, turn.id);
    if (isClosing(stop) || !state.ok) return;
    const { changes } = state.value;
    const now = journal.get(turn.id)?.parts ?? [];
    const told = now.filter((part) => part.kind === 'raw-clip').length;
    const clip = changes.filter(isNewClip)[told];
    if (clip && changes.every(isNewClip))
      journal.change(turn.id, { parts: [...now, { kind: 'raw-clip', name: clip.name }] }, 'durable');
  };

  const refuse = (turn: Turn, { sessionId }: Session, error: CloudError): void => {
    const lost = error.kind === 'session-lost';
    if (lost) sessions.forget(turn.projectId, sessionId);
    const notices = lost ? [noticePart({ code: 'fresh-session' })] : said(turn.id);
    journal.move(turn.id, 'refused', closing({ failure: describe(error), parts: notices }));
  };

  const settle = async (run: Run, end: ReadingEnd): Promise<void> => {
    const { turn, stop } = run;
    const state = end === 'broken' ? null : await readState(turn.projectId, turn.id);
    if (isClosing(stop)) return;
    if (state?.ok) await conclude(run, { end, state: state.value, recovered: false });
    else if (end === 'stopped') await conclude(run, { end, state: known(turn), recovered: false });
    else await recoverTurn(run, end);
  };

  const conclude = async (run: Run, ending: Pick<Ending, 'end' | 'state' | 'recovered'>): Promise<void> => {
    const { turn, stop, before } = run;
    const after = await credits();
    if (isClosing(stop)) return;
    const parts = concludingParts({ ...ending, said: said(turn.id) });
    // A stopped agent may go on, and bring something yet.
    const changed = ending.end === 'stopped' ? null : ending.state.changed;
    const patch = closing({ parts, receipt: receiptOf(before, after, { parts, changed }) });
    if (typeof ending.end === 'object') journal.move(turn.id, 'failed', { ...patch, failure: ending.end });
    else journal.move(turn.id, 'settled', patch);
  };

  const recoverTurn = async (run: Run, end: ReadingEnd): Promise<void> => {
    const { turn, stop } = run;
    const recovered = await recover({
      sleep,
      timings,
      signal: stop.signal,
      read: () => readState(turn.projectId, turn.id),
      onAttempt: (attempt) => {
        const notice = noticePart({ code: 'recovering', attempt, of: unchangedAnswers });
        journal.change(turn.id, { parts: [...said(turn.id), notice] }, 'shown');
      },
    });
    if (isClosing(stop)) return;
    if (recovered.ok) {
      return conclude(run, { end: end === 'broken' ? 'complete' : end, state: recovered.value, recovered: true });
    }
    const after = await credits();
    if (isClosing(stop)) return;
    const parts = said(turn.id);
    const changed = recovered.error === 'unchanged' ? false : null;
    const receipt = receiptOf(run.before, after, { parts, changed });
    journal.move(turn.id, 'gave-up', closing({ parts, receipt, failure: { code: 'interrupted' } }));
  };

  return {
    run,
    resume: async (turnId, stop) => {
      const turn = journal.get(turnId);
      if (!turn) return 'over';
      if (turn.state !== 'settling') journal.move(turnId, 'ended', { activity: 'looking' });
      const stopWatching = parts.balance.begin();
      await recoverTurn({ turn, stop, before: null }, 'broken').finally(stopWatching);
      return 'over';
    },
  };
}

/** Whether this answer to the post says for certain that the agent never saw the message. */
function wasRefused(error: CloudError): boolean {
  if (error.kind === 'server') return error.status < 500;
  return !mayHaveArrived(error) && error.kind !== 'bad-answer';
}

/** The post brought no stream, and the agent may have seen the message. */
function endWithout(error: CloudError, stop: AbortController, describe: (error: CloudError) => Failure): ReadingEnd {
  if (stop.signal.aborted) return 'stopped';
  return mayHaveArrived(error) ? 'broken' : describe(error);
}

/** What work comes to, or null as soon as nobody waits for it. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  return Promise.race([work, aborted]);
}

function isClosing(stop: AbortController): boolean {
  return stop.signal.reason === appCloses;
}

import type { Failure } from '../../shared/domain/failure.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import type { Cloud } from '../api/cloud.ts';
import { type CloudError, mayHaveArrived } from '../api/errors.ts';
import type { Env } from '../app/env.ts';
import type { StateReader } from '../drafts/state-reader.ts';
import type { Sessions } from '../projects/sessions.ts';
import type { Session } from '../storage/stores.ts';
import type { BalanceWatch } from './balance-watch.ts';
import type { CreditMeter } from './credit-meter.ts';
import type { FileRoom } from './message-files.ts';
import { isNewClip, noticePart } from './outcome.ts';
import { closing, createSettlement, isClosing, type Run, type SettlementDeps } from './settlement.ts';
import type { Spending } from './spending.ts';
import { readAnswer } from './stream-watchdog.ts';
import { createWriter, type ReadingEnd } from './writer.ts';

export type RunnerDeps = SettlementDeps & {
  readonly spending: Pick<Spending, 'limitFailure'>;
  readonly sessions: Pick<Sessions, 'ensure' | 'forget' | 'isPresent' | 'clearAfresh'>;
  readonly uploads: Pick<FileRoom, 'areThere'>;
  readonly cloud: Pick<Cloud, 'runTurn'>;
  readonly reader: Pick<StateReader, 'begin'>;
  readonly balanceWatch: BalanceWatch;
  readonly creditMeter: Pick<CreditMeter, 'begin'>;
  readonly toFailure: (error: CloudError) => Failure;
};

/** How the work on a turn ended; `over-limit`: it was not sent, and waits again. */
export type WorkEnd = 'over' | 'over-limit';

type Runner = {
  /**
   * Runs a queued turn to its end, or leaves it queued where it may not go. Posts its message at most once; never rejects.
   * `session-gone`: its session and files were lost before it was sent.
   */
  readonly run: (turnId: string, stop: AbortController) => Promise<WorkEnd | 'session-gone'>;
  /** Goes on with a turn that was under way when the app ended: asks the state, never posts. */
  readonly resume: (turnId: string, stop: AbortController) => Promise<WorkEnd>;
};

export function createRunner(env: Pick<Env, 'bus' | 'clock' | 'timings'>, deps: RunnerDeps): Runner {
  const { journal, sessions, reader, balanceWatch, toFailure } = deps;
  const settlement = createSettlement(env, deps);

  const send = async (run: Run, session: Session): Promise<void> => {
    const { turn, stop } = run;
    const notices = session.afresh === true ? [noticePart({ code: 'fresh-session' })] : [];
    // Written down before it is posted: after a crash this state says that the message may have arrived.
    journal.transition(turn.id, 'send', { activity: 'working', startedAt: env.clock.now(), parts: notices });
    sessions.clearAfresh(turn.projectId);
    const read = await postAndRead(env, deps, run, session);
    if (!read.ok && wasRefused(read.error)) return refuse(env, deps, { turn, session, error: read.error });
    if (isClosing(run)) return;
    journal.transition(turn.id, 'ended', { activity: 'looking', stillWorkingMs: null });
    await settlement.settle(run, read.ok ? read.value : endWithout(read.error, stop, toFailure));
  };

  return {
    run: async (turnId, stop) => {
      const session = await unlessAborted(sessions.ensure(journal.get(turnId)?.projectId ?? ''), stop.signal);
      // What was stopped or taken out before its post leaves the queue at once: nobody waits for the answer any more.
      if (session === null || stop.signal.aborted) return 'over';
      if (!session.ok) {
        journal.transition(turnId, 'failed', closing({ failure: toFailure(session.error) }, env.clock.now()));
        return 'over';
      }
      const { projectId } = journal.get(turnId) ?? { projectId: '' };
      const begun = Promise.all([deps.link.balance(), reader.begin(projectId, turnId, session.value, stop.signal)]);
      const [before = null] = (await unlessAborted(begun, stop.signal)) ?? [];
      const turn = journal.get(turnId);
      if (stop.signal.aborted || !turn) return 'over';
      if (!sessions.isPresent(turn.projectId, session.value.sessionId) || !deps.uploads.areThere(turn))
        return 'session-gone';
      if (deps.spending.limitFailure(turn) !== null) return 'over-limit';
      const stopWatching = balanceWatch.begin();
      const meter = deps.creditMeter.begin(turnId, before);
      await send({ turn, meter, stop }, session.value).finally(meter.end).finally(stopWatching);
      return 'over';
    },
    resume: async (turnId, stop) => {
      const turn = journal.get(turnId);
      if (!turn) return 'over';
      if (turn.state !== 'settling') journal.transition(turnId, 'ended', { activity: 'looking' });
      const stopWatching = balanceWatch.begin();
      const meter = deps.creditMeter.begin(turnId, null);
      await settlement.recover({ turn, stop, meter }, 'broken').finally(meter.end).finally(stopWatching);
      return 'over';
    },
  };
}

/** Posts the message, and writes its answer into the turn as it streams. An error: the post brought no stream. */
async function postAndRead(
  env: Pick<Env, 'clock' | 'timings'>,
  { journal, reader, cloud }: RunnerDeps,
  run: Run,
  session: Session,
): ReturnType<typeof readAnswer> {
  const { turn, stop } = run;
  const giveUp = new AbortController();
  let peek = Promise.resolve();
  const writer = createWriter({
    turnId: turn.id,
    journal,
    onGenerated: () => {
      peek = peek.then(() => showRawClip({ journal, reader }, run));
    },
  });
  const signal = AbortSignal.any([stop.signal, giveUp.signal]);
  const posted = cloud.runTurn({ sessionId: session.sessionId, message: turn.prompt, signal });
  const read = await readAnswer(posted, {
    ...env,
    turnId: turn.id,
    journal,
    writer,
    stop: stop.signal,
    onAccepted: () => void journal.transition(turn.id, 'accepted'),
    giveUp: () => giveUp.abort(),
  });
  await peek;
  return read;
}

/** wire contract: "the raw clip first (tell the user at once)". What is there beyond the clip is told at the end. */
async function showRawClip({ journal, reader }: Pick<RunnerDeps, 'journal' | 'reader'>, run: Run): Promise<void> {
  const { id, projectId } = run.turn;
  const state = await reader.readReportingLoss(projectId, id);
  if (isClosing(run) || !state.ok) return;
  const { changes } = state.value;
  const parts = journal.get(id)?.parts ?? [];
  const shown = parts.filter((part) => part.kind === 'raw-clip').length;
  const clip = changes.filter(isNewClip)[shown];
  if (!clip || !changes.every(isNewClip)) return;
  const { name, startMs } = clip;
  journal.patch(id, { parts: [...parts, { kind: 'raw-clip', name, startMs }] }, 'durable');
}

type Refusal = { readonly turn: Turn; readonly session: Session; readonly error: CloudError };

function refuse({ clock }: Pick<Env, 'clock'>, deps: RunnerDeps, { turn, session, error }: Refusal): void {
  const { journal, sessions, toFailure } = deps;
  const lost = error.kind === 'session-lost';
  if (lost) sessions.forget(turn.projectId, session.sessionId);
  const notice = lost ? { parts: [noticePart({ code: 'fresh-session' })] } : {};
  journal.transition(turn.id, 'refused', closing({ ...notice, failure: toFailure(error) }, clock.now()));
}

/** Whether this answer to the post says for certain that the agent never saw the message. */
function wasRefused(error: CloudError): boolean {
  if (error.kind === 'server') return error.status < 500;
  return !mayHaveArrived(error) && error.kind !== 'bad-answer';
}

/** The post brought no stream, and the agent may have seen the message. */
function endWithout(error: CloudError, stop: AbortController, toFailure: RunnerDeps['toFailure']): ReadingEnd {
  if (stop.signal.aborted) return 'stopped';
  return mayHaveArrived(error) ? 'broken' : toFailure(error);
}

/** What work comes to, or null as soon as nobody waits for it. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  return Promise.race([work, aborted]);
}

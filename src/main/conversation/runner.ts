import type { Failure } from '../../shared/domain/failure.ts';
import type { Notice, ReplyPart, Turn } from '../../shared/domain/turn.ts';
import type { Result } from '../../shared/result.ts';
import type { CloudError } from '../cloud/errors.ts';
import { mayHaveArrived } from '../cloud/errors.ts';
import type { AgentEvent } from '../cloud/stream/agent-event.ts';
import type { Clock } from '../clock.ts';
import type { StateReading } from '../draft/stage.ts';
import type { Session } from '../state/stores.ts';
import type { Timings } from '../timings.ts';
import { type Journal, type TurnPatch, withoutRecovering } from './journal.ts';
import { type ReadingEnd, readAnswer } from './reading.ts';
import { recover } from './recovery.ts';
import type { Sessions } from './sessions.ts';

export type RunnerParts = {
  readonly journal: Journal;
  readonly sessions: Sessions;
  readonly post: (
    session: Session,
    text: string,
    signal: AbortSignal,
  ) => Promise<Result<AsyncIterable<AgentEvent>, CloudError>>;
  readonly readState: (projectId: string, turnId: string | null) => Promise<Result<StateReading, CloudError>>;
  /** Credits available before or after; null where they cannot be read. */
  readonly balance: (when: 'last-known' | 'now') => Promise<number | null>;
  readonly describe: (error: CloudError) => Failure;
  readonly clock: Clock;
  readonly timings: Timings;
};

/** The reason of a stop by which the app quits: everything stays in the journal as it is, for the next start. */
export const appCloses = Symbol('the app closes');

export type Runner = {
  /** Takes a queued turn to its end. Posts its message at most once; never rejects. */
  readonly run: (turnId: string, stop: AbortController) => Promise<void>;
  /** Goes on with a turn that was under way when the app ended: asks the state, never posts. */
  readonly resume: (turnId: string, stop: AbortController) => Promise<void>;
};

export function createRunner(parts: RunnerParts): Runner {
  const { journal, sessions, post, readState, balance, describe, clock, timings } = parts;

  const run = async (turnId: string, stop: AbortController): Promise<void> => {
    const turn = journal.get(turnId);
    if (!turn) return;
    const session = await sessions.ensure(turn.projectId);
    if (!session.ok) return fail(turnId, describe(session.error));
    if (stop.signal.aborted) return fail(turnId, { code: 'not-sent' });
    const before = await balance('last-known');
    // Written down before it is posted: after a crash this state says that the message may have arrived.
    journal.move(turnId, 'send', { activity: 'working' });
    const answer = await post(session.value, turn.prompt, stop.signal);
    if (!answer.ok && wasRefused(answer.error)) return refuse(turn, answer.error);
    if (answer.ok) journal.move(turnId, 'accepted');
    const end = answer.ok
      ? await readAnswer(turnId, answer.value, { journal, clock, timings, stop })
      : endWithout(answer.error, stop);
    if (isClosing(stop)) return;
    journal.move(turnId, 'ended', { activity: 'looking' });
    await settle(turn, end, stop);
    if (isClosing(stop)) return;
    await noteCost(turnId, before);
  };

  const refuse = (turn: Turn, error: CloudError): void => {
    const notices: readonly Notice[] = error.kind === 'session-lost' ? [{ code: 'fresh-session' }] : [];
    if (error.kind === 'session-lost') sessions.forget(turn.projectId);
    journal.move(turn.id, 'refused', closing({ failure: describe(error), parts: notices.map(noticePart) }));
  };

  const fail = (turnId: string, failure: Failure): void => {
    journal.move(turnId, 'failed', closing({ failure }));
  };

  const settle = async (turn: Turn, end: ReadingEnd, stop: AbortController): Promise<void> => {
    const state = end === 'broken' ? null : await readState(turn.projectId, turn.id);
    if (isClosing(stop)) return;
    if (state?.ok) return conclude(turn.id, end, state.value);
    if (end === 'stopped') return conclude(turn.id, end, null);
    await recoverTurn(turn, end, stop);
  };

  const conclude = (turnId: string, end: ReadingEnd, state: StateReading | null): void => {
    const said = journal.get(turnId)?.parts ?? [];
    const parts = [...said, ...outcome(said, end, state)];
    if (typeof end === 'object') journal.move(turnId, 'failed', closing({ parts, failure: end }));
    else journal.move(turnId, 'settled', closing({ parts }));
  };

  const recoverTurn = async (turn: Turn, end: ReadingEnd, stop: AbortController): Promise<void> => {
    const told = (): readonly ReplyPart[] => withoutRecovering(journal.get(turn.id)?.parts ?? []);
    const recovered = await recover({
      clock,
      timings,
      signal: stop.signal,
      read: () => readState(turn.projectId, turn.id),
      onAttempt: (attempt) => {
        const notice = noticePart({ code: 'recovering', attempt, of: 5 });
        journal.change(turn.id, { parts: [...told(), notice] }, 'shown');
      },
    });
    if (isClosing(stop)) return;
    journal.change(turn.id, { parts: told() }, 'shown');
    if (recovered.ok) {
      journal.change(turn.id, { parts: [...told(), noticePart({ code: 'recovered' })] }, 'shown');
      return conclude(turn.id, end === 'broken' ? 'complete' : end, recovered.value);
    }
    if (recovered.error === 'session-lost') sessions.forget(turn.projectId);
    journal.move(turn.id, 'gave-up', closing({ parts: told(), failure: { code: 'interrupted' } }));
  };

  const noteCost = async (turnId: string, before: number | null): Promise<void> => {
    const after = await balance('now');
    if (before !== null && after !== null) journal.change(turnId, { cost: Math.max(0, before - after) }, 'durable');
  };

  /** The post brought no stream, and the agent may have seen the message. */
  const endWithout = (error: CloudError, stop: AbortController): ReadingEnd => {
    if (stop.signal.aborted) return 'stopped';
    return mayHaveArrived(error) ? 'broken' : describe(error);
  };

  const closing = (patch: TurnPatch): TurnPatch => ({ ...patch, activity: null, endedAt: clock.now() });

  return {
    run,
    resume: async (turnId, stop) => {
      const turn = journal.get(turnId);
      if (!turn) return;
      if (turn.state !== 'settling') journal.move(turnId, 'ended', { activity: 'looking' });
      await recoverTurn(turn, 'broken', stop);
    },
  };
}

/** Whether this answer to the post says for certain that the agent never saw the message. */
function wasRefused(error: CloudError): boolean {
  if (error.kind === 'server') return error.status < 500;
  return !mayHaveArrived(error) && error.kind !== 'bad-answer';
}

function isClosing(stop: AbortController): boolean {
  return stop.signal.reason === appCloses;
}

function noticePart(notice: Notice): ReplyPart {
  return { kind: 'notice', notice };
}

/** What is added to the agent's words once the state is known. */
function outcome(said: readonly ReplyPart[], end: ReadingEnd, state: StateReading | null): readonly ReplyPart[] {
  const parts: ReplyPart[] = [];
  const spoke = said.some((part) => part.kind === 'text');
  if (end === 'stopped') parts.push(noticePart({ code: 'stopped' }));
  if (state?.changed && state.changes.length > 0) parts.push({ kind: 'changes', changes: state.changes });
  if (!spoke && end !== 'stopped' && state) {
    parts.push(noticePart({ code: state.changed ? 'silent-edit' : 'unchanged' }));
    if (state.timeline) parts.push({ kind: 'summary', line: state.timeline.summary });
  }
  return parts;
}

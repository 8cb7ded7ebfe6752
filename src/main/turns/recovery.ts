import { err, ok, type Result } from '../../shared/result.ts';
import type { CloudError } from '../api/errors.ts';
import type { StateReading } from '../drafts/draft-versions.ts';
import type { Timings } from '../timings.ts';

/** wire contract: "after five unchanged answers say so and offer a retry" */
export const unchangedAnswers = 5;

/** Pauses that end when the computer has woken up or the service is there again; not begun at all where that was since `mark`. */
export type RecoveryAlarm = {
  readonly pause: (ms: number, mark: number, signal: AbortSignal) => Promise<void>;
  readonly mark: () => number;
};

export type RecoveryParts = {
  readonly timings: Pick<Timings, 'recoveryFirstMs' | 'recoveryEveryMs'>;
  readonly sleep: RecoveryAlarm;
  readonly read: () => Promise<Result<StateReading, CloudError>>;
  /** Told before each wait; `attempt` counts from 1. */
  readonly onAttempt: (attempt: number) => void;
  readonly signal: AbortSignal;
};

/** `unchanged`: five answers said so. `session-lost`: there is nobody left to ask. `cancelled`: the user stopped, or the app quits. */
export type RecoveryEnd = 'unchanged' | 'session-lost' | 'cancelled';

/**
 * Finds out what became of a message whose answer was lost, by asking the state and never by sending it again (wire contract:
 * "Recovery after a lost stream"). A question that gets no answer does not count: the line may be down for long.
 */
export async function recover(parts: RecoveryParts): Promise<Result<StateReading, RecoveryEnd>> {
  const { timings, sleep, read, onAttempt, signal } = parts;
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

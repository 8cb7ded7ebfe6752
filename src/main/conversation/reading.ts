import { assertNever } from '../../shared/assert-never.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { AgentEvent } from '../cloud/stream/agent-event.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import { activityOf } from './activity.ts';
import type { Journal } from './journal.ts';

/**
 * How an answer's stream ended. `broken`: before its end, or it was given up, and only the state can tell what became of the
 * message. A failure: it ended, and this went wrong in it.
 */
export type ReadingEnd = 'complete' | 'broken' | 'stopped' | Failure;

export type ReadingParts = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'heartbeatOnlyMs' | 'turnMaxMs'>;
  /** Ends the reading: the user's "Stop", or the app quits. */
  readonly stop: AbortController;
};

/** Reads the stream of one turn into the journal as it arrives. Never rejects; what had arrived stays. */
export async function readAnswer(
  turnId: string,
  events: AsyncIterable<AgentEvent>,
  { journal, clock, timings, stop }: ReadingParts,
): Promise<ReadingEnd> {
  const write = createWriter(turnId, journal);
  const iterator = events[Symbol.asyncIterator]();
  const endsAt = clock.now() + timings.turnMaxMs;
  let silentUntil = clock.now() + timings.heartbeatOnlyMs;
  let end: ReadingEnd = 'broken';
  for (;;) {
    const patience = Math.min(endsAt, silentUntil) - clock.now();
    const next = await within(clock, patience, stop.signal, iterator.next());
    if (next === 'too-late' || stop.signal.aborted) {
      await iterator.return?.();
      return stop.signal.aborted ? 'stopped' : 'broken';
    }
    if (next.done) return end;
    if (next.value.kind !== 'heartbeat') silentUntil = clock.now() + timings.heartbeatOnlyMs;
    end = write(next.value) ?? end;
  }
}

/** Waits for the promise, but no longer than `ms` and no longer than the signal allows. */
async function within<T>(clock: Clock, ms: number, signal: AbortSignal, promise: Promise<T>): Promise<T | 'too-late'> {
  const arrived = new AbortController();
  const limit = clock.wait(ms, AbortSignal.any([signal, arrived.signal])).then(() => 'too-late' as const);
  try {
    return await Promise.race([promise, limit]);
  } finally {
    arrived.abort();
  }
}

/** Turns events into patches of the turn; says how the stream ended when an event tells. */
function createWriter(turnId: string, journal: Journal): (event: AgentEvent) => ReadingEnd | null {
  /** Which part of the turn shows which text of the answer. */
  const partOf = new Map<number, number>();
  let failure: Failure | null = null;

  const place = (index: number): number => {
    const known = partOf.get(index);
    if (known !== undefined) return known;
    const part = journal.get(turnId)?.parts.length ?? 0;
    partOf.set(index, part);
    return part;
  };

  const settleText = (index: number, text: string): void => {
    const part = place(index);
    const parts = journal.get(turnId)?.parts ?? [];
    const settled =
      part < parts.length ? parts.with(part, { kind: 'text', text }) : [...parts, { kind: 'text' as const, text }];
    journal.change(turnId, { parts: settled }, 'durable');
  };

  return (event) => {
    switch (event.kind) {
      case 'heartbeat':
        return null;
      case 'text':
        journal.append(turnId, place(event.index), event.delta);
        return null;
      case 'text-settled':
        settleText(event.index, event.text);
        return null;
      case 'thinking':
        if (journal.get(turnId)?.activity !== 'thinking') journal.change(turnId, { activity: 'thinking' }, 'shown');
        return null;
      case 'tool':
        if (event.phase === 'started') journal.change(turnId, { activity: activityOf(event.name) }, 'shown');
        return null;
      case 'failure':
        failure = { code: event.reason === 'too-much' ? 'too-much' : 'agent-failed' };
        return failure;
      case 'end':
        return failure ?? (event.broken ? 'broken' : 'complete');
      default:
        return assertNever(event);
    }
  };
}

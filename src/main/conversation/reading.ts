import type { Failure } from '../../shared/domain/failure.ts';
import type { AgentEvent } from '../cloud/stream/agent-event.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { Journal } from './journal.ts';
import type { Writer } from './writer.ts';

/**
 * How an answer's stream ended. `broken`: before its end, or it was given up, and only the state can tell what became of the
 * message. A failure: it ended, and this went wrong in it.
 */
export type ReadingEnd = 'complete' | 'broken' | 'stopped' | Failure;

export type ReadingParts = {
  readonly turnId: string;
  readonly journal: Journal;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'heartbeatOnlyMs' | 'turnMaxMs' | 'stillWorkingMs'>;
  /** Ends the reading: the user's "Stop", or the app quits. */
  readonly stop: AbortController;
};

/** Reads the stream of one turn into the journal as it arrives. Never rejects; what had arrived stays. */
export async function readAnswer(events: AsyncIterable<AgentEvent>, parts: ReadingParts): Promise<ReadingEnd> {
  const end = await read(events, parts);
  parts.writer.finish();
  return end;
}

async function read(events: AsyncIterable<AgentEvent>, parts: ReadingParts): Promise<ReadingEnd> {
  const { clock, timings, stop, writer } = parts;
  const iterator = events[Symbol.asyncIterator]();
  const startedAt = clock.now();
  let aliveAt = startedAt;
  let tellAt = startedAt + timings.stillWorkingMs;
  let end: ReadingEnd = 'broken';
  let next = iterator.next();
  for (;;) {
    const givenUpAt = Math.min(startedAt + timings.turnMaxMs, aliveAt + timings.heartbeatOnlyMs);
    const came = await within(clock, Math.min(givenUpAt, tellAt) - clock.now(), stop.signal, next);
    const now = clock.now();
    if (stop.signal.aborted || now >= givenUpAt) {
      await iterator.return?.();
      return stop.signal.aborted ? 'stopped' : 'broken';
    }
    if (came === 'too-late') {
      tellAt = now + timings.stillWorkingMs;
      tellStillWorking(parts, now - startedAt);
      continue;
    }
    if (came.done) return end;
    next = iterator.next();
    if (came.value.kind === 'heartbeat') continue;
    aliveAt = now;
    tellAt = now + timings.stillWorkingMs;
    tellStillWorking(parts, null);
    end = writer.take(came.value) ?? end;
  }
}

/** wire contract: "While nothing but heartbeats comes: "Still working..." every 2 min." */
function tellStillWorking({ turnId, journal }: ReadingParts, stillWorkingMs: number | null): void {
  if (journal.get(turnId)?.stillWorkingMs !== stillWorkingMs) journal.change(turnId, { stillWorkingMs }, 'shown');
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

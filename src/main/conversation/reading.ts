import type { AgentEvents } from '../cloud/stream/agent-event.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { Journal } from './journal.ts';
import type { ReadingEnd, Writer } from './writer.ts';

export type ReadingParts = {
  readonly turnId: string;
  readonly journal: Journal;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'heartbeatOnlyMs' | 'turnMaxMs' | 'stillWorkingMs'>;
  /** The user's "Stop", or the app quits. */
  readonly stop: AbortSignal;
  /** Closes the connection of a stream that is given up. */
  readonly giveUp: () => void;
};

/** Reads the stream of one turn into the journal as it arrives. What had arrived stays, however it ends. */
export async function readAnswer(events: AgentEvents, parts: ReadingParts): Promise<ReadingEnd> {
  const { stop, writer, giveUp } = parts;
  const over = new AbortController();
  const watchdog = createWatchdog(parts, over.signal);
  try {
    const end = await Promise.race([
      consume(events, parts, watchdog.alive, over.signal),
      watchdog.patienceEnds.then(() => 'broken' as const),
      aborted(stop).then(() => 'stopped' as const),
    ]);
    return stop.aborted ? 'stopped' : end;
  } finally {
    over.abort();
    giveUp();
    writer.finish();
  }
}

async function consume(
  events: AgentEvents,
  { writer }: ReadingParts,
  alive: () => void,
  over: AbortSignal,
): Promise<ReadingEnd> {
  let end: ReadingEnd = 'broken';
  for await (const together of events) {
    // The stream was given up while these events were on their way.
    if (over.aborted) return end;
    for (const event of together) {
      if (event.kind !== 'heartbeat') alive();
      end = writer.take(event) ?? end;
    }
  }
  return end;
}

type Watchdog = {
  /** Something else than a heartbeat has come. */
  readonly alive: () => void;
  /** wire contract: "Ten minutes of nothing but heartbeats, or 15 min in all: give the stream up". */
  readonly patienceEnds: Promise<void>;
};

/** One wait at a time for the whole stream: an event only moves a number, so that thousands of them cost nothing here. */
function createWatchdog({ turnId, journal, clock, timings }: ReadingParts, over: AbortSignal): Watchdog {
  const startedAt = clock.steady();
  let aliveAt = startedAt;
  let toldAt = startedAt;

  const tell = (stillWorkingMs: number | null): void => {
    journal.change(turnId, { stillWorkingMs }, 'shown');
  };

  const watch = async (): Promise<void> => {
    while (!over.aborted) {
      const now = clock.steady();
      const endsAt = Math.min(startedAt + timings.turnMaxMs, aliveAt + timings.heartbeatOnlyMs);
      if (now >= endsAt) return;
      // wire contract: "While nothing but heartbeats comes: "Still working..." every 2 min."
      const tellAt = Math.max(aliveAt, toldAt) + timings.stillWorkingMs;
      if (now >= tellAt) {
        toldAt = now;
        tell(now - startedAt);
      } else await clock.wait(Math.min(endsAt, tellAt) - now, over);
    }
    // The reading is over already: nobody listens to the end of patience any more.
    await new Promise(() => undefined);
  };

  return {
    alive: () => {
      if (toldAt > aliveAt) tell(null);
      aliveAt = clock.steady();
    },
    patienceEnds: watch(),
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

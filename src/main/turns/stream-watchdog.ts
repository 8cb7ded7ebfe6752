import { setImmediate } from 'node:timers/promises';
import { ok, type Result } from '../../shared/result.ts';
import type { CloudError } from '../api/errors.ts';
import type { AgentEvents } from '../api/stream/agent-event.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { Journal } from './journal.ts';
import type { ReadingEnd, Writer } from './writer.ts';

type ReadingParts = {
  readonly turnId: string;
  readonly journal: Journal;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'heartbeatOnlyMs' | 'turnMaxMs' | 'stillWorkingMs'>;
  /** The user's "Stop", or the app quits. */
  readonly stop: AbortSignal;
  /** The head of the answer is there: the cloud has taken the message. */
  readonly onAccepted: () => void;
  /** Closes the connection of a message or stream that is given up. */
  readonly giveUp: () => void;
};

/**
 * Waits for the answer to a post and streams it into the journal; what has arrived stays, however it ends. Error: the post
 * brought no stream. All time limits count from the post, since servers may hold the head back (wire contract: "The head of the
 * answer can be late").
 */
export async function readAnswer(
  posted: Promise<Result<AgentEvents, CloudError>>,
  parts: ReadingParts,
): Promise<Result<ReadingEnd, CloudError>> {
  const { stop, writer, giveUp } = parts;
  const over = new AbortController();
  const watchdog = createWatchdog(parts, over.signal);
  const impatience = watchdog.patienceEnds.then(() => ok('broken' as const));
  try {
    // "Stop" ends the post itself, which then says whether the message can have arrived.
    const head = await Promise.race([posted, impatience]);
    if (!head.ok || head.value === 'broken') return head as Result<'broken', CloudError>;
    parts.onAccepted();
    const end = await Promise.race([
      consume(head.value, parts, watchdog.alive, over.signal).then(ok),
      impatience,
      aborted(stop).then(() => ok('stopped' as const)),
    ]);
    return stop.aborted ? ok('stopped') : end;
  } finally {
    over.abort();
    giveUp();
    // What came last may have been long, and is long to write: the app answers in between.
    await setImmediate();
    await writer.finish();
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
  let shownAt = startedAt;

  const show = (stillWorkingMs: number | null): void => {
    journal.patch(turnId, { stillWorkingMs }, 'shown');
  };

  const watch = async (): Promise<void> => {
    while (!over.aborted) {
      const now = clock.steady();
      const endsAt = Math.min(startedAt + timings.turnMaxMs, aliveAt + timings.heartbeatOnlyMs);
      if (now >= endsAt) return;
      // wire contract: "While nothing but heartbeats comes: "Still working..." every 2 min."
      const showAt = Math.max(aliveAt, shownAt) + timings.stillWorkingMs;
      if (now >= showAt) {
        shownAt = now;
        show(now - startedAt);
      } else await clock.wait(Math.min(endsAt, showAt) - now, over);
    }
    // The reading is over already: nobody listens to the end of patience any more.
    await new Promise(() => undefined);
  };

  return {
    alive: () => {
      if (shownAt > aliveAt) show(null);
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

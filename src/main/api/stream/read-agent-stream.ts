import { createParser } from 'eventsource-parser';
import type { AgentEvent } from './agent-event.ts';
import { joinChunks, readBareLine, readFrame, type Frame } from './frame.ts';
import { createLineCutter } from './lines.ts';
import { createRepeatFilter } from './repeats.ts';
import { endTurn, freshReading, giveUp, readTurn, type TurnReading } from './turn-reducer.ts';

/** `lineChars` bounds one frame, `turnBytes` all that one turn may send. */
export type StreamLimits = { readonly lineChars: number; readonly turnBytes: number };

export const streamLimits: StreamLimits = { lineChars: 8 * 1024 * 1024, turnBytes: 128 * 1024 * 1024 };

/**
 * Reads the bytes of a `/run_sse` answer, lazily: all events that one piece of the body completes, piece by piece, never none. Never
 * throws: a broken connection ends in `end` with `broken`, and what had come stays. Leaving the loop early closes the connection.
 */
export async function* readAgentStream(
  bytes: AsyncIterable<readonly Uint8Array[]>,
  limits: StreamLimits = streamLimits,
): AsyncGenerator<readonly AgentEvent[], void, undefined> {
  const frames = createFrameReader(limits);
  let reading: TurnReading = freshReading;
  const fresh = createRepeatFilter();
  const readAll = (found: readonly Frame[]): readonly AgentEvent[] => {
    const events: AgentEvent[] = [];
    for (const frame of joinChunks(found.flatMap((frame) => fresh(frame) ?? []))) {
      const step = readTurn(reading, frame);
      reading = step.reading;
      events.push(...step.events);
    }
    return events;
  };
  let cut = false;
  try {
    for await (const together of bytes) {
      const events = readAll(together.flatMap(frames.push));
      if (events.length > 0) yield events;
      if (frames.overflow()) break;
    }
  } catch {
    cut = true;
  }
  const rest = frames.overflow() ? [] : frames.end();
  // A frame without its end is no fault of the server: the connection was closed in the middle of it.
  const last = readAll(rest.filter((frame) => frame.kind !== 'unreadable'));
  cut ||= rest.some((frame) => frame.kind === 'unreadable');
  const given = frames.overflow() ? giveUp(reading, 'The stream is longer than any turn') : { reading, events: [] };
  yield [...last, ...given.events, ...endTurn(given.reading, cut || frames.overflow())];
}

type FrameReader = {
  readonly push: (chunk: Uint8Array) => readonly Frame[];
  /** What the end of the body completes. */
  readonly end: () => readonly Frame[];
  /** Whether a limit was passed; nothing more is read then. */
  readonly overflow: () => boolean;
};

function createFrameReader(limits: StreamLimits): FrameReader {
  const decoder = new TextDecoder();
  const lines = createLineCutter();
  let found: Frame[] = [];
  let received = 0;
  let overflow = false;
  const parser = createParser({
    maxBufferSize: limits.lineChars,
    onEvent: ({ data }) => found.push(readFrame(data)),
    onError: ({ type }) => {
      overflow ||= type === 'max-buffer-size-exceeded';
    },
  });
  const hand = (lines: string): void => {
    if (lines !== '' && !overflow) parser.feed(lines);
  };
  // The parser forgets a line it does not know when the network cuts it: it gets whole lines, and those it does not know are ours.
  const feed = (complete: string): void => {
    let handed = 0;
    for (let start = 0, end = 0; start < complete.length; start = end + 1) {
      end = complete.indexOf('\n', start);
      const bare = isData(complete, start) ? null : readBareLine(complete.slice(start, end));
      if (bare === null) continue;
      hand(complete.slice(handed, start));
      handed = end + 1;
      if (!overflow) found.push(bare);
    }
    hand(complete.slice(handed));
  };
  const taken = (): readonly Frame[] => {
    const frames = found;
    found = [];
    return frames;
  };
  return {
    push: (chunk) => {
      received += chunk.length;
      feed(lines.push(decoder.decode(chunk, { stream: true })));
      overflow ||= lines.waiting() > limits.lineChars || received > limits.turnBytes;
      return taken();
    },
    end: () => {
      // Without a blank line the parser keeps the last frame to itself.
      feed(`${lines.push(decoder.decode())}${lines.rest()}\n\n`);
      return taken();
    },
    overflow: () => overflow,
  };
}

/** Nearly all lines are data, or stand empty behind it. */
function isData(lines: string, start: number): boolean {
  return lines.startsWith('data:', start) || lines[start] === '\n';
}

import { createParser } from 'eventsource-parser';
import type { AgentEvent } from './agent-event.ts';
import { readBareLine, readFrame, type Frame } from './frame.ts';
import { createLineCutter } from './lines.ts';
import { endTurn, freshReading, giveUp, readTurn, type TurnReading } from './turn-reducer.ts';

/** `lineChars` bounds one frame, `turnBytes` all that one turn may send. */
export type StreamLimits = { readonly lineChars: number; readonly turnBytes: number };

export const streamLimits: StreamLimits = { lineChars: 8 * 1024 * 1024, turnBytes: 128 * 1024 * 1024 };

/**
 * Reads the bytes of a `/run_sse` answer as events, lazily. Never throws: a broken connection ends in `end` with `broken`, and what
 * had come stays. Leaving the loop early closes the connection.
 */
export async function* readAgentStream(
  bytes: AsyncIterable<Uint8Array>,
  limits: StreamLimits = streamLimits,
): AsyncGenerator<AgentEvent, void, undefined> {
  const frames = createFrameReader(limits);
  let reading: TurnReading = freshReading;
  let cut = false;
  try {
    for await (const chunk of bytes) {
      for (const frame of frames.push(chunk)) {
        const step = readTurn(reading, frame);
        reading = step.reading;
        yield* step.events;
      }
      if (frames.overflow()) break;
    }
  } catch {
    cut = true;
  }
  for (const frame of frames.overflow() ? [] : frames.end()) {
    // A frame without its end is no fault of the server: the connection was closed in the middle of it.
    if (frame.kind === 'unreadable') cut = true;
    else {
      const step = readTurn(reading, frame);
      reading = step.reading;
      yield* step.events;
    }
  }
  if (frames.overflow()) {
    const step = giveUp(reading, 'The stream is longer than any turn');
    reading = step.reading;
    yield* step.events;
  }
  yield* endTurn(reading, cut || frames.overflow());
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
  // The parser forgets a line it does not know when the network cuts it: it gets whole lines, and those it does not know are ours.
  const feed = (line: string): void => {
    if (overflow) return;
    const bare = readBareLine(line);
    if (bare === null) parser.feed(`${line}\n`);
    else found.push(bare);
  };
  const taken = (): readonly Frame[] => {
    const frames = found;
    found = [];
    return frames;
  };
  return {
    push: (chunk) => {
      received += chunk.length;
      lines.push(decoder.decode(chunk, { stream: true })).forEach(feed);
      overflow ||= lines.waiting() > limits.lineChars || received > limits.turnBytes;
      return taken();
    },
    end: () => {
      lines.push(decoder.decode()).forEach(feed);
      feed(lines.rest());
      // Without a blank line the parser keeps the last frame to itself.
      feed('');
      return taken();
    },
    overflow: () => overflow,
  };
}

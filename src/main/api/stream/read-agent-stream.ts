import { finished, PassThrough, type Readable } from 'node:stream';
import { createParser } from 'eventsource-parser';
import type { AgentEvent } from './agent-event.ts';
import { readBareLine, readFrame, type Frame } from './frame.ts';
import { createRepeatFilter } from './repeats.ts';
import { endTurn, freshReading, giveUp, readTurn, type TurnReading } from './turn-reducer.ts';

/** `lineChars` bounds one frame, `turnBytes` all that one turn may send. */
export type StreamLimits = { readonly lineChars: number; readonly turnBytes: number };

export const streamLimits: StreamLimits = { lineChars: 8 * 1024 * 1024, turnBytes: 128 * 1024 * 1024 };

/** How much may wait for a slow reader before the connection is asked to wait as well, in bytes. */
const maxWaiting = 4 * 1024 * 1024;

/**
 * The body's bytes, all that has arrived at once. A broken stream would drop its buffer, so this keeps it: no byte of an answer
 * that arrived is lost. Leaving the loop early closes the connection.
 */
export function eagerly(body: Readable): AsyncIterable<Uint8Array> {
  const held = new PassThrough({ highWaterMark: maxWaiting });
  let broken: unknown = null;
  finished(body, (error) => {
    broken = error ?? null;
    held.end();
  });
  body.pipe(held, { end: false });
  return (async function* take() {
    try {
      yield* held as AsyncIterable<Uint8Array>;
      if (broken !== null) throw broken;
    } finally {
      body.destroy();
    }
  })();
}

/**
 * Reads the bytes of a `/run_sse` answer, lazily: all events that one piece of the body completes, piece by piece, never none. Never
 * throws: a broken connection ends in `end` with `broken`, and what had come stays. Leaving the loop early closes the connection.
 */
export async function* readAgentStream(
  bytes: AsyncIterable<Uint8Array>,
  limits: StreamLimits = streamLimits,
): AsyncGenerator<readonly AgentEvent[], void, undefined> {
  const frames = createFrameReader(limits);
  const fresh = createRepeatFilter();
  let reading: TurnReading = freshReading;
  const readAll = (found: readonly Frame[]): readonly AgentEvent[] => {
    const events: AgentEvent[] = [];
    for (const frame of found.flatMap((one) => fresh(one) ?? [])) {
      const step = readTurn(reading, frame);
      reading = step.reading;
      events.push(...step.events);
    }
    return joinDeltas(events);
  };
  let cut = false;
  try {
    for await (const piece of bytes) {
      const events = readAll(frames.push(piece));
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

/** Deltas that arrive together are one: what they cost from here to the window does not depend on how many they are. */
function joinDeltas(events: readonly AgentEvent[]): readonly AgentEvent[] {
  const joined: AgentEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event.kind === 'text' && last?.kind === 'text' && last.index === event.index)
      joined[joined.length - 1] = { ...last, delta: last.delta + event.delta };
    else joined.push(event);
  }
  return joined;
}

type FrameReader = {
  readonly push: (chunk: Uint8Array) => readonly Frame[];
  /** What the end of the body completes. */
  readonly end: () => readonly Frame[];
  /** Whether a limit was passed; nothing more is read then. */
  readonly overflow: () => boolean;
};

/** Bytes, wherever the network cut them, to frames. */
export function createFrameReader(limits: StreamLimits): FrameReader {
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

/** Puts decoded text together to lines, wherever the network cut it. Only CR, LF and CR LF end a line: U+2028 does not. */
type LineCutter = {
  /** The lines that this text completes, in one piece, an LF behind each; empty where it completes none. */
  readonly push: (text: string) => string;
  /** The line that never ended. */
  readonly rest: () => string;
  /** Characters kept for a line that has not ended yet. */
  readonly waiting: () => number;
};

function createLineCutter(): LineCutter {
  let fragments: string[] = [];
  let waiting = 0;
  let afterReturn = false;
  const keep = (fragment: string): void => {
    if (fragment !== '') fragments.push(fragment);
    waiting += fragment.length;
  };
  const take = (): string => {
    const kept = fragments.join('');
    fragments = [];
    waiting = 0;
    return kept;
  };
  return {
    push: (text) => {
      if (text === '') return '';
      // A CR ends its line at once; the LF that may open the next piece belongs to it.
      const fresh = afterReturn && text.startsWith('\n') ? text.slice(1) : text;
      afterReturn = text.endsWith('\r');
      const lines = fresh.includes('\r') ? fresh.replaceAll(/\r\n?/g, '\n') : fresh;
      const end = lines.lastIndexOf('\n') + 1;
      if (end > 0) keep(lines.slice(0, end));
      const complete = end > 0 ? take() : '';
      keep(lines.slice(end));
      return complete;
    },
    rest: take,
    waiting: () => waiting,
  };
}

import { randomBytes, randomUUID } from 'node:crypto';

/** Writes the events of one turn in the shape of a real ADK server: camelCase, one invocation id for all. */
export interface EventWriter {
  /** A piece of an answer; `partial` marks a chunk, its absence of truth the aggregate. */
  readonly text: (
    text: string,
    flags: { readonly partial: boolean; readonly last: boolean; readonly thought?: boolean },
  ) => string;
  /** The whole answer, its thought in front. */
  readonly aggregate: (text: string, thought: string | null) => string;
  readonly call: (call: ToolCall, partial: boolean | null) => string;
  readonly response: (call: ToolCall, response: Readonly<Record<string, unknown>>) => string;
  /** An event without content but with keys of its own, e.g. `errorCode`. */
  readonly bare: (keys: Readonly<Record<string, unknown>>) => string;
}

interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** One frame around a JSON value. */
export function jsonFrame(value: unknown): string {
  return `data: ${JSON.stringify(value)}\n\n`;
}

/** "Keep waiting", in the ways the vendor's server says it: the bare word and empty data. */
const heartbeatFrames = ['data: heartbeat\n\n', 'data: \n\n', 'heartbeat\n\n'];

/** The `index`th heartbeat of a stream; their spellings take turns. */
export function heartbeat(index: number): string {
  return heartbeatFrames[index % heartbeatFrames.length] ?? '';
}

export function toolCallId(): string {
  return `adk-${randomUUID()}`;
}

/** `now` gives milliseconds since 1970. */
export function createEventWriter(now: () => number): EventWriter {
  const invocationId = `e-${randomUUID()}`;
  const author = 'nemo_agent';
  const head = (): Readonly<Record<string, unknown>> => ({ invocationId, author });
  const rest = (stateDelta: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> => ({
    actions: { stateDelta, artifactDelta: {}, requestedAuthConfigs: {}, requestedToolConfirmations: {} },
    longRunningToolIds: [],
    timestamp: now(),
  });
  const model = (parts: readonly unknown[], keys: Readonly<Record<string, unknown>>): string =>
    jsonFrame({
      ...head(),
      id: eventId(),
      ...rest(),
      content: { role: 'model', parts },
      usageMetadata: usage,
      ...keys,
    });

  return {
    text: (text, { partial, last, thought }) =>
      model([thought === true ? { text, thought } : { text }], { ...(last ? { finishReason: 'STOP' } : {}), partial }),
    aggregate: (text, thought) =>
      model(thought === null ? [{ text }] : [{ text: thought, thought: true }, { text }], {
        finishReason: 'STOP',
        partial: false,
      }),
    call: ({ id, name, args }, partial) =>
      model([{ functionCall: { name, args, id } }], { finishReason: 'STOP', ...(partial === null ? {} : { partial }) }),
    response: ({ id, name }, response) =>
      jsonFrame({
        ...head(),
        content: { role: 'user', parts: [{ functionResponse: { id, name, response } }] },
        ...rest({ last_tool: name }),
        id: eventId(),
      }),
    bare: (keys) => jsonFrame({ ...head(), id: eventId(), ...rest(), ...keys }),
  };
}

const usage = { promptTokenCount: 12, candidatesTokenCount: 7, totalTokenCount: 19 };

/** Eight letters and digits, as the recordings have them. */
function eventId(): string {
  return randomBytes(12).toString('base64').replace(/[+/=]/gu, '').slice(0, 8).padEnd(8, '0');
}

/** Cuts a text into chunks of a few words (or, without spaces, a few characters), losing nothing. */
export function chunksOf(text: string): readonly string[] {
  return text.match(/(?:[^\s\p{Script=Han}]+\s*|\p{Script=Han}{1,4}[\p{P}\s]*){1,3}|\s+/gu) ?? [text];
}

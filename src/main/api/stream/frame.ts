import { isSomething } from '../envelope.ts';
import { type Asked, isQuestion, readQuestion } from './question.ts';

/** One frame of the stream, told apart but not yet interpreted. */
export type Frame =
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'event'; readonly event: AgentFrame }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'unreadable' };

/** An ADK event in the few terms that matter here. `partial` marks a chunk; `alone`: one that no aggregate will follow. */
export type AgentFrame = {
  readonly id: string | null;
  readonly author: string;
  readonly partial: boolean;
  readonly alone: boolean;
  readonly parts: readonly Part[];
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
};

export type Part =
  /** `instead`: what this very event said when it came before; null where it has not. */
  | { readonly kind: 'text'; readonly text: string; readonly instead: string | null }
  | { readonly kind: 'thought' }
  /** `asked`: what the agent wants to know with this call; null for work. */
  | { readonly kind: 'call'; readonly id: string | null; readonly name: string; readonly asked: Asked | null }
  | { readonly kind: 'response'; readonly id: string | null; readonly name: string; readonly failed: boolean };

type Json = Readonly<Record<string, unknown>>;

const errorHead = /^\{\s*"error"\s*:\s*"?/;

/** Reads the data of one frame. Whatever is no object keeps the line alive and says nothing: the bare word `heartbeat`, nothing at all. */
export function readFrame(data: string): Frame {
  const text = data.trim();
  if (!text.startsWith('{')) return { kind: 'heartbeat' };
  try {
    return interpret(JSON.parse(text) as Json);
  } catch {
    const message = brokenError(text);
    return message === null ? { kind: 'unreadable' } : { kind: 'error', message };
  }
}

/** What an error frame says whose text was pasted into JSON without escaping (wire contract: "Errors inside the stream"). */
function brokenError(text: string): string | null {
  const head = errorHead.exec(text)?.[0];
  if (head === undefined) return null;
  const rest = text.slice(head.length);
  const said = (rest.endsWith('}') ? rest.slice(0, -1) : rest).trimEnd();
  return said.endsWith('"') ? said.slice(0, -1) : said;
}

/** A line that stands without `data:` and yet means something. */
export function readBareLine(line: string): Frame | null {
  if (line.startsWith(':') || line.trim() === 'heartbeat') return { kind: 'heartbeat' };
  return /^\s*\{\s*"error"/.test(line) ? readFrame(line) : null;
}

function interpret(json: Json): Frame {
  if (isSomething(json.error)) return { kind: 'error', message: messageOf(json.error) };
  if (json.success === false) return { kind: 'error', message: messageOf(json.message) };
  const typed = readTyped(json);
  if (typed === 'heartbeat') return { kind: 'heartbeat' };
  if (typed !== null) return interpret(typed);
  const content = json.content;
  const parts = isObject(content) && Array.isArray(content.parts) ? content.parts : [];
  const event: AgentFrame = {
    id: text(json.id),
    author: text(json.author) ?? '',
    partial: json.partial === true,
    alone: json.alone === true,
    parts: readParts(parts),
    errorCode: text(either(json, 'errorCode', 'error_code')),
    errorMessage: text(either(json, 'errorMessage', 'error_message')),
  };
  return { kind: 'event', event };
}

/**
 * The typed frames of the vendor's older paper (wire contract: `{"type":"text","content":"..."}`, `tool_call`, `tool_result`,
 * `heartbeat`) as ADK events. Null for any other frame. Texts are pieces of the answer unless they say that they are whole.
 */
function readTyped(json: Json): Json | 'heartbeat' | null {
  const content = json.content ?? json.text;
  switch (json.type) {
    case 'heartbeat':
      return 'heartbeat';
    case 'text':
      if (typeof content !== 'string') return null;
      return { ...eventOf(json, { text: content }, json.partial !== false), alone: json.partial === undefined };
    case 'thinking':
    case 'thought':
      return eventOf(json, { thought: true }, true);
    case 'tool_call':
      return eventOf(json, { functionCall: toolOf(json) }, false);
    case 'tool_result': {
      const { result, error } = json;
      const response = typeof result === 'object' && result !== null ? { error, ...result } : { error, result };
      return eventOf(json, { functionResponse: { ...toolOf(json), response } }, false);
    }
    case 'error':
      return { error: json.message ?? content ?? 'unspecified' };
    default:
      return null;
  }
}

/** The frame's id names the event; `call_id` a call, which else is known by its name. */
function toolOf(json: Json): Json {
  return { id: json.call_id ?? json.tool_call_id, name: json.name, args: json.args ?? json.arguments };
}

function eventOf({ id, author }: Json, part: Json, partial: boolean): Json {
  return { id, author, partial, content: { parts: [part] } };
}

/** No event has more parts. Of those that come all the same only the words count, as one text. */
const mostParts = 2_000;

function readParts(parts: readonly unknown[]): readonly Part[] {
  const read: Part[] = [];
  const words: string[] = [];
  for (const json of parts) {
    const part = isObject(json) ? readPart(json) : null;
    if (part === null) continue;
    if (read.length < mostParts) read.push(part);
    else if (part.kind === 'text') words.push(part.text);
  }
  return words.length === 0 ? read : [...read, { kind: 'text', text: words.join(''), instead: null }];
}

function readPart(part: Json): Part | null {
  if (part.thought === true) return { kind: 'thought' };
  const call = either(part, 'functionCall', 'function_call');
  if (isObject(call)) {
    const asked = (name: string): Asked | null => (isQuestion(name) ? readQuestion(call.args) : null);
    return toolPart(call, (id, name) => ({ kind: 'call', id, name, asked: asked(name) }));
  }
  const response = either(part, 'functionResponse', 'function_response');
  if (isObject(response)) {
    const failed = isObject(response.response) && isSomething(response.response.error);
    return toolPart(response, (id, name) => ({ kind: 'response', id, name, failed }));
  }
  return typeof part.text === 'string' && part.text !== '' ? { kind: 'text', text: part.text, instead: null } : null;
}

function toolPart(tool: Json, make: (id: string | null, name: string) => Part): Part | null {
  const name = text(tool.name);
  return name === null ? null : make(text(tool.id), name);
}

function either(json: Json, camel: string, snake: string): unknown {
  return json[camel] ?? json[snake];
}

function text(value: unknown): string | null {
  if (typeof value === 'number' && value !== 0) return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function messageOf(error: unknown): string {
  if (typeof error === 'string') return error;
  return (isObject(error) && text(error.message)) || 'unspecified';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

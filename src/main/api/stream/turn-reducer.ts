import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../../shared/assert-never.ts';
import type { AgentEvent } from './agent-event.ts';
import type { AgentFrame, Frame, Part } from './frame.ts';
import { type Asked, isQuestion } from './question.ts';
import {
  addChunk,
  addWhole,
  closeText,
  isApology,
  isWriting,
  noTexts,
  settleAll,
  type Texts,
  type TextStep,
} from './texts.ts';

type ToolPart = Extract<Part, { readonly kind: 'call' | 'response' }>;

type Tool = { readonly name: string; readonly over: boolean };

/** The tools of one turn by the id of their call. */
type Tools = ReadonlyMap<string, Tool>;

/** All that has to be remembered of a turn in order to understand its next frame. */
export type TurnReading = {
  readonly texts: Texts;
  readonly tools: Tools;
  /** What the agent has asked, by the id of its call. */
  readonly asked: ReadonlyMap<string, Asked>;
  /** A tool ran after the last whole text: what stands there is no complete answer any more. */
  readonly toolSinceText: boolean;
  readonly thinking: boolean;
  readonly failed: boolean;
};

type TurnStep = { readonly reading: TurnReading; readonly events: readonly AgentEvent[] };

export const freshReading: TurnReading = {
  texts: noTexts,
  tools: new Map(),
  asked: new Map(),
  toolSinceText: false,
  thinking: false,
  failed: false,
};

/** What one frame says. Pure: the same frames give the same events, however the network cut them. */
export function readTurn(reading: TurnReading, frame: Frame): TurnStep {
  switch (frame.kind) {
    case 'heartbeat':
      return { reading, events: [{ kind: 'heartbeat' }] };
    case 'error':
      return fail(reading, 'agent', frame.message, isAnswered(reading));
    case 'unreadable':
      return fail(reading, 'unreadable', 'A frame of the stream is no JSON', isAnswered(reading));
    case 'event':
      return readEvent(reading, frame.event);
    default:
      return assertNever(frame);
  }
}

/** Gives the stream up because it passed a limit. */
export function giveUp(reading: TurnReading, limit: string): TurnStep {
  return fail(reading, 'too-much', limit, isAnswered(reading));
}

/** The end of the body. `cut`: the connection broke, or the last frame was cut off. */
export function endTurn(reading: TurnReading, cut: boolean): readonly AgentEvent[] {
  // wire contract: "When a stream breaks there is no aggregate"
  const broken = cut || (isWriting(reading.texts) && !reading.failed);
  const { texts, events } = settleAll(reading.texts);
  const silent = texts.shown === 0 && reading.asked.size === 0 && !reading.failed;
  return [...events, { kind: 'end', silent, broken }];
}

function readEvent(reading: TurnReading, event: AgentFrame): TurnStep {
  const answered = isAnswered(reading);
  const systemError = systemErrorOf(event);
  if (systemError !== null) return fail(reading, 'agent', systemError, answered);
  const read = readParts(reading, event);
  const failure = failureOf(event);
  if (failure === null) return read;
  const failed = fail(read.reading, 'agent', failure, answered);
  return { reading: failed.reading, events: [...read.events, ...failed.events] };
}

function readParts(reading: TurnReading, event: AgentFrame): TurnStep {
  let read = reading;
  const all: AgentEvent[] = [];
  for (const part of event.author === 'user' ? [] : joinTexts(event)) {
    const { reading: next, events } = readPart(read, part, event);
    read = next;
    all.push(...events);
  }
  return { reading: read, events: all };
}

/** Neighbouring texts of one event are one text; thoughts beside an answer say nothing new. */
function joinTexts(event: AgentFrame): readonly Part[] {
  const hasText = event.parts.some((part) => part.kind === 'text');
  const joined: Part[] = [];
  for (const part of event.parts) {
    const last = joined.at(-1);
    if (part.kind === 'thought' && hasText) continue;
    if (part.kind === 'text' && part.text === event.errorMessage) continue;
    if (part.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

function readPart(reading: TurnReading, part: Part, { partial, alone }: AgentFrame): TurnStep {
  switch (part.kind) {
    case 'thought':
      return { reading: { ...reading, thinking: true }, events: reading.thinking ? [] : [{ kind: 'thinking' }] };
    case 'text': {
      const { texts } = reading;
      const step = partial ? addChunk(texts, part.text, alone) : addWhole(texts, part.text, part.instead);
      return readText(reading, step, partial);
    }
    case 'call':
    case 'response': {
      if (isQuestion(part.name)) return readAsked(reading, part);
      const { tools, events } = addTool(reading.tools, part);
      const toolSinceText = reading.toolSinceText || events.length > 0;
      const closed = closeText(reading.texts);
      return {
        reading: { ...reading, tools, texts: closed.texts, toolSinceText, thinking: false },
        events: [...closed.events, ...events],
      };
    }
    default:
      return assertNever(part);
  }
}

function readText(reading: TurnReading, { texts, events }: TextStep, partial: boolean): TurnStep {
  const toolSinceText = reading.toolSinceText && (partial || events.length === 0);
  return { reading: { ...reading, texts, toolSinceText, thinking: false }, events };
}

/** A question is told when it can be read, and again when it has changed: servers send a call twice. Its response says nothing. */
function readAsked(reading: TurnReading, part: ToolPart): TurnStep {
  const { texts, events } = closeText(reading.texts);
  const asked = part.kind === 'call' ? part.asked : null;
  const id = part.id ?? part.name;
  if (asked === null || isDeepStrictEqual(reading.asked.get(id), asked))
    return { reading: { ...reading, texts }, events };
  const all = new Map([...reading.asked, [id, asked]]);
  return {
    reading: { ...reading, texts, asked: all, thinking: false },
    events: [...events, { kind: 'question', id, asked }],
  };
}

function systemErrorOf(event: AgentFrame): string | null {
  if (event.author.toLowerCase() !== 'system') return null;
  const text = event.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  return text.startsWith('Error:') ? text.slice('Error:'.length).trim() : null;
}

/** Two codes only say that a turn ended without text (wire contract: "None of these means that the edit failed"). */
function failureOf({ errorCode, errorMessage }: AgentFrame): string | null {
  if (errorCode === 'MODEL_RETURNED_NO_CONTENT') return null;
  if (errorCode === 'STOP' && errorMessage === null) return null;
  return errorMessage ?? errorCode;
}

function isAnswered(reading: TurnReading): boolean {
  const { texts } = reading;
  return texts.shown > 0 && texts.pending.every((text) => text.index === null) && !reading.toolSinceText;
}

function fail(
  reading: TurnReading,
  reason: 'agent' | 'unreadable' | 'too-much',
  message: string,
  afterAnswer: boolean,
): TurnStep {
  if (afterAnswer && isApology(message)) return { reading, events: [] };
  return {
    reading: { ...reading, failed: true },
    events: [{ kind: 'failure', reason, message, afterAnswer }],
  };
}

/** No turn uses more tools; those that come all the same say nothing. */
const mostTools = 1_000;

type ToolStep = { readonly tools: Tools; readonly events: readonly AgentEvent[] };

/**
 * A call or its response. Progressive servers send both twice: every phase is told once (wire contract: "deduplicate by its id").
 * Where a server gives no ids, calls of one name are taken to follow one another.
 */
function addTool(tools: Tools, part: ToolPart): ToolStep {
  if (tools.size >= mostTools && (part.id === null || !tools.has(part.id))) return { tools, events: [] };
  const id = part.id ?? idByName(tools, part.name);
  const known = tools.get(id);
  const { name } = part;
  if (part.kind === 'call') {
    if (known !== undefined) return { tools, events: [] };
    return {
      tools: withTool(tools, id, { name, over: false }),
      events: [{ kind: 'tool', id, name, phase: 'started' }],
    };
  }
  if (known?.over === true) return { tools, events: [] };
  const phase = part.failed ? 'failed' : 'finished';
  return { tools: withTool(tools, id, { name, over: true }), events: [{ kind: 'tool', id, name, phase }] };
}

function withTool(tools: Tools, id: string, tool: Tool): Tools {
  return new Map([...tools, [id, tool]]);
}

function idByName(tools: Tools, name: string): string {
  const running = [...tools].find(([id, tool]) => id.startsWith(`${name}#`) && !tool.over);
  const count = [...tools.keys()].filter((id) => id.startsWith(`${name}#`)).length;
  return running?.[0] ?? `${name}#${count}`;
}

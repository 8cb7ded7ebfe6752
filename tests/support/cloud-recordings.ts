import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentEvent, AgentEvents } from '../../src/main/api/stream/agent-event.ts';
import { readAgentStream, type StreamLimits } from '../../src/main/api/stream/read-agent-stream.ts';

/** A raw recording of a real server, by its file name. */
export function recording(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../contract/recordings', name));
}

/** A body that comes in these pieces, each by itself. */
export async function* pieces(chunks: readonly Uint8Array[], failure?: Error): AsyncGenerator<Uint8Array> {
  yield* chunks;
  if (failure !== undefined) throw failure;
}

/** All events of a stream that arrives in these pieces and then ends, or breaks with `failure`. */
export async function readPieces(
  chunks: readonly Uint8Array[],
  options: { readonly failure?: Error; readonly limits?: StreamLimits } = {},
): Promise<readonly AgentEvent[]> {
  return collect(readAgentStream(pieces(chunks, options.failure), options.limits));
}

/** All events, with neighbouring deltas joined: how they were grouped depends on the network. */
export async function collect(events: AgentEvents): Promise<readonly AgentEvent[]> {
  const all: AgentEvent[] = [];
  for await (const event of singly(events)) {
    const last = all.at(-1);
    if (event.kind === 'text' && last?.kind === 'text' && last.index === event.index)
      all[all.length - 1] = { ...event, delta: last.delta + event.delta };
    else all.push(event);
  }
  return all;
}

/** Events one by one, however they came together. */
export async function* singly(events: AgentEvents): AsyncGenerator<AgentEvent, void, undefined> {
  for await (const together of events) yield* together;
}

/** The text a reader of these events has on the screen, one entry per text of the turn. */
export function shownTexts(events: readonly AgentEvent[]): readonly string[] {
  const texts: string[] = [];
  for (const event of events) {
    if (event.kind === 'text') texts[event.index] = (texts[event.index] ?? '') + event.delta;
    if (event.kind === 'text-settled' || event.kind === 'text-replaced') texts[event.index] = event.text;
  }
  return texts;
}

/** Frames as the agent's server writes them. */
export function frames(...events: readonly unknown[]): Uint8Array {
  return new TextEncoder().encode(
    events.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`).join(''),
  );
}

/** An event of the agent with these parts. */
export function event(parts: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): unknown {
  return { author: 'nemo_agent', content: { role: 'model', parts }, ...more };
}

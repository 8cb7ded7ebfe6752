import { isDeepStrictEqual } from 'node:util';
import type { AgentFrame, Frame, Part } from './frame.ts';

/** How many event ids are remembered: a repetition follows its event closely. */
const mostIds = 500;

type Seen = { readonly parts: readonly Part[]; readonly failures: readonly string[] };

/**
 * Takes out what an event of the same id has brought already (wire contract: "An event's `id` names it"). What is new under a known id
 * passes: an event with an artifact comes as two frames, and some servers give all chunks of an answer one id. Null: nothing is left.
 */
export function createRepeatFilter(): (frame: Frame) => Frame | null {
  const events = createMemory<Seen>();
  const chunks = createMemory<string>();
  /** Different chunks came under one id: here it does not name them. */
  let sharesIds = false;

  const isNewChunk = (text: string, id: string): boolean => {
    const earlier = chunks.get(id);
    sharesIds ||= earlier !== undefined && earlier !== text;
    if (sharesIds) return true;
    chunks.set(id, text);
    return earlier === undefined;
  };

  const event = (frame: AgentFrame, id: string): AgentFrame => {
    const before = events.get(id) ?? { parts: [], failures: [] };
    const failure = JSON.stringify([frame.errorCode, frame.errorMessage]);
    const parts = frame.parts.flatMap((part) => withoutRepeated(part, before.parts));
    events.set(id, { parts: [...before.parts, ...parts], failures: [...before.failures, failure] });
    if (!before.failures.includes(failure)) return { ...frame, parts };
    return { ...frame, parts, errorCode: null, errorMessage: null };
  };

  return (frame) => {
    if (frame.kind !== 'event' || frame.event.id === null) return frame;
    const { id, partial, parts } = frame.event;
    if (!partial) return { kind: 'event', event: event(frame.event, id) };
    const [part] = parts;
    return parts.length !== 1 || part?.kind !== 'text' || isNewChunk(part.text, id) ? frame : null;
  };
}

type Memory<T> = { readonly get: (id: string) => T | undefined; readonly set: (id: string, value: T) => void };

function createMemory<T>(): Memory<T> {
  const kept = new Map<string, T>();
  return {
    get: (id) => kept.get(id),
    set: (id, value) => {
      kept.set(id, value);
      const [oldest] = kept.keys();
      if (kept.size > mostIds && oldest !== undefined) kept.delete(oldest);
    },
  };
}

function withoutRepeated(part: Part, before: readonly Part[]): readonly Part[] {
  if (before.some((earlier) => isDeepStrictEqual({ ...earlier, instead: null }, { ...part, instead: null }))) return [];
  if (part.kind !== 'text') return [part];
  const texts = before.flatMap((earlier) => (earlier.kind === 'text' ? [earlier.text] : []));
  return [{ ...part, instead: texts.findLast((text) => part.text.startsWith(text)) ?? null }];
}

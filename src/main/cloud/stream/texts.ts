import type { AgentEvent } from './agent-event.ts';

/** A text whose aggregate has not come yet. `index` is null while nothing of it has been shown; `lead`: how it begins. */
type Pending = { readonly text: string; readonly lead: string; readonly open: boolean; readonly index: number | null };

/** The texts of one turn. `shown` counts those that have been shown. */
export type Texts = { readonly pending: readonly Pending[]; readonly shown: number };

export type TextStep = { readonly texts: Texts; readonly events: readonly AgentEvent[] };

export const noTexts: Texts = { pending: [], shown: 0 };

/** wire contract: 'a trailing "I encountered a temporary issue" after a normal answer is dropped' */
const apology = 'i encountered a temporary issue';

export function isApology(text: string): boolean {
  return leadOf('', text) === apology;
}

/** The first letters of a text that has grown, as far as they tell whether it is the apology; empty while it is blank. */
function leadOf(lead: string, more: string): string {
  return (lead === '' ? more.trimStart() : lead + more).slice(0, apology.length).toLowerCase();
}

/** Whether the answer is being written right now, with no aggregate yet. */
export function isWriting(texts: Texts): boolean {
  return texts.pending.some((text) => text.open && text.index !== null);
}

/** A chunk: more of the text that is open, or the start of another. */
export function addChunk(texts: Texts, chunk: string): TextStep {
  const last = texts.pending.at(-1);
  const current = last?.open === true ? last : { text: '', lead: '', open: true, index: null };
  const others = last?.open === true ? texts.pending.slice(0, -1) : texts.pending;
  const text = current.text + chunk;
  if (current.index !== null) {
    const pending = [...others, { ...current, text }];
    return { texts: { ...texts, pending }, events: [{ kind: 'text', index: current.index, delta: chunk }] };
  }
  const lead = leadOf(current.lead, chunk);
  if (mustWait(lead, texts.shown)) {
    return { texts: { ...texts, pending: [...others, { ...current, text, lead }] }, events: [] };
  }
  const index = texts.shown;
  return {
    texts: { pending: [...others, { ...current, text, lead, index }], shown: index + 1 },
    events: [{ kind: 'text', index, delta: text }],
  };
}

/** No more chunks come for the text that is open, since something else came; its aggregate may still follow. */
export function closeText(texts: Texts): Texts {
  return { ...texts, pending: texts.pending.map((text) => ({ ...text, open: false })) };
}

/** A whole text: the aggregate of chunks that have been shown already, or a new one. */
export function addWhole(texts: Texts, whole: string): TextStep {
  if (whole.trim() === '') return { texts, events: [] };
  const { pending } = texts;
  if (pending.length > 1 && pending.map((text) => text.text).join('') === whole) return settleAll(texts);
  const same = pending.findIndex(({ text }) => whole.startsWith(text) || text.startsWith(whole));
  const position = same === -1 ? pending.findIndex((text) => text.open) : same;
  const found = pending[position] ?? { text: '', lead: '', open: false, index: null };
  const rest = pending.filter((text) => text !== found);
  return settle({ ...texts, pending: rest }, found, whole);
}

/** The turn is over: what is still pending is all there is. */
export function settleAll(texts: Texts): TextStep {
  let step: TextStep = { texts: { ...texts, pending: [] }, events: [] };
  for (const pending of texts.pending) {
    const { texts: next, events } = settle(step.texts, pending, pending.text);
    step = { texts: next, events: [...step.events, ...events] };
  }
  return step;
}

function settle(texts: Texts, pending: Pending, whole: string): TextStep {
  if (pending.index === null && (whole.trim() === '' || (texts.shown > 0 && isApology(whole)))) {
    return { texts, events: [] };
  }
  const index = pending.index ?? texts.shown;
  const known = pending.index === null ? '' : pending.text;
  const delta = whole.startsWith(known) ? whole.slice(known.length) : '';
  const settled: AgentEvent = { kind: 'text-settled', index, text: withoutApology(whole) };
  return {
    texts: { ...texts, shown: Math.max(texts.shown, index + 1) },
    events: delta === '' ? [settled] : [{ kind: 'text', index, delta }, settled],
  };
}

/** Nothing is shown of a text that is blank so far, or that may turn out to be the apology after an answer. */
function mustWait(lead: string, shown: number): boolean {
  return lead === '' || (shown > 0 && apology.startsWith(lead));
}

function withoutApology(text: string): string {
  // From its end on: a pattern would look for that end from every blank of a long answer.
  const trimmed = text.trimEnd();
  const line = trimmed.lastIndexOf('\n');
  if (line === -1 || !isApology(trimmed.slice(line))) return text;
  const rest = trimmed.slice(0, line).trimEnd();
  return rest.trimStart() === '' ? text : rest;
}

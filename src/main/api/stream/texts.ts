import type { AgentEvent } from './agent-event.ts';

/**
 * What the chunks of a server are: more of the text, as ADK servers send them, or all of it so far again ("He", "Hello"). `unknown` while
 * none has told.
 */
type ChunkStyle = 'unknown' | 'more' | 'whole';

/** A text as far as its chunks have brought it. */
type Written = {
  readonly text: string;
  /**
   * Whether chunks repeat the whole text: the `last` one, and all `together` if not, while each chunk begins with the one before.
   * `grew`: a chunk was longer than its predecessor, which chance does not make. Null: chunks are increments.
   */
  readonly repeats: { readonly last: string; readonly together: string; readonly grew: boolean } | null;
};

/**
 * A text whose aggregate has not come yet, or will not come (`alone`). `index` is null while nothing of it has been shown; `seen` is what
 * the reader has of it; `lead`: how it begins.
 */
type Pending = Written & {
  readonly seen: string;
  readonly lead: string;
  readonly open: boolean;
  readonly alone: boolean;
  readonly index: number | null;
};

/** The texts of one turn. `shown` counts those that have been shown; `settled` has the finished ones by index. */
export type Texts = {
  readonly pending: readonly Pending[];
  readonly shown: number;
  readonly settled: readonly string[];
  readonly style: ChunkStyle;
};

export type TextStep = { readonly texts: Texts; readonly events: readonly AgentEvent[] };

export const noTexts: Texts = { pending: [], shown: 0, settled: [], style: 'unknown' };

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
  return texts.pending.some((text) => text.open && !text.alone && text.index !== null);
}

/** A chunk: more of the text that is open, or the start of another. `alone`: no aggregate will follow. */
export function addChunk(before: Texts, chunk: string, alone: boolean): TextStep {
  const last = before.pending.at(-1);
  const current = last?.open === true ? last : newText(before);
  const others = last?.open === true ? before.pending.slice(0, -1) : before.pending;
  const { written, more } = write(current, chunk);
  const texts = { ...before, style: styleOf(before.style, current, written) };
  const lead = more === null ? leadOf('', written.text) : leadOf(current.lead, more);
  const isAlone = alone && (current.alone || current.text === '');
  const now = { ...current, ...written, lead, alone: isAlone, seen: written.text };
  if (now.index !== null) {
    return { texts: { ...texts, pending: [...others, now] }, events: eventsOf(now.index, written.text, more) };
  }
  if (mustWait(lead, texts.shown))
    return { texts: { ...texts, pending: [...others, { ...now, seen: '' }] }, events: [] };
  const index = texts.shown;
  return {
    texts: { ...texts, pending: [...others, { ...now, index }], shown: index + 1 },
    events: [{ kind: 'text', index, delta: written.text }],
  };
}

function newText({ style }: Texts): Pending {
  return { ...unwritten(style), seen: '', lead: '', open: true, alone: false, index: null };
}

function eventsOf(index: number, text: string, more: string | null): readonly AgentEvent[] {
  if (more === null) return [{ kind: 'text-replaced', index, text }];
  return more === '' ? [] : [{ kind: 'text', index, delta: more }];
}

/** No more chunks come for the text that is open, since something else came; its aggregate may still follow, if it has one. */
export function closeText(texts: Texts): TextStep {
  const closed = texts.pending.filter(({ alone }) => !alone).map((text) => ({ ...text, open: false }));
  return settleAll({ ...texts, pending: texts.pending.filter(({ alone }) => alone) }, closed);
}

/**
 * A whole text: the aggregate of chunks that have been shown already, or a new one. `instead`: an earlier state of the same event, in whose
 * place it comes.
 */
export function addWhole(texts: Texts, whole: string, instead: string | null = null): TextStep {
  if (whole.trim() === '') return { texts, events: [] };
  const earlier = instead === null ? -1 : texts.settled.lastIndexOf(instead);
  if (earlier >= 0) return settleAt(texts, earlier, whole);
  const { pending } = texts;
  if (pending.length > 1 && pending.map((text) => text.text).join('') === whole) return settleAll(texts);
  const same = pending.findIndex(({ text }) => whole.startsWith(text) || text.startsWith(whole));
  const position = same === -1 ? pending.findIndex((text) => text.open) : same;
  const found = pending[position] ?? newText(texts);
  const rest = pending.filter((text) => text !== found);
  return settle({ ...texts, pending: rest }, found, whole);
}

/** What is pending is all there is of it; `others` stay. */
export function settleAll(texts: Texts, others: readonly Pending[] = []): TextStep {
  let step: TextStep = { texts: { ...texts, pending: others }, events: [] };
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
  const delta = whole.startsWith(pending.seen) ? whole.slice(pending.seen.length) : '';
  const step = settleAt({ ...texts, shown: Math.max(texts.shown, index + 1) }, index, whole);
  return delta === '' ? step : { ...step, events: [{ kind: 'text', index, delta }, ...step.events] };
}

function settleAt(texts: Texts, index: number, whole: string): TextStep {
  const settled = [...texts.settled];
  settled[index] = whole;
  return { texts: { ...texts, settled }, events: [{ kind: 'text-settled', index, text: withoutApology(whole) }] };
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

/** `more`: what was put behind the text; null where it is another one now. */
type Step = { readonly written: Written; readonly more: string | null };

/** A text before its first chunk, from a server of which this is known. */
function unwritten(style: ChunkStyle): Written {
  return { text: '', repeats: style === 'more' ? null : { last: '', together: '', grew: style === 'whole' } };
}

/** The text after one more chunk. Takes no longer for a long text than for a short one: only chunks are compared. */
function write({ text, repeats }: Written, chunk: string): Step {
  if (repeats === null || chunk === '') return { written: { text: text + chunk, repeats }, more: chunk };
  const { last, grew } = repeats;
  const together = repeats.together + chunk;
  if (!chunk.startsWith(last)) {
    return { written: { text: together, repeats: null }, more: grew && last !== '' ? null : chunk };
  }
  const grows = grew || (last !== '' && chunk.length > last.length);
  const next = { last: chunk, together, grew: grows };
  if (!grows) return { written: { text: together, repeats: next }, more: chunk };
  // Either each chunk so far was all of the text, or the chunks before were put behind each other.
  const continues = grew || repeats.together.length === last.length;
  return { written: { text: chunk, repeats: next }, more: continues ? chunk.slice(last.length) : null };
}

/** What is known of the server after this. */
function styleOf(before: ChunkStyle, { repeats }: Written, after: Written): ChunkStyle {
  if (after.repeats === null) return repeats === null ? before : 'more';
  return after.repeats.grew ? 'whole' : before;
}

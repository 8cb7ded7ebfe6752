import { assertNever } from '../../shared/assert-never.ts';
import {
  addresses,
  links,
  names,
  rows,
  smallWords,
  traditionalUi,
  type Pattern,
  type Row,
} from './gui-talk-grammar.ts';
import { traditional } from './intent-grammar.ts';

/** A word of a clause, plain and as it was written. Quoted text is one word: it can name what is clicked, but starts nothing. */
export type Word = { readonly plain: string; readonly raw: string; readonly isQuoted: boolean; readonly at: number };

/**
 * What a clause is. `maybe`: with more words it may become an instruction. `from` is the index of the instruction's first word,
 * behind openings like "you can".
 */
export type Reading =
  | { readonly kind: 'instruction'; readonly row: Row; readonly from: number }
  | { readonly kind: 'maybe' }
  | { readonly kind: 'content' };

type Phrase = readonly string[];
type Slot =
  | { readonly kind: 'words'; readonly choices: Table; readonly isOptional: boolean }
  | { readonly kind: 'any'; readonly upTo: number }
  | { readonly kind: 'name' };

/** `from` and `isAddressed` say how far the openings went. */
type Place = { readonly from: number; readonly isAddressed: boolean };
type Opening = { readonly slots: readonly Slot[]; readonly isAddressed: boolean };
type Rule = { readonly slots: readonly Slot[]; readonly row: Row };

const simplified = new Map([...(traditional + traditionalUi).matchAll(/(.)(.)/gu)].map((pair) => [pair[1], pair[2]]));
const han = /^\p{Script=Han}/u;
const ascii = /^[\x20-\x7e]*$/;
const wordForms = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}-])+/gu;

/** A word without its case, width, apostrophes and script variant. */
export function plainly(word: string): string {
  const known = simplified.get(word);
  if (known !== undefined || han.test(word)) return known ?? word;
  return (ascii.test(word) ? word : word.normalize('NFKC')).toLowerCase().replace(/['’]/g, '');
}

function phraseOf(text: string): Phrase {
  return (text.match(wordForms) ?? []).map(plainly);
}

/** The phrases of a slot, parted by `|`, each as its words. */
export function phrases(slot: string): readonly Phrase[] {
  return slot.split('|').map(phraseOf);
}

/** Phrases by their first word. */
export type Table = ReadonlyMap<string, readonly Phrase[]>;

function byFirst(all: readonly Phrase[]): Table {
  const table = new Map<string, readonly Phrase[]>();
  for (const phrase of all) {
    const [first] = phrase;
    if (first !== undefined) table.set(first, [...(table.get(first) ?? []), phrase]);
  }
  return table;
}

/** A table of phrases, parted by `|`. */
export function tableOf(text: string): Table {
  return byFirst(phrases(text));
}

function wordsSlot(text: string): Slot {
  const all = phrases(text);
  return { kind: 'words', choices: byFirst(all), isOptional: all.some(({ length }) => length === 0) };
}

function slotOf(slot: string): Slot {
  if (slot.startsWith('*')) return { kind: 'any', upTo: Number(slot.slice(1)) };
  return slot === '@name' ? { kind: 'name' } : wordsSlot(slot);
}

/** By the first word of the first slot; of optional first slots, by those of the next. */
function index<T extends { readonly slots: readonly Slot[] }>(
  entries: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const entry of entries) {
    for (const first of new Set(firstWords(entry.slots))) {
      const known = found.get(first);
      if (known === undefined) found.set(first, [entry]);
      else known.push(entry);
    }
  }
  return found;
}

function firstWords([slot, ...rest]: readonly Slot[]): readonly string[] {
  if (slot?.kind !== 'words') return [];
  return [...slot.choices.keys(), ...(slot.isOptional ? firstWords(rest) : [])];
}

const rules = index<Rule>(rows.flatMap((row) => row.patterns.map((pattern) => ({ slots: pattern.map(slotOf), row }))));
const opening = (isAddressed: boolean) => (pattern: Pattern) => ({ slots: pattern.map(slotOf), isAddressed });
const openings = index<Opening>([...addresses.map(opening(true)), ...links.map(opening(false))]);
const small = new Set(smallWords.split('|'));
const nameSlot = wordsSlot(names);

/** How many words a phrase takes at a place: 0 where it does not stand there, null where the words end within it. */
function taken(phrase: Phrase, words: readonly Word[], at: number): number | null {
  for (let part = 1; part < phrase.length; part += 1) {
    if (at + part >= words.length) return null;
    if (words[at + part]?.plain !== phrase[part]) return 0;
  }
  return phrase.length;
}

function isCalled({ raw }: Word, choices: Table): boolean {
  const inner = phraseOf(raw.slice(0, 60));
  return (choices.get(inner[0] ?? '') ?? []).some((phrase) => phrase.every((part, at) => inner[at] === part));
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.raw);
}

/** Told of every place where something can end; of null where it could with more words. */
type Ends = (end: number | null) => void;

function slotEnds(slot: Slot, words: readonly Word[], at: number, tell: Ends): void {
  const word = words[at];
  switch (slot.kind) {
    case 'words':
      if (slot.isOptional) tell(at);
      if (word === undefined) tell(null);
      else if (word.isQuoted && isCalled(word, slot.choices)) tell(at + 1);
      else phraseEnds(slot.choices.get(word.plain), words, at, tell);
      return;
    case 'any':
      for (let end = at; end <= at + slot.upTo; end += 1) {
        tell(end);
        if (small.has(words[end]?.plain ?? '')) return;
        if (end >= words.length) return tell(null);
      }
      return;
    case 'name':
      if (word === undefined) tell(null);
      else if (!word.isQuoted && !isCapital(word)) slotEnds(nameSlot, words, at, tell);
      else {
        tell(at + 1);
        if (isCapital(words[at + 1])) tell(at + 2);
        else if (words[at + 1] === undefined) tell(null);
      }
      return;
    default:
      assertNever(slot);
  }
}

function phraseEnds(choices: readonly Phrase[] = [], words: readonly Word[], at: number, tell: Ends): void {
  for (const phrase of choices) {
    const count = taken(phrase, words, at);
    if (count !== 0) tell(count === null ? null : at + count);
  }
}

/** Where a row of slots can end. */
function ends(slots: readonly Slot[], words: readonly Word[], from: number, tell: Ends, index = 0): void {
  const slot = slots[index];
  if (slot === undefined) {
    tell(from);
    return;
  }
  slotEnds(slot, words, from, (end) => {
    if (end === null) tell(null);
    else ends(slots, words, end, tell, index + 1);
  });
}

/** Whether a rule's pattern stands at a place; null where more words have to tell. */
function stands({ slots }: Rule, words: readonly Word[], from: number): boolean | null {
  let isFound = false;
  let isOpen = false;
  ends(slots, words, from, (end) => {
    isOpen ||= end === null;
    isFound ||= end !== null && words[end]?.plain !== 'of';
  });
  return isFound || (isOpen ? null : false);
}

const none: readonly never[] = [];

/** Reads a clause from its first word. `isComplete`: no more words follow. `isFirst`: nothing of its sentence stands before it. */
export function readClause(words: readonly Word[], isComplete: boolean, isFirst: boolean): Reading {
  let isOpen = false;
  const places: Place[] = [{ from: 0, isAddressed: isFirst }];
  for (const { from, isAddressed } of places) {
    const first = words[from]?.plain;
    isOpen ||= first === undefined;
    for (const rule of rules.get(first ?? '') ?? none) {
      const found = rule.row.needsAddress && !isAddressed ? false : stands(rule, words, from);
      if (found === true) return { kind: 'instruction', row: rule.row, from };
      isOpen ||= found === null;
    }
    for (const opening of openings.get(first ?? '') ?? none) {
      const next = isAddressed || opening.isAddressed;
      ends(opening.slots, words, from, (end) => {
        isOpen ||= end === null;
        const isKnown = places.some((place) => place.from === end && place.isAddressed === next);
        if (end !== null && !isKnown) places.push({ from: end, isAddressed: next });
      });
    }
  }
  return { kind: isOpen && !isComplete ? 'maybe' : 'content' };
}

/** Whether a clause holds nothing but openings, like "Great," or "Now,". */
export function isOnlyOpening(words: readonly Word[]): boolean {
  const places = new Set([0]);
  for (const from of places) {
    for (const { slots } of openings.get(words[from]?.plain ?? '') ?? none) {
      ends(slots, words, from, (end) => end !== null && places.add(end));
    }
  }
  return words.length > 0 && places.has(words.length);
}

/** How many words of the table's longest phrase a clause begins with: 0 for none; null where more words have to tell. */
export function beginning(words: readonly Word[], table: Table): number | null {
  const [first] = words;
  if (first === undefined) return null;
  let longest = 0;
  let isOpen = false;
  phraseEnds(table.get(first.plain), words, 0, (end) => {
    isOpen ||= end === null;
    longest = Math.max(longest, end ?? 0);
  });
  return longest === 0 && isOpen ? null : longest;
}

/** Whether a clause has one of the phrases anywhere, or a quoted name that begins so. */
export function has(words: readonly Word[], table: Table): boolean {
  return words.some((word, at) =>
    word.isQuoted ? isCalled(word, table) : (beginning(words.slice(at), table) ?? 0) > 0,
  );
}

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

export type Phrase = readonly string[];
type Slot =
  | { readonly kind: 'words'; readonly choices: readonly Phrase[] }
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

/** The words of a slot, parted by `|`. */
function phrases(slot: string): readonly Phrase[] {
  return slot.split('|').map(phraseOf);
}

/** Phrases by their first word. */
export type Table = ReadonlyMap<string, readonly Phrase[]>;

/** A table of phrases, parted by `|`. */
export function tableOf(text: string): Table {
  const table = new Map<string, readonly Phrase[]>();
  for (const phrase of phrases(text)) table.set(phrase[0] ?? '', [...(table.get(phrase[0] ?? '') ?? []), phrase]);
  return table;
}

function slotOf(slot: string): Slot {
  if (slot.startsWith('*')) return { kind: 'any', upTo: Number(slot.slice(1)) };
  return slot === '@name' ? { kind: 'name' } : { kind: 'words', choices: phrases(slot) };
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
  return slot.choices.flatMap(([first]) => (first === undefined ? firstWords(rest) : [first]));
}

const rules = index<Rule>(rows.flatMap((row) => row.patterns.map((pattern) => ({ slots: pattern.map(slotOf), row }))));
const opening = (isAddressed: boolean) => (pattern: Pattern) => ({ slots: pattern.map(slotOf), isAddressed });
const openings = index<Opening>([...addresses.map(opening(true)), ...links.map(opening(false))]);
const small = new Set(smallWords.split('|'));
const nameSlot: Slot = { kind: 'words', choices: phrases(names) };

/** How many words a phrase takes at a place; null where it does not stand there, `starved` where the words end within it. */
function taken(phrase: Phrase, words: readonly Word[], at: number): number | 'starved' | null {
  const word = words[at];
  if (word?.isQuoted && phrase.length > 0) return isCalled(word, phrase) ? 1 : null;
  const missing = phrase.findIndex((part, offset) => words[at + offset]?.plain !== part);
  if (missing < 0) return phrase.length;
  return at + missing >= words.length ? 'starved' : null;
}

function isCalled({ raw }: Word, phrase: Phrase): boolean {
  const inner = phraseOf(raw.slice(0, 60));
  return phrase.every((part, index) => inner[index] === part);
}

/** Where a slot can end; null among them where it could with more words. */
function slotEnds(slot: Slot, words: readonly Word[], at: number): readonly (number | null)[] {
  const word = words[at];
  switch (slot.kind) {
    case 'words':
      return slot.choices.flatMap((choice) => {
        const count = taken(choice, words, at);
        return count === null ? [] : [count === 'starved' ? null : at + count];
      });
    case 'any': {
      const rest = words.slice(at, at + slot.upTo);
      const stop = rest.findIndex(({ plain }) => small.has(plain));
      const count = stop < 0 ? rest.length : stop;
      const steps = Array.from({ length: count + 1 }, (_, step): number | null => at + step);
      return stop < 0 && rest.length < slot.upTo ? [...steps, null] : steps;
    }
    case 'name':
      if (word === undefined) return [null];
      return word.isQuoted || /^\p{Lu}/u.test(word.raw)
        ? [
            at + 1,
            ...(words[at + 1] === undefined ? [null] : /^\p{Lu}/u.test(words[at + 1]?.raw ?? '') ? [at + 2] : []),
          ]
        : slotEnds(nameSlot, words, at);
    default:
      return assertNever(slot);
  }
}

/** Where a row of slots can end; null among them where it could with more words. */
function ends(slots: readonly Slot[], words: readonly Word[], from: number): ReadonlySet<number | null> {
  let places: ReadonlySet<number | null> = new Set([from]);
  for (const slot of slots) {
    places = new Set([...places].flatMap((at) => (at === null ? [null] : slotEnds(slot, words, at))));
  }
  return places;
}

/**
 * Reads a clause from its first word. `isComplete`: no more words follow. `isFirst`: nothing of its sentence stands before it.
 */
export function readClause(words: readonly Word[], isComplete: boolean, isFirst: boolean): Reading {
  let isOpen = false;
  const places: Place[] = [{ from: 0, isAddressed: isFirst }];
  for (const place of places) {
    const first = words[place.from]?.plain;
    isOpen ||= first === undefined;
    if (first === undefined) continue;
    for (const { slots, row } of rules.get(first) ?? []) {
      if (row.needsAddress && !place.isAddressed) continue;
      const found = ends(slots, words, place.from);
      isOpen ||= found.has(null);
      if ([...found].some((end) => end !== null && words[end]?.plain !== 'of')) {
        return { kind: 'instruction', row, from: place.from };
      }
    }
    for (const opening of openings.get(first) ?? []) {
      for (const end of ends(opening.slots, words, place.from)) {
        isOpen ||= end === null;
        if (end === null) continue;
        const isAddressed = place.isAddressed || opening.isAddressed;
        if (!places.some((known) => known.from === end && known.isAddressed === isAddressed)) {
          places.push({ from: end, isAddressed });
        }
      }
    }
  }
  return isOpen && !isComplete ? { kind: 'maybe' } : { kind: 'content' };
}

/** Whether a clause holds nothing but openings, like "Great," or "Now,". */
export function isOnlyOpening(words: readonly Word[]): boolean {
  const places = [0];
  for (const from of places) {
    if (from === words.length) return words.length > 0;
    for (const { slots } of openings.get(words[from]?.plain ?? '') ?? []) {
      places.push(
        ...([...ends(slots, words, from)].filter((end) => end !== null && !places.includes(end)) as number[]),
      );
    }
  }
  return false;
}

/** How many words of the table's longest phrase a clause begins with: 0 for none; null where more words have to tell. */
export function beginning(words: readonly Word[], table: Table): number | null {
  const [first] = words;
  if (first === undefined) return null;
  const found = (table.get(first.plain) ?? []).map((phrase) => taken(phrase, words, 0));
  const longest = found.reduce<number>((best, count) => (typeof count === 'number' && count > best ? count : best), 0);
  return longest === 0 && found.includes('starved') ? null : longest;
}

/** Whether a clause has one of the phrases anywhere. */
export function has(words: readonly Word[], table: Table): boolean {
  return words.some((_, at) => (beginning(words.slice(at), table) ?? 0) > 0);
}

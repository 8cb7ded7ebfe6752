import type { Route } from '../../../shared/domain/turn.ts';
import { simplified } from '../../../shared/simplified.ts';
import { intentRules, localRoutes, wordClasses, type Pattern, type RuleName } from './grammar.ts';

/** No whole intent is longer, courtesy included; in UTF-16 units. */
const longestIntent = 160;
/** And none has more words, each Han character being one. */
const mostWords = 60;

/** A step of a phrase: a word, `<rule>`, or `#class`. */
type Phrase = readonly string[];

/** What can stand in a slot: phrases by their first word, and those that begin with a rule or a class. */
type Slot = {
  readonly isOptional: boolean;
  readonly byWord: ReadonlyMap<string, readonly Phrase[]>;
  readonly others: readonly Phrase[];
};

/** Two ways to write a word: a Latin run, or one Han character. All else (spaces, punctuation, emoji) only parts words. */
const step = /<[a-z-]+>|#[a-z]+|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const word = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** The words of a text: width, case, script variant and punctuation are gone. */
function wordsOf(text: string, form: RegExp): readonly string[] {
  return simplified(text.normalize('NFKC')).toLowerCase().replace(/['’`]/g, '').match(form) ?? [];
}

function byFirst(phrases: readonly Phrase[]): ReadonlyMap<string, readonly Phrase[]> {
  const found = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first = ''] = phrase;
    found.set(first, [...(found.get(first) ?? []), phrase]);
  }
  return found;
}

function slotOf(slot: string): Slot {
  const phrases = slot.split('|').map((phrase) => wordsOf(phrase, step));
  const isWord = ([first = '']: Phrase): boolean => !/^(?:[<#]|$)/.test(first);
  return {
    isOptional: phrases.some((phrase) => phrase.length === 0),
    byWord: byFirst(phrases.filter(isWord)),
    others: phrases.filter((phrase) => phrase.length > 0 && !isWord(phrase)),
  };
}

const rules = new Map<string, readonly (readonly Slot[])[]>();

/** The patterns of a rule, read when it is first asked for: the start of the app waits for none of them. */
function patternsOf(name: string): readonly (readonly Slot[])[] {
  const known = rules.get(name);
  if (known) return known;
  const written: Readonly<Record<string, readonly Pattern[]>> = intentRules;
  const patterns = (written[name.slice(1, -1)] ?? []).map((pattern) => pattern.map(slotOf));
  rules.set(name, patterns);
  return patterns;
}

type Ends = (name: string, from: number) => ReadonlySet<number>;

/** Tells where a rule that begins at a word can end. Reads each rule once at each word, so that no text takes long. */
function createReader(words: readonly string[]): Ends {
  const known = new Map<string, ReadonlySet<number>>();

  const afterStep = (name: string, from: number): Iterable<number> => {
    if (name.startsWith('<')) return ends(name, from);
    const found = words[from];
    const isThere = name.startsWith('#') ? wordClasses[name]?.test(found ?? '') : found === name;
    return isThere === true ? [from + 1] : [];
  };

  const afterPhrase = (phrase: Phrase, from: number): readonly number[] =>
    phrase.reduce<readonly number[]>((places, name) => places.flatMap((place) => [...afterStep(name, place)]), [from]);

  const afterSlot = ({ isOptional, byWord, others }: Slot, from: number): readonly number[] => {
    const phrases = [...(byWord.get(words[from] ?? '') ?? []), ...others];
    const found = phrases.flatMap((phrase) => afterPhrase(phrase, from));
    return isOptional ? [from, ...found] : found;
  };

  const afterPattern = (slots: readonly Slot[], from: number): readonly number[] =>
    slots.reduce<readonly number[]>(
      (places, slot) => [...new Set(places.flatMap((at) => afterSlot(slot, at)))],
      [from],
    );

  const ends: Ends = (name, from) => {
    const key = `${name}${from}`;
    const before = known.get(key);
    if (before) return before;
    known.set(key, new Set());
    const found = new Set(patternsOf(name).flatMap((slots) => afterPattern(slots, from)));
    known.set(key, found);
    return found;
  };
  return ends;
}

/**
 * Where a message goes (wire contract: "What the user says, what the app does"). A message is the app's own business only when,
 * courtesy and agreement aside, the whole of it is one known request; whatever says more than that, or anything else, goes to the agent.
 */
export function routeOf(text: string): Route {
  if (text.length > longestIntent) return 'agent';
  const words = wordsOf(text, word);
  if (words.length > mostWords) return 'agent';
  const ends = createReader(words);
  const isWhole = (end: number): boolean => end === words.length || ends('<tails>', end).has(words.length);
  const is = (route: Exclude<Route, 'agent'>): boolean => {
    const starts = [0, ...ends(route === 'export' ? '<export-leads>' : '<leads>', 0)];
    return starts.some((start) => [...ends(`<${route}>`, start)].some(isWhole));
  };
  return localRoutes.find(is) ?? 'agent';
}

/** What a request to export asks for beyond the contract's one kind of output: another form of the file, or a place of its own. */
export function outputAsked(text: string): { readonly form: boolean; readonly place: boolean } {
  const words = wordsOf(text, word);
  const ends = createReader(words);
  const has = (rule: RuleName): boolean => words.some((_, at) => ends(`<${rule}>`, at).size > 0);
  return { form: has('other-form'), place: has('place') };
}

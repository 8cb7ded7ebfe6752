import type { Route } from '../../shared/domain/turn.ts';
import { courtesy, intentGrammar, traditional } from './intent-grammar.ts';

/** No whole intent is longer, courtesy included; in UTF-16 units. */
const longestIntent = 160;

const localRoutes = ['export', 'credits', 'state', 'upload', 'leave'] as const;

const simplified = new Map([...traditional.matchAll(/(.)(.)/gu)].map((pair) => [pair[1], pair[2]]));

/** Two ways to write a word: a Latin run, or one Han character. All else (spaces, punctuation, emoji) only parts words. */
const word = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** The words of a text, parted by single spaces: width, case, script variant and punctuation are gone. */
function normalize(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’`]/g, '');
  return (plain.match(word) ?? []).map((found) => simplified.get(found) ?? found).join(' ');
}

/** The normalized choices of a slot. */
function choices(slot: string): readonly string[] {
  return slot.split('|').map(normalize);
}

/** Every phrase that a row of slots can say, normalized. */
function expand(pattern: readonly string[]): readonly string[] {
  return pattern
    .map(choices)
    .reduce((phrases, slot) => phrases.flatMap((phrase) => slot.map((choice) => `${phrase} ${choice}`.trim())));
}

const routes: ReadonlyMap<string, Route> = new Map(
  localRoutes.flatMap((route) =>
    intentGrammar[route].flatMap(expand).map((phrase): readonly [string, Route] => [phrase, route]),
  ),
);

function longestFirst(rows: readonly string[]): readonly string[] {
  return rows.flatMap(choices).sort((a, b) => b.length - a.length);
}

const before = longestFirst(courtesy.before);
const after = longestFirst(courtesy.after);

function withoutOpening(words: string): string | null {
  const opening = before.find((phrase) => words.startsWith(`${phrase} `));
  return opening === undefined ? null : words.slice(opening.length + 1);
}

function withoutClosing(words: string): string | null {
  const closing = after.find((phrase) => words.endsWith(` ${phrase}`));
  return closing === undefined ? null : words.slice(0, -closing.length - 1);
}

/** The text itself, then what is left each time one more courtesy is taken off. */
function stripped(text: string, strip: (words: string) => string | null): readonly string[] {
  const stages = [text];
  for (let rest = strip(text); rest !== null; rest = strip(rest)) stages.push(rest);
  return stages;
}

/**
 * Where a message goes (wire contract: "What the user says, what the app does"). A message is the app's own business only when,
 * courtesy aside, the whole of it is one of the known phrases; whatever says more than that, or anything else, goes to the agent.
 */
export function routeOf(text: string): Route {
  if (text.length > longestIntent) return 'agent';
  const candidates = stripped(normalize(text), withoutClosing).flatMap((words) => stripped(words, withoutOpening));
  const known = candidates.find((words) => routes.has(words));
  return (known !== undefined ? routes.get(known) : undefined) ?? 'agent';
}

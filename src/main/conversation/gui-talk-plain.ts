import { everyday, rows, type Pattern } from './gui-talk-grammar.ts';
import { phrases } from './gui-talk-match.ts';

const han = /\p{Script=Han}/u;
const common = new Set(everyday.split('|'));

/** Phrases one of which stands in every sentence of the pattern: of all its slots those that say most about an editor. */
function signOf(pattern: Pattern): readonly string[] {
  const slots = pattern.filter((slot) => !/^[|*@]/.test(slot)).map(phrases);
  const vague = slots.map((slot) => slot.filter((phrase) => phrase.every((word) => common.has(word))).length);
  return (slots[vague.indexOf(Math.min(...vague))] ?? []).map((phrase) => phrase.join('.*'));
}

const signs = rows.flatMap(({ patterns }) => patterns.flatMap(signOf)).filter((sign) => !han.test(sign));
/** What begins with another sign stands where that one stands. */
const briefest = [...new Set(signs)].filter((sign, _, all) =>
  all.every((one) => one === sign || !sign.startsWith(one)),
);
const instructive = new RegExp(`(?:^|[^a-z0-9])(?:${briefest.join('|')})`, 'is');
/** Chinese and other signs beyond the alphabets, and what opens a quotation. */
const involved = /["`[«“‘\u2e80-\uffff]|(?<![a-z0-9])'/i;
/** White space around a line goes where its neighbours go; what ends with a colon, or begins in bold, may announce them. */
const leading = /^\s|\s$|:[^\p{L}\p{N}]*$|(?:^|[.!?])[^\p{L}\p{N}]*(?:\*\*|__)/u;

/**
 * Whether a line without its bullet surely holds neither an instruction for the web editor nor anything that goes with one. Says so
 * of most lines, for a small part of what reading them costs.
 */
export function isPlain(line: string): boolean {
  if (involved.test(line) || hasLongWord(line) || leading.test(line) || instructive.test(line.replace(/['’]/g, '')))
    return false;
  return line.normalize('NFKC') === line;
}

/** Whether 64 characters stand together without a blank: too many for a word, which comes in pieces then. */
function hasLongWord(line: string): boolean {
  for (let start = 0; start + 64 <= line.length;) {
    const blank = line.lastIndexOf(' ', start + 63);
    if (blank < start) return true;
    start = blank + 1;
  }
  return false;
}

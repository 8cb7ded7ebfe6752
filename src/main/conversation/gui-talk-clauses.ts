import type { Verb } from '../../shared/domain/verb.ts';
import { editMessage } from './gui-talk-edit.ts';
import {
  announcements,
  called,
  introductions,
  joints,
  outcomes,
  places,
  speech,
  statements,
  type Row,
} from './gui-talk-grammar.ts';
import { beginning, has, isOnlyOpening, readClause, tableOf, type Table, type Word } from './gui-talk-match.ts';

/** Part of a sentence. `lead` is what parts it from the one before: white space and punctuation. */
export type Clause = { readonly lead: string; readonly text: string; readonly words: readonly Word[] };

/** Where a clause stands in its sentence. */
export type Context = {
  readonly isFirst: boolean;
  /** The clause before it was an instruction. */
  readonly isBehindInstruction: boolean;
};

/**
 * What becomes of a clause: it stays (`content`), goes (`instruction`), goes with the instruction before it (`outcome`, and `more`,
 * which says more of the same), or waits for the next one and shares its lot (`introduction`). `open`: more words have to tell.
 */
export type Verdict =
  | { readonly kind: 'content' | 'outcome' | 'more' | 'introduction' | 'open' }
  | { readonly kind: 'instruction'; readonly row: Row; readonly from: number };

const tables = {
  introductions: tableOf(introductions),
  before: tableOf(places.before),
  announcements: tableOf(announcements),
  outcomes: tableOf(outcomes),
  begin: tableOf(statements.begin),
  drop: tableOf(joints.drop),
  placeWords: tableOf(places.with),
  exports: tableOf(called.export),
  credits: tableOf(called.credits),
  speech: tableOf(speech),
} as const;
const parting = new Set(joints.part.split('|'));
const verbsOfStatements = new Set(statements.hold.split('|'));
const boldLabel = /^(?:[*_]{2})[^*_]*(?:[*_]{2})?$/;

/** Whether a clause begins so; null where more words have to tell. */
function begins(words: readonly Word[], table: Table): boolean | null {
  const count = beginning(words, table);
  return count === null ? null : count > 0;
}

/** Whether a new clause may begin with this word. */
export function isJoint(word: string): boolean {
  return parting.has(word.toLowerCase());
}

/** The words behind "and", "或者" and their like at the start of a clause. */
function behindJoint(words: readonly Word[]): readonly Word[] {
  const count = beginning(words, tables.drop) ?? 0;
  return count === 0 ? words : words.slice(count);
}

/** The text of a clause that has become the first one of its sentence. */
export function asFirst({ text, words }: Clause): string {
  const start = behindJoint(words)[0]?.at ?? 0;
  const rest = text.slice(start);
  return rest.replace(/^[*_]*\p{Ll}/u, (letters) => letters.toUpperCase());
}

/** What a clause is by the words so far. */
export function judge(clause: Clause, context: Context): Verdict {
  const { words, text } = clause;
  const reading = readClause(words, false, context.isFirst);
  if (reading.kind === 'instruction') return reading;
  const role = context.isBehindInstruction ? sequel(words) : opener(words, text);
  return role === null || (reading.kind === 'maybe' && role !== 'outcome') ? { kind: 'open' } : { kind: role };
}

/** What a clause is now that it is complete; `ending` is the punctuation behind it. */
export function judgeWhole(clause: Clause, context: Context, ending: string): Verdict {
  const { words, text } = clause;
  const reading = readClause(words, true, context.isFirst);
  if (reading.kind === 'instruction' && !isTrueHere(reading.row, words)) return reading;
  if (reading.kind === 'instruction') return { kind: 'content' };
  if (context.isBehindInstruction) {
    const role = sequel(words) ?? 'more';
    return { kind: role === 'introduction' && has(words, tables.speech) ? 'content' : role };
  }
  return { kind: introduces(words, text, ending) ? 'introduction' : 'content' };
}

function isTrueHere({ unless }: Row, words: readonly Word[]): boolean {
  return unless !== undefined && has(words, tableOf(unless));
}

/** A clause behind an instruction; null where more words have to tell. */
function sequel(all: readonly Word[]): 'outcome' | 'content' | 'introduction' | null {
  const outcome = begins(all, tables.outcomes);
  const words = behindJoint(all);
  if (outcome === true || (words !== all && begins(words, tables.outcomes) === true)) return 'outcome';
  if (begins(words, tables.introductions) === true) return 'introduction';
  if (outcome === null || words.length === 0) return null;
  if (begins(words, tables.begin) === true) return 'content';
  return words.some(({ plain }) => verbsOfStatements.has(plain)) ? 'content' : null;
}

/** A clause before any instruction; null where more words have to tell. */
function opener(all: readonly Word[], text: string): 'content' | 'introduction' | null {
  const words = behindJoint(all);
  const found = [tables.introductions, tables.before, tables.announcements].map((table) => begins(words, table));
  if (found.includes(true)) return 'introduction';
  if (found.includes(null) || words.length === 0) return null;
  return boldLabel.test(text) && words.length <= 6 ? null : 'content';
}

function introduces(all: readonly Word[], text: string, ending: string): boolean {
  const words = behindJoint(all);
  if (isOnlyOpening(all) || begins(words, tables.introductions) === true) return true;
  if (begins(words, tables.before) === true && has(words, tables.placeWords)) return true;
  return (
    /[:：]/.test(ending + text.slice(-3)) && (boldLabel.test(text) || begins(words, tables.announcements) === true)
  );
}

/** Whether a line only announces what follows: by its words and a colon, as a heading, or all in bold. */
export function announces({ words, text }: Clause, isHeading: boolean): boolean {
  return (isHeading || boldLabel.test(text)) && begins(words, tables.announcements) === true;
}

/** What an instruction is offered as. `text` is the whole of it, without openings. */
export function verbOf(row: Row, words: readonly Word[], text: string): Verb {
  if (row.offers === 'edit') return { kind: 'edit', text: editMessage(text) };
  if (row.offers !== 'by-name') return { kind: row.offers };
  if (has(words, tables.exports)) return { kind: 'export' };
  return { kind: has(words, tables.credits) ? 'credits' : 'tracks' };
}

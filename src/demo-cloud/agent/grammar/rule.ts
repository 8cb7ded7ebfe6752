import type { Situation, EditRequest } from '../edit-request.ts';
import type { Clause } from './clause.ts';
import { lexicon, type Word } from './lexicon.ts';

/*
 * To teach the agent a sentence: write it with its difference into tests/unit/demo-cloud/agent/sentences.json and see it fail.
 * A word that is missing goes into lexicon.ts, a value (a colour, a place, a mood) into values.ts, a number into amounts.ts.
 * A new request is a rule in framing, titles, music, effects, makes, sound, order or clips (`rules` in read-all.ts has their order), an edit in
 * draft/edits.ts where none fits, and its sentences in done-en.ts and done-zh.ts. What cannot be done is a limit in effects.ts; talk that
 * asks for nothing is in talk.ts. What a word means before and behind others (`it`, `too`, `no, wait`) is read in read-all.ts,
 * what only follows up on the message before in follow-up.ts (conversations.json).
 */

/**
 * One line of the grammar. `when`: what a clause must speak of, as words of the lexicon or amounts of the clause; `a/b` is either,
 * `!a` its absence. `like`: a clause in each language that the rule reads. The first rule of the table that gives a request counts.
 */
export interface Rule {
  readonly when: string;
  readonly like: readonly [english: string, chinese: string];
  readonly request: (clause: Clause, situation: Situation) => EditRequest | readonly EditRequest[] | null;
}

const amounts = {
  quote: ({ quotes }: Clause) => quotes.length > 0,
  which: ({ which }: Clause) => which !== null,
  number: ({ which }: Clause) => Array.isArray(which),
  span: ({ span }: Clause) => span !== null,
  moment: ({ moment }: Clause) => moment !== null,
  length: ({ length }: Clause) => length !== null,
  share: ({ share }: Clause) => share !== null,
  factor: ({ factor }: Clause) => factor !== null,
  fraction: ({ fraction }: Clause) => fraction !== null,
  tone: ({ color }: Clause) => color !== null,
  spot: ({ place }: Clause) => place !== null,
  mood: ({ mood }: Clause) => mood !== null,
  grade: ({ grade }: Clause) => grade !== null,
  ratio: ({ ratio }: Clause) => ratio !== null,
} as const;

/** Whether a clause speaks of what a rule wants. */
export function fits({ when }: Pick<Rule, 'when'>, clause: Clause): boolean {
  return when.split(' ').every((term) => term.split('/').some((name) => speaksOf(name, clause)));
}

function speaksOf(name: string, clause: Clause): boolean {
  if (name.startsWith('!')) return !speaksOf(name.slice(1), clause);
  if (isAmount(name)) return amounts[name](clause);
  if (isWord(name)) return clause.has(name);
  throw new Error(`No rule can ask for "${name}"`);
}

function isAmount(name: string): name is keyof typeof amounts {
  return Object.hasOwn(amounts, name);
}

function isWord(name: string): name is Word {
  return Object.hasOwn(lexicon, name);
}

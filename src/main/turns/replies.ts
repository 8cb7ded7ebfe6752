import type { Locale } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Answers } from '../../shared/domain/question.ts';
import { isTurnOver } from '../../shared/domain/turn.ts';
import type { Journal } from './journal.ts';
import { answerTo } from './questions.ts';
import { removalMessage } from '../projects/removal.ts';

/** About a change that came by itself: its position in a part of a turn. */
type Decision = {
  readonly turnId: string;
  readonly part: number;
  readonly change: number;
  readonly keep: boolean;
  readonly anyway: boolean;
};

/** To the questions in a part of a turn. */
type Answer = {
  readonly turnId: string;
  readonly part: number;
  readonly answers: Answers;
  readonly anyway: boolean;
};

/** What the user says to a card in an answer. What a function answers with null went well; `anyway` as with `Conversation.send`. */
export type Replies = {
  /** Takes a change out of those that wait for a decision. Removing it is a message of its own. */
  readonly decide: (decision: Decision) => Failure | null;
  /** Answers what the agent asks in a turn that is over, once, by a message of its own. */
  readonly answer: (answer: Answer) => Failure | null;
};

export type RepliesParts = {
  readonly journal: Pick<Journal, 'get' | 'change'>;
  /** Sends words to the agent. */
  readonly send: (message: {
    readonly projectId: string;
    readonly text: string;
    readonly anyway: boolean;
  }) => Failure | null;
  readonly language: () => Locale;
};

const notFound: Failure = { code: 'not-found' };

export function createReplies({ journal, send, language }: RepliesParts): Replies {
  return {
    decide: ({ turnId, part, change, keep, anyway }) => {
      const turn = journal.get(turnId);
      const changes = turn?.parts[part];
      if (changes?.kind !== 'changes' || !changes.undecided?.includes(change)) return notFound;
      const undone = changes.changes[change];
      const removal = turn && undone && !keep ? removalMessage(undone, language()) : null;
      const refusal = turn && removal ? send({ projectId: turn.projectId, text: removal, anyway }) : null;
      if (refusal) return refusal;
      const undecided = changes.undecided.filter((index) => index !== change);
      journal.change(turnId, { parts: (turn?.parts ?? []).with(part, { ...changes, undecided }) }, 'durable');
      return null;
    },
    answer: ({ turnId, part, answers, anyway }) => {
      const turn = journal.get(turnId);
      const given = turn && isTurnOver(turn.state) ? answerTo(turn.parts, part, answers) : null;
      if (!turn || !given) return notFound;
      const refusal = send({ projectId: turn.projectId, text: given.text, anyway });
      if (refusal) return refusal;
      journal.change(turnId, { parts: given.parts }, 'durable');
      return null;
    },
  };
}

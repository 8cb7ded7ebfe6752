import type { BatchDoubt } from '../../shared/domain/batch.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Notice, Turn } from '../../shared/domain/turn.ts';
import { asksSomething } from '../turns/questions.ts';

/** What a turn that is over means for its item. */
export type AnswerOutcome =
  | { readonly kind: 'answered' }
  | { readonly kind: 'doubt'; readonly doubt: Exclude<BatchDoubt, 'uncertain'> }
  /** `uncertain`: the message may have been carried out, and charged. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly doubt: 'uncertain' | null }
  | { readonly kind: 'stopped' };

export function outcomeOf(turn: Turn): AnswerOutcome {
  if (turn.state !== 'done') {
    const failure = turn.failure ?? { code: 'agent-failed' };
    return failure.code === 'not-sent'
      ? { kind: 'stopped' }
      : { kind: 'failed', failure, doubt: turn.state === 'unknown' ? 'uncertain' : null };
  }
  if (says(turn, 'stopped')) return { kind: 'stopped' };
  if (asksSomething(turn.parts)) return { kind: 'doubt', doubt: 'question' };
  return says(turn, 'unchanged') ? { kind: 'doubt', doubt: 'unchanged' } : { kind: 'answered' };
}

function says(turn: Turn, code: Notice['code']): boolean {
  return turn.parts.some((part) => part.kind === 'notice' && part.notice.code === code);
}

import { costOf, type Turn } from '../../shared/domain/turn.ts';
import { placeOf } from '../state/stamps.ts';
import { length } from '../text/format.ts';
import { noticeText } from '../text/sentences.ts';
import type { Say } from '../text/text.ts';

/** What stands under a turn that is over: its cost, how long it took, and whether the agent was silent. */
export function footerFacts(t: Say, turn: Turn): readonly string[] {
  const facts: string[] = [];
  if (turn.receipt !== null) facts.push(t('chat.cost', { count: costOf(turn.receipt) }));
  if (turn.route === 'agent' && turn.state === 'done' && turn.endedAt !== null)
    facts.push(length(t, placeOf(turn.endedAt) - placeOf(turn.startedAt)));
  const silent = turn.parts.some((part) => part.kind === 'notice' && part.notice.code === 'silent-edit');
  if (silent) facts.push(noticeText(t, { code: 'silent-edit' }));
  return facts;
}

/** That the agent is still at it after so many ms. */
export function stillWorking(t: Say, ms: number): string {
  return t('chat.stillWorking', { minutes: Math.floor(ms / 60_000) });
}

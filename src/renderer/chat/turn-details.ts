import { costOf, type Notice, type Turn } from '../../shared/domain/turn.ts';
import { placeOf } from '../state/stamps.ts';
import { length } from '../locales/format.ts';
import { noticeText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';

/** What stands under a turn that is over: that nothing changed, its cost, how long it took, and whether the agent was silent. */
export function footerDetails(t: Translate, turn: Turn): readonly string[] {
  const info: string[] = [];
  if (tells(turn, 'unchanged')) info.push(noticeText(t, { code: 'unchanged' }));
  if (turn.receipt !== null) info.push(t('chat.cost', { count: costOf(turn.receipt) }));
  if (turn.route === 'agent' && turn.state === 'done' && turn.endedAt !== null)
    info.push(length(t, placeOf(turn.endedAt) - placeOf(turn.startedAt)));
  if (tells(turn, 'silent-edit')) info.push(noticeText(t, { code: 'silent-edit' }));
  return info;
}

function tells({ parts }: Turn, code: Notice['code']): boolean {
  return parts.some((part) => part.kind === 'notice' && part.notice.code === code);
}

/** That the agent is still at it after so many ms. */
export function stillWorking(t: Translate, ms: number): string {
  return t('chat.stillWorking', { minutes: Math.floor(ms / 60_000) });
}

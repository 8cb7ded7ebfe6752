import type { Turn } from '../../shared/domain/turn.ts';
import { length } from '../text/format.ts';
import { noticeText } from '../text/sentences.ts';
import { useText } from '../text/text.ts';

/** Under a finished turn of the agent, small: what it cost, how long it took, and whether it was silent. */
export function TurnFooter({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const facts: string[] = [];
  if (turn.cost !== null) facts.push(t('chat.cost', { count: turn.cost }));
  if (turn.route === 'agent' && turn.state === 'done' && turn.endedAt !== null)
    facts.push(length(t, turn.endedAt - turn.startedAt));
  const silent = turn.parts.some((part) => part.kind === 'notice' && part.notice.code === 'silent-edit');
  if (silent) facts.push(noticeText(t, { code: 'silent-edit' }));
  return facts.length === 0 ? null : <p className="text-xs text-faint tabular">{facts.join(' · ')}</p>;
}

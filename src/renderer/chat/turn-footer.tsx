import { lazy, Suspense } from 'react';
import { costOf, type Turn } from '../../shared/domain/turn.ts';
import { length } from '../text/format.ts';
import { noticeText } from '../text/sentences.ts';
import { useText, type Say } from '../text/text.ts';
import { answerText } from './copy-text.ts';
import { CopyButton } from './copy-button.tsx';

const ReceiptButton = lazy(async () => ({ default: (await import('./receipt.tsx')).ReceiptButton }));

/** Under a finished turn of the agent, small: what it cost, how long it took, whether it was silent, and what can be copied. */
export function TurnFooter({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const { receipt } = turn;
  const facts = footerFacts(t, turn);
  return (
    <div className="-mt-1 flex min-h-6 items-center gap-0.5 text-xs text-faint tabular">
      <p className="min-w-0">
        {facts.join(' · ')}
        {receipt?.chargedForNothing === true && <span className="text-bad"> · {t('receipt.forNothing')}</span>}
      </p>
      <Suspense>{receipt !== null && <ReceiptButton turn={turn} receipt={receipt} />}</Suspense>
      <CopyButton text={() => answerText(t, turn)} className="ml-auto" />
    </div>
  );
}

export function footerFacts(t: Say, turn: Turn): readonly string[] {
  const facts: string[] = [];
  if (turn.receipt !== null) facts.push(t('chat.cost', { count: costOf(turn.receipt) }));
  if (turn.route === 'agent' && turn.state === 'done' && turn.endedAt !== null)
    facts.push(length(t, turn.endedAt - turn.startedAt));
  const silent = turn.parts.some((part) => part.kind === 'notice' && part.notice.code === 'silent-edit');
  if (silent) facts.push(noticeText(t, { code: 'silent-edit' }));
  return facts;
}

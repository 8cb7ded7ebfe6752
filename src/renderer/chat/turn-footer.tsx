import { lazy, Suspense } from 'react';
import type { Turn } from '../../shared/domain/turn.ts';
import { useText } from '../locales/text.ts';
import { answerText } from './copy-text.ts';
import { CopyButton } from './copy-button.tsx';
import { footerDetails } from './turn-details.ts';

const ReceiptButton = lazy(async () => ({ default: (await import('./receipt.tsx')).ReceiptButton }));

/** Under a finished turn of the agent, small: the facts of it, and what can be copied. */
export function TurnFooter({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const { receipt } = turn;
  const info = footerDetails(t, turn);
  return (
    <div className="-mt-1 flex min-h-6 items-center gap-0.5 text-xs text-faint tabular">
      <p className="min-w-0">
        {info.join(' · ')}
        {receipt?.chargedForNothing === true && <span className="text-bad"> · {t('receipt.forNothing')}</span>}
      </p>
      <Suspense>{receipt !== null && <ReceiptButton turn={turn} receipt={receipt} />}</Suspense>
      <CopyButton text={() => answerText(t, turn)} className="ml-auto" />
    </div>
  );
}

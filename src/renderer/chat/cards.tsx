import { Coins, Layers } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Credits } from '../../shared/domain/turn.ts';
import { useText } from '../locales/text.ts';

export function Card({ children }: { readonly children: ReactNode }) {
  return (
    <div className="w-full cursor-auto rounded-card border border-line bg-raised px-3 py-2.5 select-text">
      {children}
    </div>
  );
}

/** The timeline in the one line of its summary. */
export function SummaryCard({ line }: { readonly line: string }) {
  return (
    <Card>
      <p className="flex gap-2 text-sm text-dim">
        <Layers size={14} aria-hidden className="mt-0.5 shrink-0" />
        <span className="min-w-0 wrap-anywhere">{line}</span>
      </p>
    </Card>
  );
}

export function CreditsCard({ credits }: { readonly credits: Credits }) {
  const { t } = useText();
  return (
    <Card>
      <p className="flex items-center gap-2 tabular">
        <Coins size={14} aria-hidden className="shrink-0 text-dim" />
        {t('chat.balance', { available: credits.available })}
      </p>
      {credits.frozen > 0 && (
        <p className="pl-[22px] text-sm text-dim tabular">{t('chat.balanceHeld', { frozen: credits.frozen })}</p>
      )}
    </Card>
  );
}

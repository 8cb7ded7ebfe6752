import { Coins } from 'lucide-react';
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

export function CreditsCard({ credits }: { readonly credits: Credits }) {
  const { t } = useText();
  return (
    <Card>
      <p className="flex items-center gap-2 tabular">
        <Coins size={14} aria-hidden className="shrink-0 text-dim" />
        {t('chat.balance', { count: credits.available })}
      </p>
      {credits.frozen > 0 && (
        <p className="pl-[22px] text-sm text-dim tabular">{t('chat.balanceHeld', { frozen: credits.frozen })}</p>
      )}
    </Card>
  );
}

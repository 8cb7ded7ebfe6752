import { Coins, Layers } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DraftChange, TrackKind } from '../../shared/domain/timeline.ts';
import type { Credits } from '../../shared/domain/turn.ts';
import { changeLine } from '../text/sentences.ts';
import { useText } from '../text/text.ts';

const squares: Readonly<Record<TrackKind, string>> = {
  video: 'bg-video',
  audio: 'bg-music',
  text: 'bg-title',
  other: 'bg-other',
};

function Card({ children }: { readonly children: ReactNode }) {
  return (
    <div className="w-full cursor-auto rounded-card border border-line bg-raised px-3 py-2.5 select-text">
      {children}
    </div>
  );
}

/** What changed in the cut, each line with the colour of its track. */
export function ChangesCard({ changes }: { readonly changes: readonly DraftChange[] }) {
  const { t } = useText();
  return (
    <Card>
      <ul aria-label={t('change.title')} className="flex flex-col gap-1">
        {changes.map((change, index) => {
          const { track, text, detail } = changeLine(t, change);
          return (
            <li key={index} className="flex items-baseline gap-2">
              <span aria-hidden className={`size-2 shrink-0 rounded-[2px] ${squares[track]}`} />
              <span className="min-w-0 wrap-anywhere">
                {text}
                {detail !== null && <span className="text-faint"> · {detail}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
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

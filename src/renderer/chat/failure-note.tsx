import { CircleAlert } from 'lucide-react';
import type { Turn } from '../../shared/domain/turn.ts';
import { FailureLink } from '../ui/failure-link.tsx';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { SendAgain } from './send-again.tsx';

/** Why a turn came to nothing, or that nobody knows, and what can be done. A message is only ever repeated by the user's hand. */
export function FailureNote({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const { failure } = turn;
  const over = turn.state === 'failed' || turn.state === 'unknown';
  return (
    <div className="flex gap-2">
      <CircleAlert size={15} aria-hidden className="mt-0.5 shrink-0 text-bad" />
      <div className="flex min-w-0 flex-col items-start gap-2">
        {failure !== null && <p className="cursor-auto wrap-anywhere select-text">{failureText(t, failure)}</p>}
        {turn.state === 'unknown' && <p className="text-dim">{t('chat.unknown')}</p>}
        <div className="flex flex-wrap gap-2 empty:hidden">
          {failure !== null && <FailureLink failure={failure} />}
          {over && turn.route === 'agent' && <SendAgain turnId={turn.id} />}
        </div>
      </div>
    </div>
  );
}

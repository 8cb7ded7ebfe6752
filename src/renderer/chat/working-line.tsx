import type { Turn } from '../../shared/domain/turn.ts';
import { Spinner } from '../ui/spinner.tsx';
import { useElapsed } from '../ui/use-now.ts';
import { clock } from '../locales/format.ts';
import { useText, type Translate } from '../locales/text.ts';
import { stillWorking } from './turn-details.ts';

/** What the agent is doing and for how long: "Choosing music… 0:38", or that it is still at it: "Still working… 4 min". */
export function WorkingLine({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const elapsedMs = useElapsed(turn.startedAt, true);
  return (
    <p className="flex items-center gap-2.5 text-sm text-dim tabular">
      <Spinner />
      <span>
        {turn.stillWorkingMs === null
          ? `${doing(t, turn)} ${clock(elapsedMs / 1000)}`
          : stillWorking(t, turn.stillWorkingMs)}
      </span>
    </p>
  );
}

function doing(t: Translate, turn: Turn): string {
  if (turn.activity !== null) return t(`activity.${turn.activity}`);
  if (turn.state === 'sending') return t('chat.sending');
  if (turn.state === 'settling') return t('chat.settling');
  return t('activity.working');
}

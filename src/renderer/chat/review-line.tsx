import type { Turn } from '../../shared/domain/turn.ts';
import { costKinds, type LikelyCost, mostLikely } from '../../shared/domain/message-cost.ts';
import { ask } from '../state/client.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { costText } from '../composer/likely.ts';
import { sentences } from '../locales/format.ts';
import { type Translate, useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';

const noTurns: readonly Turn[] = [];
const nothing: LikelyCost = { generate: 0, edit: 0 };

/** Above the messages of a rehearsal that wait to be made for real: what they may cost, what is missing, and the start. */
export function ReviewLine({ projectId }: { readonly projectId: string }) {
  const { t, locale } = useText();
  const turns = useOpenView((view) => view?.turns ?? noTurns);
  const likely = useOpenView((view) => view?.likelyCost ?? nothing);
  const connection = useWindow((state) => state.connection.state);
  const credits = useWindow((state) => state.credits);
  const queued = turns.filter(({ state }) => state === 'queued');
  const cost = queued.reduce((sum, turn) => sum + mostLikely(kindsIn(queued, turn), likely), 0);
  const short = credits !== null && credits.available < cost;
  return (
    <section
      aria-label={t('queue.title')}
      className="mb-4 flex flex-col gap-2 rounded-card border border-line-strong bg-raised px-3.5 py-3"
    >
      <h3 className="font-semibold">{t('review.title')}</h3>
      <p className="text-sm text-dim">
        {sentences(locale, [t('review.hint'), ...(cost > 0 ? [t('review.cost', { count: cost })] : [])])}
      </p>
      {connection === 'offline' && <p className="text-sm text-bad">{t('review.offline')}</p>}
      {connection === 'spent' && <p className="text-sm text-bad">{t('review.spent')}</p>}
      {connection === 'ready' && short && (
        <p className="text-sm text-bad">{t('review.short', { count: credits.available })}</p>
      )}
      <div className="flex flex-wrap gap-1.5">
        <Button
          look="primary"
          disabled={connection !== 'ready'}
          onClick={() => void ask('queue.resume', { projectId, anyway: false })}
        >
          {t('review.start')}
        </Button>
        {(short || connection === 'spent') && (
          <Button
            onClick={() =>
              void ask('app.openLink', { link: connection === 'spent' ? 'register' : 'top-up', projectId })
            }
          >
            {t(connection === 'spent' ? 'account.signInOrRegister' : 'review.topUp')}
          </Button>
        )}
        <Button onClick={() => void ask('queue.removeAll', { projectId })}>{t('queue.removeAll')}</Button>
      </div>
    </section>
  );
}

/** What a message of the queue may cost: those after the first find what the first has made. */
export function queuedCost(t: Translate, queued: readonly Turn[], turn: Turn, likely: LikelyCost): string | null {
  return costText(t, kindsIn(queued, turn), likely);
}

function kindsIn(queued: readonly Turn[], turn: Turn): ReturnType<typeof costKinds> {
  return costKinds(turn.prompt, turn.attachments.length > 0 || queued[0]?.id !== turn.id);
}

import type { Queue } from '../../shared/domain/app-state.ts';
import { Button } from '../ui/button.tsx';
import { ask } from '../state/client.ts';
import { useOpenView } from '../state/store.ts';
import { ReviewLine } from './review-line.tsx';
import { type Translate, useText } from '../locales/text.ts';

type Props = { readonly projectId: string; readonly queue: Queue };

/** Above messages that wait for the user: why, and whether they go on or go away. */
export function PausedLine({ projectId, queue }: Props) {
  return queue.why === 'for-review' ? (
    <ReviewLine projectId={projectId} />
  ) : (
    <Paused projectId={projectId} queue={queue} />
  );
}

function Paused({ projectId, queue }: Props) {
  const { t } = useText();
  const count = useOpenView((view) => view?.turns.filter(({ state }) => state === 'queued').length ?? 0);
  const overLimit = queue.why === 'over-limit';
  const goOn = () => void ask('queue.resume', { projectId, anyway: overLimit });
  return (
    <div
      role="group"
      aria-label={t('queue.title')}
      className="mb-4 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3 text-sm text-dim"
    >
      <p>{whyText(t, queue, count)}</p>
      <div className="flex gap-1.5">
        <Button look="quiet" onClick={goOn}>
          {t(overLimit ? 'composer.sendAnyway' : 'queue.resume')}
        </Button>
        <Button look="quiet" onClick={() => void ask('queue.removeAll', { projectId })}>
          {t('queue.removeAll')}
        </Button>
      </div>
    </div>
  );
}

function whyText(t: Translate, { why }: Queue, count: number): string {
  if (why === 'stopped') return t('queue.stopped', { count });
  if (why === 'over-limit') return t('queue.overLimit', { count });
  return why === 'restart' ? t('queue.waiting', { count }) : t('queue.paused');
}

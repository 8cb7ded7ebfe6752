import { ArrowLeft, Download, Pause, Play, RotateCw, Square, Trash2 } from 'lucide-react';
import { type Batch, canRetry, isItemRunning } from '../../shared/domain/batch.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { Button } from '../ui/button.tsx';
import { FailureLink } from '../ui/trouble.tsx';
import { ReasonedButton } from '../ui/reasoned-button.tsx';
import { Tip } from '../ui/tip.tsx';
import { closeBatch } from '../state/batches.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { batchStateText, countsText, exportAllOff, overOf } from './details.ts';
import { Items } from './items.tsx';

/** A batch in place of a project: what becomes of it as a whole, and of each of its files. */
export function BatchView({ batch }: { readonly batch: Batch }) {
  const { t } = useText();
  const running = batch.items.some(({ state }) => isItemRunning(state));
  return (
    <section aria-label={t('batch.title')} className="col-span-2 flex min-h-0 min-w-0 flex-col bg-ground">
      <Head batch={batch} running={running} />
      <Items key={batch.id} batch={batch} />
    </section>
  );
}

function Head({ batch, running }: { readonly batch: Batch; readonly running: boolean }) {
  const { t } = useText();
  const { over, count } = overOf(batch);
  return (
    <header className="flex shrink-0 flex-col gap-2 border-b border-line px-5 pt-3.5 pb-3">
      <div className="flex items-center gap-2">
        <Tip text={t('batch.close')}>
          <Button look="icon" className="-ml-1.5" aria-label={t('batch.close')} onClick={closeBatch}>
            <ArrowLeft size={16} aria-hidden />
          </Button>
        </Tip>
        <h2 title={t('batch.name', { count })} className="min-w-0 flex-1 truncate text-[15px] font-semibold">
          {t('batch.name', { count })}
        </h2>
        <Actions batch={batch} running={running} />
      </div>
      {batch.template !== '' && (
        <p className="line-clamp-2 text-dim wrap-anywhere select-text" title={batch.template}>
          {batch.template}
        </p>
      )}
      <div className="flex items-center gap-3 text-sm">
        <div
          role="progressbar"
          aria-label={t('batch.overall')}
          aria-valuemin={0}
          aria-valuemax={count}
          aria-valuenow={over}
          aria-valuetext={t('batch.progress', { over, count })}
          className="h-[4px] min-w-24 flex-1 overflow-hidden rounded-full bg-line-strong"
        >
          <div
            style={{ width: `${(over / Math.max(1, count)) * 100}%` }}
            className="h-full rounded-full bg-accent transition-[width]"
          />
        </div>
        <span className="text-dim tabular">{t('batch.progress', { over, count })}</span>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <p
            role="status"
            className={batch.state === 'paused' && batch.pause?.by !== 'user' ? 'font-medium text-bad' : 'font-medium'}
          >
            {batchStateText(t, batch)}
          </p>
          {batch.pause?.by === 'failure' && <WayOn batchId={batch.id} failure={batch.pause.failure} />}
        </div>
        <p className="text-dim tabular">{countsText(t, batch.items)}</p>
      </div>
    </header>
  );
}

/** What the user can do besides trying again. Only they let a batch exceed the daily limit. */
function WayOn({ batchId, failure }: { readonly batchId: string; readonly failure: Failure }) {
  const { t } = useText();
  if (failure.code !== 'over-ceiling') return <FailureLink failure={failure} />;
  return (
    <Tip text={t('batch.anywayHint')}>
      <Button look="quiet" onClick={() => void ask('batch.resume', { batchId, anyway: true })}>
        {t('batch.anyway')}
      </Button>
    </Tip>
  );
}

function Actions({ batch, running }: { readonly batch: Batch; readonly running: boolean }) {
  const { t } = useText();
  const { id: batchId, state } = batch;
  const over = state === 'done' || state === 'stopped';
  const failed = batch.items.some(canRetry);
  return (
    <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
      <ExportAll batch={batch} />
      {state === 'running' && (
        <Tip text={t('batch.pauseHint')}>
          <Button onClick={() => void ask('batch.pause', { batchId })}>
            <Pause size={13} aria-hidden />
            {t('batch.pause')}
          </Button>
        </Tip>
      )}
      {state === 'paused' && (
        <Button look="primary" onClick={() => void ask('batch.resume', { batchId })}>
          <Play size={13} aria-hidden />
          {t('batch.resume')}
        </Button>
      )}
      {failed && (
        <Button onClick={() => void ask('batch.retry', { batchId, itemId: null })}>
          <RotateCw size={13} aria-hidden />
          {t('batch.retryAll')}
        </Button>
      )}
      {!over && (
        <Tip text={t('batch.stopHint')}>
          <Button onClick={() => void ask('batch.stop', { batchId })}>
            <Square size={12} aria-hidden />
            {t('batch.stop')}
          </Button>
        </Tip>
      )}
      {over && !running && (
        <Button onClick={() => void ask('batch.remove', { batchId })}>
          <Trash2 size={13} aria-hidden />
          {t('batch.remove')}
        </Button>
      )}
    </div>
  );
}

/** Exports what is finished and was not exported; main asks for a folder where the batch has none. */
function ExportAll({ batch }: { readonly batch: Batch }) {
  const { t } = useText();
  const projects = useWindow((state) => state.projects);
  const known = new Set(projects.map(({ id }) => id));
  return (
    <ReasonedButton
      reason={exportAllOff(t, batch, (id) => known.has(id))}
      title={t('batch.exportAllHint')}
      onClick={() => void ask('batch.exportAll', { batchId: batch.id })}
    >
      <Download size={13} aria-hidden />
      {t('batch.exportAll')}
    </ReasonedButton>
  );
}

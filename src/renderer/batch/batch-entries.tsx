import { Layers } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Batch } from '../../shared/domain/batch.ts';
import { Tip } from '../ui/tip.tsx';
import { openBatch } from '../state/batches.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { batchAnnouncement, overOf } from './details.ts';

/** The batches above the projects, as long as there are any. */
export function BatchEntries({ narrow }: { readonly narrow: boolean }) {
  const { t } = useText();
  const batches = useWindow((state) => state.batches);
  return (
    <>
      <BatchAnnouncer />
      {batches.length > 0 && (
        <ul
          aria-label={t('batch.title')}
          className={`max-h-40 shrink-0 overflow-y-auto pb-1 ${narrow ? 'px-1.5' : 'pr-1 pl-3 [scrollbar-gutter:stable]'}`}
        >
          {batches.map((batch) => (
            <Entry key={batch.id} batch={batch} narrow={narrow} />
          ))}
        </ul>
      )}
    </>
  );
}

function Entry({ batch, narrow }: { readonly batch: Batch; readonly narrow: boolean }) {
  const { t } = useText();
  const open = useWindow((state) => state.batch.openId === batch.id);
  const { over, count } = overOf(batch);
  const name = t('batch.name', { count });
  const progress = t('batch.progress', { over, count });
  const needsUser =
    (batch.state === 'paused' && batch.pause?.by !== 'user') || batch.items.some(({ state }) => state === 'needs-you');
  const look = `relative flex w-full items-center gap-2 rounded-control text-left transition-colors hover:bg-raised focus-visible:-outline-offset-2 ${open ? 'bg-raised' : ''}`;
  const sign = <Layers size={15} aria-hidden className={`shrink-0 ${needsUser ? 'text-bad' : 'text-dim'}`} />;
  return (
    <li>
      {narrow ? (
        <Tip text={`${name} · ${progress}`} side="right">
          <button
            type="button"
            aria-label={`${name}, ${progress}`}
            aria-current={open}
            onClick={() => openBatch(batch.id)}
            className={`${look} h-9 justify-center`}
          >
            {sign}
          </button>
        </Tip>
      ) : (
        <button type="button" aria-current={open} onClick={() => openBatch(batch.id)} className={`${look} h-9 px-2.5`}>
          {sign}
          <span dir="auto" title={name} className="min-w-0 flex-1 truncate text-sm">
            {name}
          </span>
          <span className="text-xs text-faint tabular">{progress}</span>
        </button>
      )}
    </li>
  );
}

/** Tells a screen reader when a batch begins, pauses and ends; not each of its files. */
function BatchAnnouncer() {
  const { t } = useText();
  const [words, setWords] = useState('');
  useEffect(
    () =>
      useWindow.subscribe((state, before) => {
        const announcement = before.loaded ? batchAnnouncement(t, before.batches, state.batches) : null;
        if (announcement !== null) setWords(announcement);
      }),
    [t],
  );
  return (
    <div aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}

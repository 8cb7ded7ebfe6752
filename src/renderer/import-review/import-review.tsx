import { useMemo, useRef, useState } from 'react';
import type { Locale } from '../../shared/domain/app-state.ts';
import { type ImportReview, type ImportRow, maxImportRows } from '../../shared/domain/import-review.ts';
import { mostFiles } from '../../shared/domain/upload.ts';
import { Button, Spinner } from '../ui/button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { batchFromReview } from '../state/batches.ts';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { listed, sentences, size } from '../locales/format.ts';
import { useText, type Translate } from '../locales/text.ts';
import { ImportList } from './import-list.tsx';
import { canTick, isTicked, matching, tickAll, type Ticks } from './rows.ts';

/** The list of incoming files: attaches what is ticked, and sends nothing before. */
export function ImportReviewDialog({ importReview }: { readonly importReview: ImportReview }) {
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  const [ticks, setTicks] = useState<Ticks>(new Map());
  const [filter, setFilter] = useState('');
  const shown = useMemo(() => matching(importReview.rows, filter), [importReview.rows, filter]);
  const chosen = useMemo(() => importReview.rows.filter((row) => isTicked(row, ticks)), [importReview.rows, ticks]);
  const room = useRoom(importReview.projectId);
  const sendable = chosen.length > 0 && chosen.length <= room && importReview.state === 'ready';
  const dismiss = () => void ask('importReview.dismiss', { reviewId: importReview.id });
  const attach = () => {
    if (sendable) void ask('importReview.attach', { reviewId: importReview.id, rowIds: chosen.map(({ id }) => id) });
  };
  const all = (to: boolean) => setTicks(tickAll(ticks, shown, to));
  return (
    <DialogFrame
      title={t('importReview.title')}
      size="h-[min(640px,calc(100vh-32px))] w-[min(720px,calc(100vw-32px))]"
      onClose={dismiss}
      initialFocus={list}
      toolbar={
        <>
          <input
            aria-label={t('importReview.filter')}
            placeholder={t('importReview.filter')}
            value={filter}
            maxLength={200}
            onChange={(event) => setFilter(event.target.value)}
            className="h-7 min-w-0 flex-1 cursor-text rounded-control border border-line-strong bg-ground px-2.5 select-text placeholder:text-faint"
          />
          <Button onClick={() => all(true)}>{t('importReview.all')}</Button>
          <Button onClick={() => all(false)}>{t('importReview.none')}</Button>
        </>
      }
    >
      {shown.length === 0 ? (
        <p className="flex-1 pt-10 text-center text-faint">{t('importReview.nothing')}</p>
      ) : (
        <ImportList
          box={list}
          rows={shown}
          ticks={ticks}
          onTick={(row, ticked) => canTick(row) && setTicks(new Map(ticks).set(row.id, ticked))}
          onAll={() => all(true)}
          onEnter={attach}
        />
      )}
      <footer className="flex items-center gap-2 border-t border-line px-5 py-3">
        <Summary importReview={importReview} chosen={chosen} room={room} />
        <Button onClick={dismiss}>{t('shell.cancel')}</Button>
        <Button
          disabled={chosen.length === 0 || importReview.state !== 'ready'}
          onClick={() =>
            void batchFromReview(
              importReview.id,
              chosen.map(({ id }) => id),
            )
          }
        >
          {t('batch.open')}
        </Button>
        <Button look="primary" disabled={!sendable} onClick={attach}>
          {t('importReview.attach', { count: chosen.length })}
        </Button>
      </footer>
    </DialogFrame>
  );
}

type SummaryProps = {
  readonly importReview: ImportReview;
  readonly chosen: readonly ImportRow[];
  readonly room: number;
};

/** What is chosen, and what the user should know about the rest. */
function Summary({ importReview, chosen, room }: SummaryProps) {
  const { t, locale } = useText();
  const bytes = chosen.reduce((sum, row) => sum + row.bytes, 0);
  const counts = t('importReview.chosen', { chosen: chosen.length, count: importReview.rows.length });
  const noneUsable = importReview.state === 'ready' && !importReview.rows.some(canTick);
  const notes = [
    noneUsable ? t('importReview.noneUsable') : '',
    importReview.capped ? t('importReview.capped', { most: maxImportRows }) : '',
    skippedText(t, locale, importReview),
  ].filter((note) => note !== '');
  return (
    <div className="flex min-w-0 flex-1 flex-col text-sm">
      <p role="status" className="flex items-center gap-2 tabular">
        {importReview.state === 'reading' && <Spinner />}
        {importReview.state === 'reading' ? t('importReview.reading') : `${counts} · ${size(bytes)}`}
      </p>
      {chosen.length > room && <p className="text-bad">{t('importReview.tooMany', { most: mostFiles })}</p>}
      <p className="text-dim empty:hidden">{sentences(locale, notes)}</p>
    </div>
  );
}

function skippedText(t: Translate, locale: Locale, { skips }: ImportReview): string {
  const kinds = (['hidden', 'unreadable', 'special'] as const).filter((kind) => skips[kind] > 0);
  if (kinds.length === 0) return '';
  return t('importReview.skipped', {
    what: listed(
      locale,
      kinds.map((kind) => t(`importReview.${kind}`, { count: skips[kind] })),
    ),
  });
}

/** How many more files the next message can carry. */
function useRoom(projectId: string): number {
  const waiting = useWindow(
    (state) => state.views[projectId]?.uploads.filter(({ state: is }) => is !== 'failed').length,
  );
  return mostFiles - (waiting ?? 0);
}

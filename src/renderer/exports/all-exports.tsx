import { Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Virtualizer } from 'virtua';
import { Choice } from '../ui/fields.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { closeDialog } from '../state/dialogs.ts';
import { type ExportFilter, findExports } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { ExportLine } from './export-line.tsx';
import { exportOrder } from './phase.ts';
import { RemoveQuestion } from './remove-question.tsx';

const filters: readonly ExportFilter[] = ['all', 'running', 'saved', 'failed'];

/** Every export of this computer, to search and to work with. Only those in sight are in the page. */
export function AllExports({ removingId }: { readonly removingId: string | null }) {
  const { t } = useText();
  const jobs = useWindow((state) => state.exports);
  const projects = useWindow((state) => state.projects);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<ExportFilter>('all');
  const box = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => exportOrder(jobs), [jobs]);
  const found = useMemo(() => findExports(ordered, projects, filter, query), [ordered, projects, filter, query]);
  const options = filters.map((value) => ({ value, label: t(`saved.filter.${value}`) }));
  return (
    <DialogFrame
      title={t('saved.all')}
      size="h-[min(680px,calc(100vh-48px))] w-[min(840px,calc(100vw-48px))]"
      onClose={() => closeDialog('all-exports')}
      toolbar={
        <>
          <label className="flex h-7 min-w-48 flex-1 items-center gap-2 rounded-control border border-line-strong px-2.5 focus-within:outline-2 focus-within:outline-accent">
            <Search size={13} aria-hidden className="shrink-0 text-faint" />
            <input
              type="search"
              aria-label={t('saved.search')}
              placeholder={t('saved.search')}
              value={query}
              maxLength={200}
              onChange={(event) => setQuery(event.target.value)}
              className="min-w-0 flex-1 cursor-text bg-transparent select-text placeholder:text-faint focus:outline-none"
            />
          </label>
          <Choice name={t('saved.filter.name')} hidden options={options} value={filter} onChoose={setFilter} />
        </>
      }
    >
      <p role="status" className="sr-only">
        {t('saved.count', { count: found.length })}
      </p>
      <div ref={box} className="min-h-0 flex-1 overflow-y-auto">
        {found.length === 0 ? (
          <p className="px-5 py-8 text-center text-dim">{t(jobs.length === 0 ? 'exports.empty' : 'saved.nothing')}</p>
        ) : (
          <Virtualizer key={`${filter} ${query}`} scrollRef={box} data={found} as="ul" item="li" itemSize={66}>
            {(job) => (
              <Boundary key={job.id} tryAgain={job} fallback={<CannotShow what="item" text={job.fileName} />}>
                <ExportLine job={job} />
              </Boundary>
            )}
          </Virtualizer>
        )}
      </div>
      <footer className="shrink-0 border-t border-line px-5 py-2 text-sm text-faint tabular" aria-hidden>
        {t('saved.count', { count: found.length })}
      </footer>
      {removingId !== null && <RemoveQuestion exportId={removingId} />}
    </DialogFrame>
  );
}

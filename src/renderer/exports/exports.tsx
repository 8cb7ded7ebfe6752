import { useWindow } from '../state/store.ts';
import { useText } from '../text/text.ts';
import { ExportRow } from './export-row.tsx';
import { exportOrder } from './phase.ts';

/** Every export of this computer, running ones first. */
export function Exports() {
  const { t } = useText();
  const jobs = useWindow((state) => state.exports);
  const shown = useWindow((state) => state.shownExportId);
  return (
    <section aria-label={t('exports.title')} className="flex min-h-0 flex-col">
      <h2 className="px-1.5 pt-3 pb-1.5 text-xs font-semibold text-dim">{t('exports.title')}</h2>
      {jobs.length === 0 ? (
        <p className="px-1.5 pb-3 text-sm text-faint">{t('exports.empty')}</p>
      ) : (
        <ul className="min-h-0 overflow-y-auto pb-2">
          {exportOrder(jobs).map((job) => (
            <ExportRow key={job.id} job={job} shown={job.id === shown} />
          ))}
        </ul>
      )}
    </section>
  );
}

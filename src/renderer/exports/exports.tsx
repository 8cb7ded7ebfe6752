import { useMemo, useEffect } from 'react';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { UnshownRow } from '../ui/cannot-show.tsx';
import { ask } from '../state/client.ts';
import { loadOlderExports, openAllExports } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { ExportRow } from './export-row.tsx';
import { Interchanges } from './interchange.tsx';
import { exportOrder } from './phase.ts';

/** As many as people look through in a narrow column; the view of all has the rest. */
const most = 30;

/** The exports of this computer, running ones first. */
export function Exports() {
  const { t } = useText();
  const jobs = useWindow((state) => state.exports);
  const shown = useWindow((state) => state.exportList.shownId);
  const hasInterchanges = useWindow((state) => state.interchanges.length > 0);
  const recent = useMemo(() => {
    const ordered = exportOrder(jobs);
    return ordered.filter(({ id }, index) => index < most || id === shown);
  }, [jobs, shown]);
  const isMissing = shown !== null && jobs.every(({ id }) => id !== shown);
  useEffect(() => void (isMissing && loadOlderExports()), [isMissing]);
  useExportsSeen();
  return (
    <section aria-label={t('exports.title')} className="flex min-h-0 flex-col">
      <header className="flex items-center gap-2.5 px-1.5 pt-3 pb-1">
        <h2 className="mr-auto text-xs font-semibold text-dim">{t('exports.title')}</h2>
        {jobs.length > 0 && (
          <Button look="bare" className="text-xs!" onClick={() => openAllExports()}>
            {t('saved.seeAll')}
          </Button>
        )}
      </header>
      <Interchanges />
      {jobs.length === 0 ? (
        !hasInterchanges && <p className="px-1.5 pb-3 text-sm text-faint">{t('exports.empty')}</p>
      ) : (
        <ul className="-mr-2 min-h-0 overflow-y-auto pb-2 [scrollbar-gutter:stable]">
          {recent.map((job) => (
            <Boundary key={job.id} tryAgain={job} fallback={<UnshownRow text={job.fileName} />}>
              <ExportRow job={job} shown={job.id === shown} />
            </Boundary>
          ))}
        </ul>
      )}
    </section>
  );
}

/**
 * Tells main that the user looked at the list: when it shows, when something in it ends, and when the user comes back.
 */
function useExportsSeen(): void {
  const newest = useWindow((state) => state.exports.reduce((latest, { endedAt }) => Math.max(latest, endedAt ?? 0), 0));
  useEffect(() => {
    const look = () => {
      if (document.hasFocus()) void ask('export.seen', {}, 'quiet');
    };
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [newest]);
}

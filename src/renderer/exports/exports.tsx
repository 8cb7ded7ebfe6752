import { FolderOutput } from 'lucide-react';
import { useMemo } from 'react';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { CannotShow, UnshownRow } from '../ui/cannot-show.tsx';
import { Tip } from '../ui/tip.tsx';
import { ask } from '../state/client.ts';
import { openAllExports } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { ExportRow } from './export-row.tsx';
import { InterchangeRow } from './interchange-row.tsx';
import { exportOrder } from './phase.ts';
import { useExportsSeen } from './use-exports-seen.ts';

/** As many as somebody looks through in a narrow column; the rest is in the view of all. */
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
        <InterchangeButton />
      </header>
      <Interchanges />
      {jobs.length === 0 ? (
        !hasInterchanges && <p className="px-1.5 pb-3 text-sm text-faint">{t('exports.empty')}</p>
      ) : (
        <ul className="min-h-0 overflow-y-auto pb-2">
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

/** Takes the open project's cut along. */
function InterchangeButton() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  return (
    <Tip text={t('interchange.hint')} side="right">
      <Button
        look="icon"
        className="-my-1 size-6!"
        aria-label={t('interchange.open')}
        onClick={() => void ask('interchange.start', { projectId })}
      >
        <FolderOutput size={14} aria-hidden />
      </Button>
    </Tip>
  );
}

/** Folders for other editors, newest first. No list: what the list here holds are exports. */
function Interchanges() {
  const { t } = useText();
  const jobs = useWindow((state) => state.interchanges);
  if (jobs.length === 0) return null;
  return (
    <div role="group" aria-label={t('interchange.title')} className="max-h-40 shrink-0 overflow-y-auto pb-1">
      {jobs.toReversed().map((job) => (
        <Boundary key={job.id} tryAgain={job} fallback={<CannotShow what="item" text={job.folderName} />}>
          <InterchangeRow job={job} />
        </Boundary>
      ))}
    </div>
  );
}

import { Search, FolderOpen, Play, SquareArrowOutUpRight } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Virtualizer } from 'virtua';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/fields.tsx';
import { FileName } from '../ui/file-name.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { closeDialog } from '../state/dialogs.ts';
import {
  type ExportFilter,
  findExports,
  loadOlderExports,
  openFileOf,
  playSaved,
  showFileOf,
} from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { projectName } from '../locales/project-status.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Picture } from '../ui/picture.tsx';
import { useRowWalk } from '../ui/row-walk.ts';
import { useNow } from '../ui/use-now.ts';
import { ago } from '../locales/format.ts';
import { exportOrder } from './phase.ts';
import { ClearQuestion, RemoveQuestion } from './questions.tsx';
import { dragOut, detailsOf, useFile } from './saved-file.ts';
import { Warnings, CancelButton, Action, PhaseLine, ProgressBar, shareOf } from './export-row.tsx';
import { ExportMenu } from './export-menu.tsx';

/** Of most rows, in px; each is measured. */
const rowHeight = 66;
/** A row that a quick scroll only passes asks for no picture: those that stay would come after thousands. */
const restMs = 150;

const filters: readonly ExportFilter[] = ['all', 'running', 'saved', 'failed'];

/** Every export of this computer, to search and to work with. The page holds only those in sight. */
export function AllExports({ removingId }: { readonly removingId: string | null }) {
  const { t } = useText();
  const jobs = useWindow((state) => state.exports);
  const projects = useWindow((state) => state.projects);
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<ExportFilter>('all');
  const box = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => exportOrder(jobs), [jobs]);
  const found = useMemo(() => findExports(ordered, projects, filter, query), [ordered, projects, filter, query]);
  const isWhole = useWindow((state) => state.olderExports === null);
  useEffect(() => void loadOlderExports(), []);
  const { virtual, at, listProps } = useRowWalk(box, { of: found.length, height: rowHeight });
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
        {isWhole && t('saved.count', { count: found.length })}
      </p>
      {found.length === 0 ? (
        <p className="flex-1 px-5 py-8 text-center text-dim">
          {t(jobs.length === 0 ? 'exports.empty' : 'saved.nothing')}
        </p>
      ) : (
        <div
          ref={box}
          role="list"
          aria-label={t('saved.all')}
          {...listProps}
          className="min-h-0 flex-1 overflow-y-auto"
        >
          <Virtualizer
            key={`${filter} ${query}`}
            ref={virtual}
            scrollRef={box}
            data={found}
            itemSize={rowHeight}
            keepMounted={[at]}
          >
            {(job, index) => (
              <div
                key={job.id}
                role="listitem"
                aria-posinset={index + 1}
                aria-setsize={found.length}
                tabIndex={index === at ? 0 : -1}
                className="focus-visible:-outline-offset-2"
              >
                <Boundary tryAgain={job} fallback={<CannotShow what="item" text={job.fileName} />}>
                  <ExportLine job={job} />
                </Boundary>
              </div>
            )}
          </Virtualizer>
        </div>
      )}
      <Footer found={found} />
      {removingId !== null && <RemoveQuestion exportId={removingId} />}
    </DialogFrame>
  );
}

/** How many there are, and the way to be rid of those that are over. */
function Footer({ found }: { readonly found: readonly ExportJob[] }) {
  const { t } = useText();
  const [clears, setClears] = useState(false);
  const over = found.filter(({ state }) => isExportOver(state)).map(({ id }) => id);
  return (
    <footer className="flex min-h-9 shrink-0 items-center justify-between border-t border-line px-5 py-1.5 text-sm text-faint tabular">
      <span aria-hidden>{t('saved.count', { count: found.length })}</span>
      {over.length > 0 && (
        <Button look="bare" onClick={() => setClears(true)}>
          {t('saved.clear')}
        </Button>
      )}
      {clears && <ClearQuestion exportIds={over} onClose={() => setClears(false)} />}
    </footer>
  );
}

/** An export in the view of all: its picture, what it is, and what can be done with it. */
function ExportLine({ job }: { readonly job: ExportJob }) {
  const file = useFile(job, restMs);
  const running = !isExportOver(job.state);
  const there = job.state === 'saved' && !file.gone;
  return (
    <div
      draggable={there}
      onDragStart={(event) => dragOut(event, job, file)}
      className="flex items-center gap-3.5 border-b border-line px-5 py-2.5"
    >
      <Picture image={file.picture} projectId={job.projectId} name={job.fileName} className="h-[45px] w-20" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-4">
          <FileName name={job.fileName} lines={1} className="flex-1 font-medium" />
          <Origin job={job} />
        </p>
        <div className="flex flex-wrap items-center gap-x-2 text-sm">
          <PhaseLine job={job} gone={file.gone} />
          {there && <span className="text-dim tabular">{detailsOf(job, file.info).join(' · ')}</span>}
          {!there && <Action job={job} gone={file.gone} />}
        </div>
        {there && <Warnings job={job} />}
        {running && <ProgressBar share={shareOf(job)} />}
      </div>
      <div className="flex min-w-[102px] shrink-0 items-center justify-end gap-0.5">
        {there && <SavedActions job={job} />}
        {running && job.state !== 'checking' && <CancelButton exportId={job.id} />}
        {!running && <ExportMenu job={job} gone={file.gone} />}
      </div>
    </div>
  );
}

/** Which project it is of, and when it was asked for. */
function Origin({ job }: { readonly job: ExportJob }) {
  const { t, locale } = useText();
  const now = useNow(true);
  const project: Project | undefined = useWindow((state) => state.projects.find(({ id }) => id === job.projectId));
  return (
    <span className="flex shrink-0 items-baseline gap-2 text-xs text-faint">
      {project !== undefined && (
        <span dir="auto" title={projectName(t, project)} className="w-40 truncate max-[760px]:hidden">
          {projectName(t, project)}
        </span>
      )}
      <span className="w-24 text-right tabular">{ago(t, locale, job.endedAt ?? job.createdAt, now)}</span>
    </span>
  );
}

function SavedActions({ job }: { readonly job: ExportJob }) {
  const { t } = useText();
  const actions = [
    { icon: Play, name: t('saved.play'), run: () => playSaved(job) },
    { icon: SquareArrowOutUpRight, name: t('saved.open'), run: () => openFileOf(job.id) },
    { icon: FolderOpen, name: t('exports.show'), run: () => showFileOf(job.id) },
  ];
  return (
    <>
      {actions.map(({ icon, name, run }) => (
        <IconButton key={name} icon={icon} name={name} tip={name} onClick={() => void run()} />
      ))}
    </>
  );
}

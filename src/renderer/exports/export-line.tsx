import { FolderOpen, Play, SquareArrowOutUpRight, type LucideIcon } from 'lucide-react';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { projectName } from '../locales/project-status.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { useNow } from '../ui/use-now.ts';
import { openFileOf, playSaved, showFileOf } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { ago } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { dragOut } from './drag-out.ts';
import { Warnings } from './warnings.tsx';
import { CancelButton, Action, PhaseLine, ProgressBar } from './export-row.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ExportPicture } from './export-picture.tsx';
import { detailsOf } from './details.ts';
import { useFile } from './use-file.ts';

/** An export in the view of all: its picture, what it is, and what can be done with it. */
export function ExportLine({ job }: { readonly job: ExportJob }) {
  const file = useFile(job);
  const running = !isExportOver(job.state);
  const there = job.state === 'saved' && !file.gone;
  return (
    <div
      draggable={there}
      onDragStart={(event) => dragOut(event, job, file)}
      className="flex items-center gap-3.5 border-b border-line px-5 py-2.5"
    >
      <ExportPicture job={job} picture={file.picture} className="h-[45px] w-20" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <span dir="auto" className="min-w-0 truncate font-medium" title={job.fileName}>
            {job.fileName}
          </span>
          <Origin job={job} />
        </p>
        <div className="flex flex-wrap items-center gap-x-2 text-sm">
          <PhaseLine job={job} gone={file.gone} />
          {there && <span className="text-dim tabular">{detailsOf(job, file.info).join(' · ')}</span>}
          {!there && <Action job={job} gone={file.gone} />}
        </div>
        {there && <Warnings job={job} />}
        {running && <ProgressBar job={job} />}
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
    <span className="ml-auto flex min-w-0 shrink-[2] items-baseline gap-2 text-xs text-faint">
      {project !== undefined && (
        <span dir="auto" className="min-w-0 max-w-48 truncate">
          {projectName(t, project)}
        </span>
      )}
      <span className="shrink-0 tabular">{ago(t, locale, job.endedAt ?? job.createdAt, now)}</span>
    </span>
  );
}

function SavedActions({ job }: { readonly job: ExportJob }) {
  const { t } = useText();
  return (
    <>
      <IconAction icon={Play} name={t('saved.play')} onClick={() => void playSaved(job)} />
      <IconAction icon={SquareArrowOutUpRight} name={t('saved.open')} onClick={() => void openFileOf(job.id)} />
      <IconAction icon={FolderOpen} name={t('exports.show')} onClick={() => void showFileOf(job.id)} />
    </>
  );
}

type IconActionProps = { readonly icon: LucideIcon; readonly name: string; readonly onClick: () => void };

function IconAction({ icon: Icon, name, onClick }: IconActionProps) {
  return (
    <Tip text={name}>
      <Button look="icon" className="size-6!" aria-label={name} onClick={onClick}>
        <Icon size={14} aria-hidden />
      </Button>
    </Tip>
  );
}

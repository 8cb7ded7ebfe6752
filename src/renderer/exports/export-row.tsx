import { X, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { FailureCode } from '../../shared/domain/failure.ts';
import { FileName } from '../ui/file-name.tsx';
import { Button } from '../ui/button.tsx';
import { FailureLink } from '../ui/trouble.tsx';
import { useElapsed, useStalled } from '../ui/use-now.ts';
import { useMayExportAgain } from '../state/account.ts';
import { ask } from '../state/client.ts';
import { exportAgain, exportForEditors, showFileOf } from '../state/exports.ts';
import { clock, percent } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Picture } from '../ui/picture.tsx';
import { dragOut, useFile } from './saved-file.ts';
import { ExportMenu } from './export-menu.tsx';
import { phaseText } from './phase.ts';

const inks: Readonly<Partial<Record<ExportJob['state'], string>>> = { saved: 'text-good', failed: 'text-bad' };

/** Failures that another place may mend. */
const placeFailures: ReadonlySet<FailureCode> = new Set([
  'folder-gone',
  'folder-read-only',
  'file-in-use',
  'disk-full',
  'disk-short',
]);

type Props = { readonly job: ExportJob; readonly shown: boolean };

export function ExportRow({ job, shown }: Props) {
  const running = !isExportOver(job.state);
  const elapsedMs = useElapsed(job.createdAt, running);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (shown) row.current?.focus();
  }, [shown]);
  const file = useFile(job);
  const there = job.state === 'saved' && !file.gone;
  return (
    <li
      ref={row}
      tabIndex={-1}
      className={`offscreen-row rounded-control px-1.5 py-1.5 focus:outline-none ${shown ? 'bg-raised ring-1 ring-accent ring-inset' : ''}`}
    >
      <div draggable={there} onDragStart={(event) => dragOut(event, job, file)} className="flex gap-2">
        <Picture image={file.picture} projectId={job.projectId} name={job.fileName} className="mt-0.5 h-[18px] w-8" />
        <div className="min-w-0 flex-1">
          <div className="flex items-start gap-2">
            <FileName name={job.fileName} className="flex-1 font-medium" />
            {running && job.state !== 'checking' && <CancelButton exportId={job.id} />}
            {!running && <ExportMenu job={job} gone={file.gone} />}
          </div>
          <div className={`flex gap-x-2 text-sm ${running ? 'items-baseline' : 'flex-wrap items-center'}`}>
            <PhaseLine job={job} gone={file.gone} />
            <Action job={job} gone={file.gone} />
            {running && <span className="ml-auto shrink-0 text-xs text-dim tabular">{clock(elapsedMs / 1000)}</span>}
          </div>
          {there && <Warnings job={job} />}
          {running && <ProgressBar share={shareOf(job)} />}
        </div>
      </div>
    </li>
  );
}

type FileProps = { readonly job: ExportJob; readonly gone: boolean };

/** What it is doing, or what came of it. */
export function PhaseLine({ job, gone }: FileProps) {
  const { t } = useText();
  const tookMs = useElapsed(job.phaseAt, !isExportOver(job.state));
  const stalled = useStalled(job.received, job.state === 'downloading');
  const ink = gone ? 'text-bad' : (inks[job.state] ?? 'text-dim');
  return (
    <span className={`min-w-0 tabular ${ink}`}>{gone ? t('saved.gone') : phaseText(t, job, tookMs, stalled)}</span>
  );
}

/** The one thing to do next. */
export function Action({ job, gone }: FileProps) {
  const { t } = useText();
  const mayTryAgain = useMayExportAgain();
  const exportId = job.id;
  switch (job.state) {
    case 'saved':
      return gone ? (
        <Button look="quiet" onClick={() => void exportAgain(job)}>
          {t('saved.again')}
        </Button>
      ) : (
        <Button look="bare" onClick={() => void showFileOf(exportId)}>
          {t('exports.show')}
        </Button>
      );
    case 'failed':
    case 'cancelled':
      return (
        <span className="flex flex-wrap items-center gap-2 py-0.5">
          {(job.failure?.code !== 'export-blocked' || mayTryAgain) && (
            <Button look="quiet" onClick={() => void ask('export.retry', { exportId })}>
              {t('exports.retry')}
            </Button>
          )}
          {job.failure !== null && placeFailures.has(job.failure.code) && (
            <Button look="quiet" onClick={() => void ask('export.moveTo', { exportId })}>
              {t('exporting.moveTo')}
            </Button>
          )}
          {job.failure !== null && <FailureLink failure={job.failure} projectId={job.projectId} />}
          {job.failure?.code === 'export-blocked' && (
            <Button look="quiet" onClick={() => exportForEditors(job)}>
              {t('interchange.start')}
            </Button>
          )}
        </span>
      );
    case 'waiting':
    case 'queued':
    case 'submitted':
    case 'rendering':
    case 'downloading':
    case 'checking':
      return null;
  }
}

export function CancelButton({ exportId }: { readonly exportId: string }) {
  const { t } = useText();
  return (
    <IconButton
      icon={X}
      size={12}
      name={t('exports.cancel')}
      tip={t('exporting.cancelHint')}
      side="right"
      className="-mx-1 size-5!"
      onClick={() => void ask('export.cancel', { exportId })}
    />
  );
}

/** Shows a share (in percent) where one is known; otherwise the bar only moves. */
export function ProgressBar({ share }: { readonly share: number | null }) {
  return (
    <div aria-hidden className="mt-1.5 h-[3px] overflow-hidden rounded-full bg-line">
      {share !== null ? (
        <div style={{ width: `${share}%` }} className="h-full rounded-full bg-accent" />
      ) : (
        <div className="h-full w-2/5 animate-slide rounded-full bg-faint motion-reduce:w-full motion-reduce:opacity-40" />
      )}
    </div>
  );
}

/** In percent. */
export function shareOf({ state, progress, received, bytes }: ExportJob): number | null {
  if (state === 'rendering') return progress === null ? null : Math.round(progress * 100);
  return state === 'downloading' && bytes !== null ? percent(received, bytes) : null;
}

/** Warnings about a saved file. Not marked up as a list: items of the list around it are exports. */
export function Warnings({ job }: { readonly job: ExportJob }) {
  const { t } = useText();
  const warnings = job.check?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <div className="mt-0.5 text-sm text-dim">
      {warnings.map((warning) => (
        <p key={warning} className="flex items-baseline gap-1.5">
          <TriangleAlert size={11} aria-hidden className="shrink-0 translate-y-px text-accent" />
          {t(`deliveryWarning.${warning}`)}
        </p>
      ))}
    </div>
  );
}

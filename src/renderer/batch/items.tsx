import { useEffect, useMemo, useRef } from 'react';
import { Virtualizer } from 'virtua';
import { CircleAlert, CircleCheck, CircleHelp, CirclePause, Clock3 } from 'lucide-react';
import { type Batch, type BatchItem, canRetry, isItemRunning } from '../../shared/domain/batch.ts';
import type { Project } from '../../shared/domain/project.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { useRowWalk } from '../ui/row-walk.ts';
import { loadOlderExports } from '../state/exports.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Picture } from '../ui/picture.tsx';
import { FileName } from '../ui/file-name.tsx';
import { Button, Spinner } from '../ui/button.tsx';
import { useElapsed } from '../ui/use-now.ts';
import { ask, openProject } from '../state/client.ts';
import { itemText } from './details.ts';

const rowHeight = 52;

/**
 * The files of a batch. The page holds only those in sight; arrows walk from row to row, Tab into what a row offers.
 */
export function Items({ batch }: { readonly batch: Batch }) {
  const { t } = useText();
  const box = useRef<HTMLDivElement>(null);
  const { virtual, at, listProps } = useRowWalk(box, { of: batch.items.length, height: rowHeight });
  const exports = useWindow((state) => state.exports);
  const projects = useWindow((state) => state.projects);
  const jobs = useMemo(() => new Map(exports.map((job) => [job.id, job])), [exports]);
  const known = useMemo(() => new Map(projects.map((project) => [project.id, project])), [projects]);
  useEffect(() => void loadOlderExports(), []);
  return (
    <div
      ref={box}
      role="list"
      aria-label={t('batch.table')}
      {...listProps}
      className="min-h-0 flex-1 overflow-y-auto py-1.5"
    >
      <Virtualizer ref={virtual} scrollRef={box} data={batch.items} itemSize={rowHeight} keepMounted={[at]}>
        {(item, index) => (
          <ItemRow
            key={item.id}
            item={item}
            batch={batch}
            job={item.exportId === null ? undefined : jobs.get(item.exportId)}
            project={known.get(item.projectId ?? '')}
            current={index === at}
          />
        )}
      </Virtualizer>
    </div>
  );
}

type Props = {
  readonly item: BatchItem;
  readonly batch: Batch;
  readonly job: ExportJob | undefined;
  /** Its project, as long as that is there. */
  readonly project: Project | undefined;
  /** The one row that Tab leads to. */
  readonly current: boolean;
};

/** One file of a batch: what it is, what was asked, what it is doing or what came of it. */
function ItemRow({ item, batch, job, project, current }: Props) {
  const { t } = useText();
  const sent = useWindow((state) => (item.uploadId === null ? undefined : state.batch.uploads[item.uploadId]));
  const tookMs = useElapsed(job?.phaseAt ?? null, item.state === 'exporting');
  const words = itemText(t, item, { sent, job, tookMs });
  return (
    <div
      role="listitem"
      aria-label={`${item.name}, ${words}`}
      aria-posinset={item.n}
      aria-setsize={batch.items.length}
      tabIndex={current ? 0 : -1}
      className="flex h-13 items-center gap-3 px-5 hover:bg-panel focus-visible:-outline-offset-2"
    >
      <span className="w-8 shrink-0 text-right text-sm text-faint tabular">{item.n}</span>
      <StateSign item={item} />
      <Picture
        // Many files in one project have no picture of their own.
        image={batch.mode === 'each' ? (project?.thumbnail ?? null) : null}
        projectId={item.id}
        name={item.name}
        className="h-8 w-14"
      />
      <div className="min-w-0 flex-[3]">
        <FileName name={item.name} lines={1} className="block font-medium" />
        <p dir="auto" className="truncate text-sm text-faint" title={item.message}>
          {item.message}
        </p>
      </div>
      <p className={`line-clamp-2 min-w-0 flex-[2] text-sm tabular ${inks[item.state] ?? 'text-dim'}`} title={words}>
        {words}
      </p>
      <div className="flex w-54 shrink-0 items-center justify-end gap-1.5">
        <ItemActions item={item} batch={batch} hasProject={project !== undefined} />
      </div>
    </div>
  );
}

const inks: Readonly<Partial<Record<BatchItem['state'], string>>> = {
  done: 'text-good',
  failed: 'text-bad',
  'needs-you': 'text-accent-ink',
};

function StateSign({ item: { state } }: { readonly item: BatchItem }) {
  if (isItemRunning(state))
    return (
      <span className="flex w-4 shrink-0 justify-center text-accent">
        <Spinner />
      </span>
    );
  const Icon = signs[state] ?? Clock3;
  return <Icon size={16} aria-hidden className={`shrink-0 ${inks[state] ?? 'text-faint'}`} />;
}

const signs: Readonly<Partial<Record<BatchItem['state'], typeof Clock3>>> = {
  done: CircleCheck,
  failed: CircleAlert,
  'needs-you': CircleHelp,
  stopped: CirclePause,
};

type ActionsProps = Pick<Props, 'item' | 'batch'> & { readonly hasProject: boolean };

function ItemActions({ item, batch, hasProject }: ActionsProps) {
  const { t } = useText();
  const { projectId, exportId } = item;
  const about = { batchId: batch.id, itemId: item.id };
  return (
    <>
      {canRetry(item) && (
        <Button look="quiet" onClick={() => void ask('batch.retry', about)}>
          {t('batch.retry')}
        </Button>
      )}
      {item.state === 'needs-you' && (
        <Button look="quiet" title={t('batch.acceptHint')} onClick={() => void ask('batch.accept', about)}>
          {t('batch.accept')}
        </Button>
      )}
      {item.state === 'done' && exportId !== null && (
        <Button look="quiet" onClick={() => void ask('export.showInFolder', { exportId })}>
          {t('batch.show')}
        </Button>
      )}
      {hasProject && projectId !== null && (
        <Button look="quiet" onClick={() => void openProject(projectId)}>
          {t('batch.openProject')}
        </Button>
      )}
    </>
  );
}

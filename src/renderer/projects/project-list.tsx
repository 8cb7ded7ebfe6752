import { ChevronRight } from 'lucide-react';
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { Boundary } from '../ui/boundary.tsx';
import { UnshownRow } from '../ui/cannot-show.tsx';
import { useKeptFocus } from '../ui/kept-focus.ts';
import { useNow } from '../ui/use-now.ts';
import { useShownBatch, useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import type { MenuPlace } from './project-menu.tsx';
import { ProjectRow } from './project-row.tsx';

const ProjectMenu = lazy(async () => ({ default: (await import('./project-menu.tsx')).ProjectMenu }));

const noExports: readonly ExportJob[] = [];

/** So many rows are drawn, and so many more each time their end comes near: every row takes memory, in sight or not. */
const step = 24;
/** How near, in px: some rows before the user sees the end. */
const nearPx = 600;

/** All projects: pinned ones, then by last activity; at the end, folded, those that the user put away. */
export function ProjectList({ narrow }: { readonly narrow: boolean }) {
  const { t } = useText();
  const projects = useWindow((state) => state.projects);
  const openId = useWindow((state) => state.openProjectId);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  const archived = projects.filter((project) => project.archived);
  const shown = projects.filter((project) => !project.archived || project.id === openId);
  const menuProject = menu === null ? undefined : projects.find(({ id }) => id === menu.projectId);
  return (
    <div
      className={`min-h-0 flex-1 overflow-y-auto pt-1 pb-2 ${narrow ? '[scrollbar-width:none] px-1.5' : 'pr-1 pl-3 [scrollbar-gutter:stable]'}`}
    >
      <Rows projects={shown} narrow={narrow} onMenu={setMenu} />
      {archived.length > 0 && (
        <>
          <button
            type="button"
            aria-expanded={unfolded}
            aria-label={narrow ? t('projects.archived') : undefined}
            title={narrow ? t('projects.archived') : undefined}
            onClick={() => setUnfolded(!unfolded)}
            className={`mt-1 mb-1 flex h-7 w-full items-center gap-1.5 rounded-control text-sm text-faint transition-colors hover:text-ink focus-visible:-outline-offset-2 ${narrow ? 'justify-center' : 'px-1.5'}`}
          >
            <ChevronRight size={13} aria-hidden className={`transition-transform ${unfolded ? 'rotate-90' : ''}`} />
            {!narrow && `${t('projects.archived')} (${archived.length})`}
          </button>
          {unfolded && <Rows projects={archived.filter(({ id }) => id !== openId)} narrow={narrow} onMenu={setMenu} />}
        </>
      )}
      <Suspense>
        {menu !== null && menuProject !== undefined && (
          <ProjectMenu project={menuProject} place={menu} onClose={() => setMenu(null)} />
        )}
      </Suspense>
    </div>
  );
}

type RowsProps = {
  readonly projects: readonly Project[];
  readonly narrow: boolean;
  readonly onMenu: (place: MenuPlace) => void;
};

function Rows({ projects, narrow, onMenu }: RowsProps) {
  const openId = useWindow((state) => state.openProjectId);
  const batchShown = useShownBatch() !== null;
  const pulses = useWindow((state) => state.pulses);
  const exports = useWindow((state) => state.exports);
  const renamingId = useWindow((state) => state.projectList.renamingId);
  const now = useNow(true);
  const byProject = grouped(exports);
  const kept = useKeptFocus(projects, 'a', 'message');
  const [count, setCount] = useState(step);
  // The open one is always there, as what is current; it gets its place before the user comes so far.
  const drawn = projects.filter(({ id }, at) => at < count || id === openId || id === renamingId);
  const rows = (
    <ul {...kept} onKeyDownCapture={({ key }) => key === 'End' && flushSync(() => setCount(projects.length))}>
      {drawn.map((project) => (
        <Boundary key={project.id} tryAgain={project} fallback={<UnshownRow text={project.name} />}>
          <ProjectRow
            project={project}
            open={project.id === openId && !batchShown}
            renaming={project.id === renamingId}
            pulse={pulses[project.id]}
            exports={byProject.get(project.id) ?? noExports}
            narrow={narrow}
            now={now}
            onMenu={onMenu}
          />
        </Boundary>
      ))}
    </ul>
  );
  return (
    <>
      {rows}
      {count < projects.length && <EndOfRows key={count} onNear={() => setCount(count + step)} />}
    </>
  );
}

/** Says once that the user comes near to it, or that it is there already. */
function EndOfRows({ onNear }: { readonly onNear: () => void }) {
  const end = useRef<HTMLDivElement>(null);
  const near = useEffectEvent(onNear);
  useEffect(() => {
    if (end.current === null) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && near(), {
      root: end.current.parentElement,
      rootMargin: `0px 0px ${nearPx}px`,
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={end} className="h-px" />;
}

function grouped(exports: readonly ExportJob[]): ReadonlyMap<string, readonly ExportJob[]> {
  const groups = new Map<string, ExportJob[]>();
  for (const job of exports) {
    const group = groups.get(job.projectId);
    if (group === undefined) groups.set(job.projectId, [job]);
    else group.push(job);
  }
  return groups;
}

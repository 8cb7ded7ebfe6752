import { memo } from 'react';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { Tip } from '../shell/tip.tsx';
import { useNow } from '../shell/use-now.ts';
import { openProject } from '../state/client.ts';
import type { Pulse } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../text/text.ts';
import { projectName, projectStatus } from './status.ts';
import { Thumbnail } from './thumbnail.tsx';

const noExports: readonly ExportJob[] = [];

export function ProjectList({ narrow }: { readonly narrow: boolean }) {
  const projects = useWindow((state) => state.projects);
  const openId = useWindow((state) => state.openProjectId);
  const pulses = useWindow((state) => state.pulses);
  const exports = useWindow((state) => state.exports);
  const now = useNow(true, 60_000);
  const byProject = grouped(exports);
  return (
    <ul className={`min-h-0 flex-1 overflow-y-auto pt-1 pb-2 ${narrow ? 'px-1.5' : 'px-3'}`}>
      {projects.map((project) => (
        <ProjectRow
          key={project.id}
          project={project}
          open={project.id === openId}
          pulse={pulses[project.id]}
          exports={byProject.get(project.id) ?? noExports}
          narrow={narrow}
          now={now}
        />
      ))}
    </ul>
  );
}

function grouped(exports: readonly ExportJob[]): ReadonlyMap<string, readonly ExportJob[]> {
  const groups = new Map<string, ExportJob[]>();
  for (const job of exports) groups.set(job.projectId, [...(groups.get(job.projectId) ?? []), job]);
  return groups;
}

type RowProps = {
  readonly project: Project;
  readonly open: boolean;
  readonly pulse: Pulse | undefined;
  readonly exports: readonly ExportJob[];
  readonly narrow: boolean;
  readonly now: number;
};

/** A project is a place to go to, hence a link; so the button "New project" keeps its name to itself. */
const ProjectRow = memo(function ProjectRow({ project, open, pulse, exports, narrow, now }: RowProps) {
  const { t, locale } = useText();
  const name = projectName(t, project);
  const status = projectStatus(t, locale, { project, pulse, exports, now });
  const mark = narrow ? 'border-dim bg-raised' : 'border-line-strong bg-raised';
  const look = open ? mark : 'border-transparent hover:bg-raised';
  const link = (
    <a
      href={`#${project.id}`}
      aria-current={open ? 'page' : undefined}
      aria-label={narrow ? name : undefined}
      title={narrow ? undefined : name}
      draggable={false}
      onClick={(event) => {
        event.preventDefault();
        void openProject(project.id);
      }}
      className={`flex items-center gap-2.5 rounded-control border transition-colors focus-visible:-outline-offset-2 ${narrow ? 'h-9 justify-center' : 'px-1.5 py-1.5'} ${look}`}
    >
      <Thumbnail project={project} narrow={narrow} />
      {!narrow && (
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-xs text-faint tabular">{status}</span>
        </span>
      )}
    </a>
  );
  return (
    <li className="offscreen-row mb-1">
      {narrow ? (
        <Tip text={`${name} · ${status}`} side="right">
          {link}
        </Tip>
      ) : (
        link
      )}
    </li>
  );
});

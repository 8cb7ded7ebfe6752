import { Ellipsis, Pin } from 'lucide-react';
import { memo, type ComponentProps, type KeyboardEvent, type MouseEvent } from 'react';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import { openProject } from '../state/client.ts';
import type { Pulse } from '../state/model.ts';
import { deleteProject, openToRename, startRenaming } from '../state/projects.ts';
import { useText } from '../locales/text.ts';
import { menuAt, type MenuPlace } from './menu-place.ts';
import { RenameField } from './rename-field.tsx';
import { projectName, projectStatus } from '../locales/project-status.ts';
import { Thumbnail } from './thumbnail.tsx';
import { UnreadBadge } from './unread-badge.tsx';

type Props = {
  readonly project: Project;
  readonly open: boolean;
  readonly renaming: boolean;
  readonly pulse: Pulse | undefined;
  readonly exports: readonly ExportJob[];
  readonly narrow: boolean;
  readonly now: number;
  readonly onMenu: (place: MenuPlace) => void;
};

/** A project is a place to go to, hence a link; so the button "New project" keeps its name to itself. */
export const ProjectRow = memo(function ProjectRow(props: Props) {
  const { project, narrow, renaming, onMenu } = props;
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    onMenu(menuAt(project.id, event));
  };
  if (renaming && !narrow)
    return (
      <li className="mb-1 flex min-h-12 items-center gap-2.5 rounded-control border border-accent bg-raised px-1.5 py-1.5">
        <Thumbnail project={project} narrow={false} />
        <RenameField project={project} className="min-w-0 flex-1" />
      </li>
    );
  return (
    <li className="offscreen-row group/row relative mb-1">
      {narrow ? <NarrowLink {...props} onContextMenu={openMenu} /> : <WideLink {...props} onContextMenu={openMenu} />}
      {!narrow && <MenuButton open={props.open} onClick={openMenu} />}
    </li>
  );
});

type ProjectLinkProps = Props & { readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void };

function NarrowLink(props: ProjectLinkProps) {
  const { t, locale } = useText();
  const { project, open } = props;
  const name = projectName(t, project);
  return (
    <Tip text={`${name} · ${projectStatus(t, locale, props)}`} side="right">
      <ProjectLink
        project={project}
        name={name}
        aria-current={open ? 'page' : undefined}
        onContextMenu={props.onContextMenu}
        className={`relative h-9 justify-center ${open ? 'border-dim bg-raised' : 'border-transparent hover:bg-raised'}`}
      >
        <Thumbnail project={project} narrow />
        <UnreadBadge count={project.unread} className="absolute top-0 right-0" />
      </ProjectLink>
    </Tip>
  );
}

function WideLink(props: ProjectLinkProps) {
  const { t, locale } = useText();
  const { project, open } = props;
  const name = projectName(t, project);
  return (
    <ProjectLink
      project={project}
      aria-current={open ? 'page' : undefined}
      onContextMenu={props.onContextMenu}
      className={`gap-2.5 px-1.5 py-1.5 ${open ? 'border-line-strong bg-raised' : 'border-transparent hover:bg-raised'}`}
    >
      <Thumbnail project={project} narrow={false} />
      <span className="min-w-0 flex-1">
        <span
          dir="auto"
          title={name}
          className={`block truncate ${project.unread > 0 ? 'font-semibold' : 'font-medium'}`}
        >
          {name}
        </span>
        <span className="flex items-center gap-1 text-xs text-faint tabular">
          {project.pinned && <Pin size={10} role="img" aria-label={t('projects.pinned')} className="shrink-0" />}
          <span className="truncate">{projectStatus(t, locale, props)}</span>
        </span>
      </span>
      <UnreadBadge count={project.unread} className="group-focus-within/row:invisible group-hover/row:invisible" />
    </ProjectLink>
  );
}

type LinkProps = ComponentProps<'a'> & { readonly project: Project; readonly name?: string };

function ProjectLink({ project, name, className = '', ...rest }: LinkProps) {
  const narrow = useNarrow();
  const writeName = (id: string) => (narrow ? void openToRename(id) : startRenaming(id));
  return (
    <a
      {...rest}
      href={`#${project.id}`}
      aria-label={name}
      draggable={false}
      onClick={(event) => {
        event.preventDefault();
        void openProject(project.id);
      }}
      onDoubleClick={() => writeName(project.id)}
      onKeyDown={(event) => rowKey(event, project, () => writeName(project.id))}
      className={`flex items-center rounded-control border transition-colors focus-visible:-outline-offset-2 ${className}`}
    />
  );
}

/** F2 writes the name, Delete deletes, the arrows go from project to project. */
function rowKey(event: KeyboardEvent<HTMLAnchorElement>, project: Project, writeName: () => void): void {
  const rows = [...(event.currentTarget.closest('nav')?.querySelectorAll<HTMLElement>('li > a') ?? [])];
  const at = rows.indexOf(event.currentTarget);
  const actions: Readonly<Record<string, () => void>> = {
    F2: writeName,
    Delete: () => void deleteProject(project),
    ArrowDown: () => rows[at + 1]?.focus(),
    ArrowUp: () => rows[at - 1]?.focus(),
    Home: () => rows[0]?.focus(),
    End: () => rows.at(-1)?.focus(),
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

type MenuButtonProps = { readonly open: boolean; readonly onClick: (event: MouseEvent<HTMLElement>) => void };

/** On the open project it is reached by Tab; on the others by the menu key, or by pointing at them. */
function MenuButton({ open, onClick }: MenuButtonProps) {
  const { t } = useText();
  return (
    <Button
      look="icon"
      tabIndex={open ? 0 : -1}
      aria-label={t('projects.menu')}
      aria-haspopup="menu"
      className="absolute! top-1/2 right-1 size-6! -translate-y-1/2 bg-raised opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100"
      onClick={onClick}
    >
      <Ellipsis size={15} aria-hidden />
    </Button>
  );
}

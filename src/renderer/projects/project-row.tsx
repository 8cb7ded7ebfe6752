import { Ellipsis, Pin } from 'lucide-react';
import { memo, type ComponentProps, type KeyboardEvent, type MouseEvent } from 'react';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Tip } from '../ui/tip.tsx';
import { useProjectsFolded } from '../state/layout.ts';
import { openProject } from '../state/client.ts';
import type { Pulse } from '../state/model.ts';
import { deleteProject, openToRename, startRenaming } from '../state/projects.ts';
import { useText } from '../locales/text.ts';
import { listed } from '../locales/format.ts';
import { projectName, projectStatus } from '../locales/project-status.ts';
import { Picture } from '../ui/picture.tsx';
import { RenameField } from './rename-field.tsx';

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

/** A link, since a project is a place to go to; and so only one button is called "New project". */
export const ProjectRow = memo(function ProjectRow(props: Props) {
  const { project, narrow, renaming, onMenu } = props;
  const openMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    onMenu(menuAt(project.id, event));
  };
  if (renaming && !narrow)
    return (
      <li className="mb-1 flex min-h-12 items-center gap-2.5 rounded-control border border-accent bg-raised px-1.5 py-1.5">
        <Thumbnail project={project} width="w-11" />
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
  const unread = project.unread > 0 ? [t('projects.unread', { count: project.unread })] : [];
  return (
    <Tip text={`${name} · ${projectStatus(t, locale, props)}`} side="right">
      <ProjectLink
        project={project}
        name={listed(locale, [name, ...unread])}
        aria-current={open ? 'page' : undefined}
        onContextMenu={props.onContextMenu}
        className={`relative h-9 justify-center ${open ? 'border-dim bg-raised' : 'border-transparent hover:bg-raised'}`}
      >
        <Thumbnail project={project} width="w-9" />
        <UnreadBadge count={project.unread} className="absolute top-0 right-0" />
      </ProjectLink>
    </Tip>
  );
}

function WideLink(props: ProjectLinkProps) {
  const { t, locale } = useText();
  const { project, open } = props;
  const name = projectName(t, project);
  const status = projectStatus(t, locale, props);
  return (
    <ProjectLink
      project={project}
      aria-current={open ? 'page' : undefined}
      onContextMenu={props.onContextMenu}
      className={`gap-2.5 px-1.5 py-1.5 ${open ? 'border-line-strong bg-raised' : 'border-transparent hover:bg-raised'}`}
    >
      <Thumbnail project={project} width="w-11" />
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
          <span className="truncate" title={status}>
            {status}
          </span>
        </span>
      </span>
      <UnreadBadge count={project.unread} className="group-focus-within/row:invisible group-hover/row:invisible" />
    </ProjectLink>
  );
}

type LinkProps = ComponentProps<'a'> & { readonly project: Project; readonly name?: string };

function ProjectLink({ project, name, className = '', ...rest }: LinkProps) {
  const narrow = useProjectsFolded();
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

/** Tab reaches the menu of the open project; the menu key or the pointer that of the others. */
function MenuButton({ open, onClick }: MenuButtonProps) {
  const { t } = useText();
  return (
    <IconButton
      icon={Ellipsis}
      size={15}
      name={t('projects.menu')}
      tabIndex={open ? 0 : -1}
      aria-haspopup="menu"
      className="absolute! top-1/2 right-1 size-6! -translate-y-1/2 bg-raised opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100"
      onClick={onClick}
    />
  );
}

/** Where a project's menu opens, in px of the window, and what gets the focus back. */
export type MenuPlace = {
  readonly projectId: string;
  readonly box: DOMRect;
  readonly from: HTMLElement;
};

/** At the pointer; for the menu key, which has no place, at the element itself. */
function menuAt(projectId: string, event: MouseEvent<HTMLElement>): MenuPlace {
  const pointed = event.type === 'contextmenu' && event.button === 2;
  const box = pointed ? new DOMRect(event.clientX, event.clientY, 0, 0) : event.currentTarget.getBoundingClientRect();
  return { projectId, box, from: event.currentTarget };
}

type ThumbnailProps = { readonly project: Project; readonly width: 'w-9' | 'w-11' };

function Thumbnail({ project, width }: ThumbnailProps) {
  const { t } = useText();
  const { id, thumbnail } = project;
  return <Picture image={thumbnail} projectId={id} name={projectName(t, project)} className={`h-[26px] ${width}`} />;
}

/** How many answers came in while nobody looked. */
function UnreadBadge({ count, className = '' }: { readonly count: number; readonly className?: string }) {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <span
      role="img"
      aria-label={t('projects.unread', { count })}
      className={`flex h-4 min-w-4 shrink-0 items-center justify-center rounded-full bg-accent-fill px-1 text-[10px] leading-none font-semibold text-on-accent tabular ${className}`}
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}

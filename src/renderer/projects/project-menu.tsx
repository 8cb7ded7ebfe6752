import { Menu } from '@base-ui/react/menu';
import type { Project } from '../../shared/domain/project.ts';
import { projectLink } from '../../shared/project-link.ts';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import { useProjectsFolded } from '../state/layout.ts';
import { ask } from '../state/client.ts';
import { projectName } from '../locales/project-status.ts';
import { deleteProject, duplicateProject, openToRename, startRenaming } from '../state/projects.ts';
import { useText } from '../locales/text.ts';
import { useCopy } from '../ui/use-copy.ts';
import type { MenuPlace } from './project-row.tsx';

export type { MenuPlace } from './project-row.tsx';

type Props = { readonly project: Project; readonly place: MenuPlace; readonly onClose: () => void };

/** What can be done with a project. */
export function ProjectMenu({ project, place, onClose }: Props) {
  const { t } = useText();
  const { id: projectId, pinned, archived } = project;
  const narrow = useProjectsFolded();
  const { copied, copy } = useCopy();
  // The menu gives the focus back as it closes; only then can a field take it.
  const writeName = () => setTimeout(() => (narrow ? void openToRename(projectId) : startRenaming(projectId)));
  return (
    <Menu.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <MenuPopup
        at={{ anchor: { getBoundingClientRect: () => place.box }, side: 'bottom', align: 'start' }}
        finalFocus={() => place.from}
        aria-label={t('projects.menu')}
      >
        <MenuItem onClick={writeName}>{t('projects.rename')}</MenuItem>
        <MenuItem
          onClick={() => void duplicateProject(projectId, t('projects.copyName', { name: projectName(t, project) }))}
        >
          {t('projects.duplicate')}
        </MenuItem>
        <MenuItem stays onClick={() => copy(projectLink(projectId))}>
          {t(copied ? 'chat.copied' : 'projects.copyLink')}
        </MenuItem>
        <MenuItem onClick={() => void ask('project.pin', { projectId, pinned: !pinned })}>
          {t(pinned ? 'projects.unpin' : 'projects.pin')}
        </MenuItem>
        <MenuItem onClick={() => void ask('project.archive', { projectId, archived: !archived })}>
          {t(archived ? 'projects.unarchive' : 'projects.archive')}
        </MenuItem>
        <Menu.Separator className="my-1 h-px bg-line" />
        <MenuItem className="text-bad" onClick={() => void deleteProject(project)}>
          {t('projects.delete')}
        </MenuItem>
      </MenuPopup>
    </Menu.Root>
  );
}

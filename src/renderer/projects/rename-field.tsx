import { useRef } from 'react';
import type { Project } from '../../shared/domain/project.ts';
import { isComposing } from '../ui/keys.ts';
import { rename, startRenaming } from '../state/projects.ts';
import { useText } from '../locales/text.ts';
import { projectName } from '../locales/project-status.ts';

type Props = { readonly project: Project; readonly className?: string };

/** A project's name while it is written: Enter or leaving keeps it, Escape leaves it as it was. */
export function RenameField({ project, className = '' }: Props) {
  const { t } = useText();
  const given = useRef(false);
  return (
    <input
      ref={(element) => {
        if (element === null || given.current) return;
        given.current = true;
        element.select();
        element.focus();
      }}
      aria-label={t('projects.nameField')}
      defaultValue={projectName(t, project)}
      maxLength={200}
      onBlur={(event) => rename(project, event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Escape') startRenaming(null);
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
      className={`h-[26px] cursor-text bg-transparent font-medium select-text focus:outline-none ${className}`}
    />
  );
}

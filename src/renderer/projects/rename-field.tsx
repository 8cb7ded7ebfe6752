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
  const from = useRef<Element | null>(null);
  const leave = (field: HTMLInputElement, keep: boolean) => {
    if (keep) field.blur();
    else startRenaming(null);
    // Once the field is gone, what it stood for is there again.
    setTimeout(() => giveBack(from.current, project.id));
  };
  return (
    <input
      ref={(element) => {
        if (element === null || given.current) return;
        given.current = true;
        from.current = document.activeElement;
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
        if (event.key === 'Escape' || event.key === 'Enter') leave(event.currentTarget, event.key === 'Enter');
      }}
      className={`h-[26px] cursor-text bg-transparent font-medium select-text focus:outline-none ${className}`}
    />
  );
}

/** The focus goes back to where it came from, or to the project's row where the field took the place of that. */
function giveBack(from: Element | null, projectId: string): void {
  const row = document.querySelector(`a[href="#${projectId}"]`);
  const to = from?.isConnected === true && from !== document.body ? from : row;
  if (to instanceof HTMLElement) to.focus();
}

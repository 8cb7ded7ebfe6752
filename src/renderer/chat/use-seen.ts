import { useEffect } from 'react';
import { ask } from '../state/client.ts';
import type { WindowState } from '../state/model.ts';
import { useWindow } from '../state/store.ts';

/** Whether the user looks at something that counts as unread: the project is open, at its end, in a window that has the focus. */
export function isLookedAt(
  { openProjectId, projects }: Pick<WindowState, 'openProjectId' | 'projects'>,
  projectId: string,
  attentive: boolean,
): boolean {
  const project = projects.find(({ id }) => id === projectId);
  return attentive && projectId === openProjectId && project !== undefined && project.unread > 0;
}

/** Tells main when what was unread is looked at. */
export function useSeen(projectId: string, atEnd: boolean): void {
  useEffect(() => {
    const look = () => {
      const attentive = atEnd && document.hasFocus();
      if (isLookedAt(useWindow.getState(), projectId, attentive)) void ask('project.seen', { projectId }, 'quiet');
    };
    look();
    window.addEventListener('focus', look);
    const stop = useWindow.subscribe((state, before) => {
      if (state.projects !== before.projects) look();
    });
    return () => {
      stop();
      window.removeEventListener('focus', look);
    };
  }, [projectId, atEnd]);
}

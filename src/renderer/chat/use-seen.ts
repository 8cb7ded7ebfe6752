import { useEffect } from 'react';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { isLookedAt } from './seen.ts';

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

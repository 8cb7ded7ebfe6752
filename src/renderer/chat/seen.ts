import type { WindowState } from '../state/model.ts';

/** Whether the user looks at something that counts as unread: the project is open, at its end, in a window that has the focus. */
export function isLookedAt(
  { openProjectId, projects }: Pick<WindowState, 'openProjectId' | 'projects'>,
  projectId: string,
  attentive: boolean,
): boolean {
  const project = projects.find(({ id }) => id === projectId);
  return attentive && projectId === openProjectId && project !== undefined && project.unread > 0;
}

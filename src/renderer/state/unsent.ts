import { ask } from './client.ts';
import { update, useWindow } from './store.ts';

/** How long after the last key a text is handed to main, in ms. */
const pause = 400;

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Writes the composer's text, which belongs to its project, and keeps it over restarts. */
export function write(projectId: string, text: string): void {
  setUnsent(projectId, text);
  clearTimeout(timers.get(projectId));
  timers.set(
    projectId,
    setTimeout(() => keepUnsent(projectId), pause),
  );
}

/** Writes the composer's text for the window alone: main still keeps what it has. */
export function setUnsent(projectId: string, text: string): void {
  update((state) => ({ ...state, unsent: { ...state.unsent, [projectId]: text } }));
}

/** Hands main what stands in the composer of a project. */
export function keepUnsent(projectId: string): void {
  clearTimeout(timers.get(projectId));
  timers.delete(projectId);
  const text = useWindow.getState().unsent[projectId] ?? '';
  void ask('project.unsent', { projectId, text }, 'quiet');
}

/** Hands main at once what still waits for its pause: the user leaves the composer, the project or the window. */
export function flushUnsent(): void {
  for (const projectId of timers.keys()) keepUnsent(projectId);
}

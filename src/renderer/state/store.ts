import { create } from 'zustand';
import type { ProjectView } from '../../shared/domain/app-state.ts';
import type { Project } from '../../shared/domain/project.ts';
import { initialState, type WindowState } from './model.ts';

/** The one store of the window. Only `client.ts` and `deeds.ts` write to it. */
export const useWindow = create<WindowState>()(() => initialState);

export function update(change: (state: WindowState) => WindowState): void {
  useWindow.setState(change, true);
}

/** The open project, or null before the first snapshot. */
export function useOpenProject(): Project | null {
  return useWindow((state) => state.projects.find(({ id }) => id === state.openProjectId) ?? null);
}

/** The open project's conversation and stage, or null while they are being fetched. */
export function useOpenView(): ProjectView | null {
  return useWindow((state) => state.views[state.openProjectId] ?? null);
}

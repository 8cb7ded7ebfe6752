import { create } from 'zustand';
import type { ProjectView } from '../../shared/domain/app-state.ts';
import type { Batch } from '../../shared/domain/batch.ts';
import type { Project } from '../../shared/domain/project.ts';
import { initialState, type WindowState } from './model.ts';

/** The one store of the window. Components read it; the functions beside it write to it. */
export const useWindow = create<WindowState>()(() => initialState);

export function update(change: (state: WindowState) => WindowState): void {
  useWindow.setState(change, true);
}

/** The batch that stands in place of the open project; null where the project is shown. */
export function useShownBatch(): Batch | null {
  return useWindow((state) => state.batches.find(({ id }) => id === state.batch.openId) ?? null);
}

/** The open project, or null before the first snapshot. */
export function useOpenProject(): Project | null {
  return useWindow((state) => state.projects.find(({ id }) => id === state.openProjectId) ?? null);
}

/**
 * What `select` takes out of the open project, whose parts are null while they are being fetched. Selecting a whole
 * view would draw again several times a second: each file on its way makes a new one.
 */
export function useOpenView<T>(select: (view: ProjectView | null) => T): T {
  return useWindow((state) => select(state.views[state.openProjectId] ?? null));
}

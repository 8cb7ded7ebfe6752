import type { StartupReportItem } from '../../shared/domain/startup-report.ts';
import { type Project, type SearchHit, undoDeleteMs } from '../../shared/domain/project.ts';
import { withEarlier } from './apply.ts';
import { ask, openProject } from './client.ts';
import type { Target, Undo, WindowState } from './model.ts';
import { update, useWindow } from './store.ts';

export function startRenaming(projectId: string | null): void {
  update((state) => ({ ...state, projectList: { ...state.projectList, renamingId: projectId } }));
}

/** Opens a project to write its name in the top bar, for a list that has no room for it. */
export async function openToRename(projectId: string): Promise<void> {
  if (useWindow.getState().openProjectId !== projectId) await openProject(projectId);
  startRenaming(projectId);
}

/** Ends the writing of a name; an empty or unchanged one leaves the project as it is. */
export function rename(project: Project, written: string): void {
  startRenaming(null);
  const name = written.trim();
  if (name !== '' && name !== project.name) void ask('project.rename', { projectId: project.id, name });
}

/** Opens a copy, in which messages and files wait to be sent. */
export async function duplicateProject(projectId: string, name: string): Promise<void> {
  const answer = await ask('project.duplicate', { projectId, name: name.slice(0, longestName) });
  if (answer.ok) await openProject(answer.data);
}

/** In UTF-16 units. */
const longestName = 200;

/** Deletes a project, with a line that brings it back for as long as main can. */
export async function deleteProject(project: Project): Promise<void> {
  const answer = await ask('project.delete', { projectId: project.id });
  if (!answer.ok) return;
  const undo = { projectId: project.id, name: project.name };
  update((state) => withUndos(state, project.id, [undo]));
  setTimeout(() => update((state) => withUndos(state, project.id, [])), undoDeleteMs);
}

export async function restoreProject(projectId: string): Promise<void> {
  update((state) => withUndos(state, projectId, []));
  const answer = await ask('project.restore', { projectId });
  if (answer.ok) await openProject(projectId);
}

/** Replaces one project's undos. */
function withUndos(state: WindowState, projectId: string, ofProject: readonly Undo[]): WindowState {
  const others = state.projectList.undos.filter((undo) => undo.projectId !== projectId);
  return { ...state, projectList: { ...state.projectList, undos: [...others, ...ofProject] } };
}

const loading = new Set<string>();

/** Fetches the page before the first turn that is loaded, or everything from a turn on. One page at a time for each project. */
export async function loadEarlier(projectId: string, upTo?: string): Promise<void> {
  const view = useWindow.getState().views[projectId];
  const before = view?.turns[0]?.id;
  if (view?.hasEarlier !== true || before === undefined || loading.has(projectId)) return;
  loading.add(projectId);
  const answer = await ask('project.earlier', { projectId, before, ...(upTo === undefined ? {} : { upTo }) });
  loading.delete(projectId);
  if (answer.ok) update((state) => withEarlier(state, projectId, before, answer.data));
}

/** Opens a project at the turn in which a search found its words. */
export async function openHit({ projectId, turnId }: Pick<SearchHit, 'projectId' | 'turnId'>): Promise<void> {
  const { views, openProjectId } = useWindow.getState();
  if (openProjectId !== projectId || views[projectId] === undefined) await openProject(projectId);
  if (turnId === null) return;
  const there = () => useWindow.getState().views[projectId]?.turns.some(({ id }) => id === turnId) === true;
  if (!there()) await loadEarlier(projectId, turnId);
  if (there()) update((state) => ({ ...state, target: { projectId, turnId } }));
}

/** Leads to what the startup report names: a file in the list of exports, a message, or the files in a composer. */
export async function showStartupReport({ outcome, projectId, id }: StartupReportItem): Promise<void> {
  if (outcome === 'saved' || outcome === 'export-failed') {
    update((state) => ({ ...state, exportList: { ...state.exportList, shownId: id }, popover: 'exports' }));
    await openProject(projectId);
  } else await openHit({ projectId, turnId: outcome === 'not-uploaded' ? null : id });
}

/** The conversation has scrolled to where it should. */
export function forgetTarget(target: Target): void {
  update((state) => (state.target === target ? { ...state, target: null } : state));
}

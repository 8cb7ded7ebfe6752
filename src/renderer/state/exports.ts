import type { ProjectView } from '../../shared/domain/app-state.ts';
import type { ExportJob, ExportJobs } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { ask, openProject } from './client.ts';
import { closeDialog, openDialog, showPopover } from './dialogs.ts';
import type { ExportRequest, Watched, WindowState } from './model.ts';
import { update, useWindow } from './store.ts';

let loading: Promise<void> | null = null;

/** Has all past exports here, for those who look at all of them: page by page, so that main never stands still. */
export function loadOlderExports(): Promise<void> {
  loading ??= loadPages().finally(() => (loading = null));
  return loading;
}

async function loadPages(): Promise<void> {
  for (;;) {
    const before = useWindow.getState().olderExports;
    if (before === null) return;
    const answer = await ask('export.older', { before }, 'quiet');
    if (!answer.ok) return;
    update((state) => (state.olderExports === before ? withOlder(state, answer.data) : state));
  }
}

/** What is here already is newer than what the page says of it. */
function withOlder(state: WindowState, { exports, older }: ExportJobs): WindowState {
  const known = new Set(state.exports.map(({ id }) => id));
  return { ...state, exports: [...exports.filter(({ id }) => !known.has(id)), ...state.exports], olderExports: older };
}

type Exported = Pick<ProjectView, 'timeline' | 'turns'> | null;

/** Whether nothing lies on the timeline; so too while nothing is known of the project. */
export function isEmptyVideo(view: Exported): boolean {
  return view === null || view.timeline === null || view.timeline.tracks.length === 0;
}

const isOpen = new Set(['sending', 'streaming', 'settling', 'unknown']);

/** Whether there is nothing to export, and no answer of which something may have come. */
export function hasNothingToExport(view: Exported): boolean {
  return isEmptyVideo(view) && !view?.turns.some(({ state, route }) => route === 'agent' && isOpen.has(state));
}

/** Exports a project's cut. Where an answer is under way, the window asks first whether to wait for it. */
export async function startExport(request: ExportRequest): Promise<void> {
  const answer = await ask('export.start', request);
  if (answer.ok && answer.data === 'answer-running') openDialog({ kind: 'export-question', request });
}

/** Puts the cut of an export into a folder for other editors, which no plan forbids. */
export function exportForEditors({ projectId, version }: Pick<ExportJob, 'projectId' | 'version'>): void {
  void ask('interchange.start', { projectId, ...(version !== null && { version }) });
}

/** The user's answer to that; null: not to export any more. */
export function answerExportQuestion(request: ExportRequest, whileRunning: 'wait' | 'now' | null): void {
  closeDialog('export-question');
  if (whileRunning !== null) void ask('export.start', { ...request, whileRunning });
}

let wanted = new Set<string>();

/** Asks main which saved files are there; what is asked for within a frame goes in one request. */
export function lookAtFile(exportId: string): void {
  if (wanted.size === 0) setTimeout(() => void lookAll());
  wanted.add(exportId);
}

/** Main takes this many in one request. */
const atOnce = 200;

async function lookAll(): Promise<void> {
  const exportIds = [...wanted];
  wanted = new Set();
  for (let from = 0; from < exportIds.length; from += atOnce) {
    const answer = await ask('export.look', { exportIds: exportIds.slice(from, from + atOnce) }, 'quiet');
    if (!answer.ok) return;
    const files = Object.fromEntries(answer.data.map(({ exportId, mediaId }) => [exportId, mediaId]));
    update((state) => withFiles(state, files));
  }
}

function withFiles(state: WindowState, files: WindowState['exportList']['files']): WindowState {
  const { exportList } = state;
  return { ...state, exportList: { ...exportList, files: { ...exportList.files, ...files } } };
}

export function openAllExports(): void {
  openDialog({ kind: 'all-exports', removingId: null });
  showPopover('exports', false);
}

/** Plays the saved file on the stage, in its own project. */
export async function playSaved({ id: exportId, projectId, fileName: name }: ExportJob): Promise<void> {
  const answer = await ask('export.look', { exportIds: [exportId] });
  if (!answer.ok) return;
  const mediaId = answer.data[0]?.mediaId ?? null;
  update((state) => withFiles(state, { [exportId]: mediaId }));
  if (mediaId === null) return update((state) => ({ ...state, complaint: { code: 'file-gone' } }));
  closeDialog('all-exports');
  if (useWindow.getState().openProjectId !== projectId) await openProject(projectId);
  watch({ kind: 'saved-file', projectId, mediaId, name });
}

/** Plays one file in place of the cut. */
export function watch(watched: Watched): void {
  update((state) => ({ ...state, player: { ...state.player, watched } }));
}

export function stopWatching(): void {
  update((state) => ({ ...state, player: { ...state.player, watched: null } }));
}

export async function openFileOf(exportId: string): Promise<void> {
  await withFile(exportId, ask('export.openFile', { exportId }));
}

export async function showFileOf(exportId: string): Promise<void> {
  await withFile(exportId, ask('export.showInFolder', { exportId }));
}

export async function copyFileOf(exportId: string): Promise<void> {
  await withFile(exportId, ask('export.copyFile', { exportId }));
}

/** Hands the drag over to the system, with the real file. */
export async function dragFileOf(exportId: string, picture: string | null): Promise<void> {
  await withFile(exportId, ask('export.drag', { exportId, picture }));
}

/** Looks for the file again when an action did not find it, so that the list knows, too. */
async function withFile(exportId: string, action: ReturnType<typeof ask<'export.openFile'>>): Promise<void> {
  const answer = await action;
  if (!answer.ok && answer.error.code === 'file-gone') lookAtFile(exportId);
}

/** Removes an export from the list; where there is a file, the user says first what becomes of it. */
export function removeExport({ id: exportId, state }: ExportJob): void {
  const { exportList, dialog } = useWindow.getState();
  const hasFile = state === 'saved' && exportList.files[exportId] !== null;
  const kind = dialog?.kind === 'all-exports' ? 'all-exports' : 'remove-export';
  if (hasFile) openDialog({ kind, removingId: exportId });
  else void ask('export.remove', { exportId, file: 'keep' });
}

/** The user's answer to that. The list of all exports stays. */
export function answerRemoval(exportId: string, file: 'keep' | 'trash' | 'cancel'): void {
  if (useWindow.getState().dialog?.kind === 'all-exports') openDialog({ kind: 'all-exports', removingId: null });
  else closeDialog('remove-export');
  if (file !== 'cancel') void ask('export.remove', { exportId, file });
}

/** Takes exports that are over from the list, one after the other; their files stay. */
export async function clearExports(exportIds: readonly string[]): Promise<void> {
  for (const exportId of exportIds) await ask('export.remove', { exportId, file: 'keep' }, 'quiet');
}

/** Exports the same version once more, where it is known. */
export async function exportAgain({ projectId, version }: ExportJob): Promise<void> {
  await startExport(version === null ? { projectId } : { projectId, version });
}

/** Opens the project that an export belongs to. */
export async function openProjectOf({ projectId }: ExportJob): Promise<void> {
  closeDialog('all-exports');
  await openProject(projectId);
}

export type ExportFilter = 'all' | 'running' | 'saved' | 'failed';

const filters: Readonly<Record<ExportFilter, (state: ExportJob['state']) => boolean>> = {
  all: () => true,
  running: (state) => !['saved', 'failed', 'cancelled'].includes(state),
  saved: (state) => state === 'saved',
  failed: (state) => state === 'failed' || state === 'cancelled',
};

/** Those of the filter whose file or project is called so, without regard to case and width. */
export function findExports(
  jobs: readonly ExportJob[],
  projects: readonly Project[],
  filter: ExportFilter,
  query: string,
): readonly ExportJob[] {
  const words = folded(query).trim();
  const kept = jobs.filter(({ state }) => filters[filter](state));
  if (words === '') return kept;
  const named = new Set(projects.flatMap(({ id, name }) => (folded(name).includes(words) ? [id] : [])));
  return kept.filter(({ fileName, projectId }) => named.has(projectId) || folded(fileName).includes(words));
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

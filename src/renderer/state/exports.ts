import type { ExportJob } from '../../shared/domain/export-job.ts';
import type { Project } from '../../shared/domain/project.ts';
import { ask, openProject } from './client.ts';
import { startExport } from './exporting.ts';
import { update, useWindow } from './store.ts';

let wanted = new Set<string>();

/** Asks main which saved files are there; what is asked for within a frame goes in one request. */
export function lookAtFile(exportId: string): void {
  if (wanted.size === 0) setTimeout(() => void lookAll());
  wanted.add(exportId);
}

/** Main takes so many at a time. */
const atOnce = 200;

async function lookAll(): Promise<void> {
  const exportIds = [...wanted];
  wanted = new Set();
  for (let from = 0; from < exportIds.length; from += atOnce) {
    const answer = await ask('export.look', { exportIds: exportIds.slice(from, from + atOnce) }, 'quiet');
    if (!answer.ok) return;
    const files = Object.fromEntries(answer.data.map(({ exportId, mediaId }) => [exportId, mediaId]));
    update((state) => ({ ...state, exportFiles: { ...state.exportFiles, ...files } }));
  }
}

export function showAllExports(open: boolean): void {
  update((state) => ({ ...state, allExportsOpen: open, exportsOpen: open ? false : state.exportsOpen }));
}

/** Plays the saved file on the stage, in its own project. */
export async function playSaved({ id: exportId, projectId, fileName: name }: ExportJob): Promise<void> {
  const answer = await ask('export.look', { exportIds: [exportId] });
  if (!answer.ok) return;
  const mediaId = answer.data[0]?.mediaId ?? null;
  update((state) => ({ ...state, exportFiles: { ...state.exportFiles, [exportId]: mediaId } }));
  if (mediaId === null) return complainGone();
  showAllExports(false);
  if (useWindow.getState().openProjectId !== projectId) await openProject(projectId);
  update((state) => ({ ...state, watched: { projectId, mediaId, name } }));
}

export function stopWatching(): void {
  update((state) => ({ ...state, watched: null }));
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

/** The system takes over the drag, with the real file. */
export async function dragFileOf(exportId: string, picture: string | null): Promise<void> {
  await withFile(exportId, ask('export.drag', { exportId, picture }));
}

/** An action that finds no file tells the list, too. */
async function withFile(exportId: string, action: ReturnType<typeof ask<'export.openFile'>>): Promise<void> {
  const answer = await action;
  if (!answer.ok && answer.error.code === 'file-gone') lookAtFile(exportId);
}

function complainGone(): void {
  update((state) => ({ ...state, complaint: { code: 'file-gone' } }));
}

/** Takes an export off the list; where there is a file, the user says first what is to become of it. */
export function removeExport({ id: exportId, state }: ExportJob): void {
  const gone = useWindow.getState().exportFiles[exportId] === null;
  if (state === 'saved' && !gone) update((window) => ({ ...window, removingExportId: exportId }));
  else void ask('export.remove', { exportId, file: 'keep' });
}

/** The user's answer to that. */
export function answerRemoval(file: 'keep' | 'trash' | 'cancel'): void {
  const exportId = useWindow.getState().removingExportId;
  update((state) => ({ ...state, removingExportId: null }));
  if (exportId !== null && file !== 'cancel') void ask('export.remove', { exportId, file });
}

/** The same version once more, where it is known which one that was. */
export async function exportAgain({ projectId, version }: ExportJob): Promise<void> {
  await startExport(version === null ? { projectId } : { projectId, version });
}

/** Opens the project that an export belongs to. */
export async function openProjectOf({ projectId }: ExportJob): Promise<void> {
  showAllExports(false);
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

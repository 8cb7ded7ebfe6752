import { ask } from './client.ts';
import { update, useWindow } from './store.ts';

/** What the user wants to export; asked again with an answer where one is still under way. */
export type ExportWish = { readonly projectId: string; readonly version?: number; readonly saveAs?: boolean };

/** Exports a project's cut. Where an answer is under way, the window asks first whether to wait for it. */
export async function startExport(wish: ExportWish): Promise<void> {
  const answer = await ask('export.start', wish);
  if (answer.ok && answer.data === 'answer-running') update((state) => ({ ...state, exportQuestion: wish }));
}

/** Null: the user does not want to export any more. */
export function answerExportQuestion(whileRunning: 'wait' | 'now' | null): void {
  const wish = useWindow.getState().exportQuestion;
  update((state) => ({ ...state, exportQuestion: null }));
  if (wish !== null && whileRunning !== null) void ask('export.start', { ...wish, whileRunning });
}

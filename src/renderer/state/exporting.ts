import { ask } from './client.ts';
import type { ExportWish } from './model.ts';
import { update, useWindow } from './store.ts';

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

import type { Failure } from '../../shared/domain/failure.ts';
import { isTurnOver, type Turn } from '../../shared/domain/turn.ts';
import { withComposer } from './apply-project.ts';
import { ask } from './client.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { composeBelow, goToEnd } from './messages.ts';
import type { RestoreEntry, WindowState } from './model.ts';
import { backToNow } from './player.ts';
import { update, useWindow } from './store.ts';

/** Shows what the agent would be asked for, for a version or for what there was before a turn; nothing is sent. */
export async function offerRestore(projectId: string, to: number | string): Promise<void> {
  const answer = await ask('draft.restoreRequest', { projectId, to });
  if (!answer.ok) return;
  openDialog({ kind: 'restore', entry: { projectId, request: answer.data, isUndo: typeof to === 'string' } });
}

type View = WindowState['views'][string];

/** Why nobody can go back right now: the agent is at work, and what it does is not known yet. */
export function isAgentAtWork(view: Pick<View, 'turns'> | null | undefined): boolean {
  return view?.turns.some(({ route, state }) => route === 'agent' && !isTurnOver(state)) === true;
}

/** The turn that changed the video last; null where there is none, or nothing before it to go back to. */
export function lastChange(view: Pick<View, 'turns' | 'timeline' | 'hasEarlier'> | null | undefined): Turn | null {
  if (view === null || view === undefined || (view.timeline?.version ?? 0) < 2 || isAgentAtWork(view)) return null;
  const changing = view.turns.filter(({ parts }) => parts.some(({ kind }) => kind === 'changes'));
  // Before the very first one there was nothing.
  return changing.length > 1 || view.hasEarlier ? (changing.at(-1) ?? null) : null;
}

/** As many as anybody undoes in one go. */
const mostSteps = 50;

/**
 * Shows what takes the last edit of the open project back; after an edit was taken back, the one before it. False where there is nothing
 * to take back.
 */
export async function undoLast(): Promise<boolean> {
  const { openProjectId: projectId, views } = useWindow.getState();
  const view = views[projectId];
  let turn = lastChange(view);
  if (turn === null || view === undefined) return false;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const restored = restoredBy(turn);
    if (restored === null) break;
    const page = await ask('draft.versions', { projectId, before: restored + 1 }, 'quiet');
    const maker = page.ok ? page.data.versions[0]?.turnId : null;
    const known = view.turns.find(({ id }) => id === maker);
    if (known === undefined) return offerVersion(projectId, restored - 1);
    turn = known;
  }
  await offerRestore(projectId, turn.id);
  return true;
}

async function offerVersion(projectId: string, version: number): Promise<boolean> {
  if (version < 1) return false;
  await offerRestore(projectId, version);
  return true;
}

/** The version that a turn brought back; null for any other turn. */
function restoredBy({ parts }: Turn): number | null {
  const part = parts.find(({ kind }) => kind === 'restore');
  return part?.kind === 'restore' ? part.version : null;
}

/** Sends what the dialog shows, because the user says so. Gives the warning where it could exceed the daily limit. */
export async function sendRestore({ projectId, request }: RestoreEntry, anyway: boolean): Promise<Failure | null> {
  const message = { projectId, text: request.message, uploadIds: [], beside: true, anyway };
  const answer = await ask('turn.send', message, 'quiet');
  if (!answer.ok) return answer.error;
  closeDialog('restore');
  if (useWindow.getState().player.past !== null) backToNow();
  goToEnd(projectId);
  return null;
}

/** Puts the words into the composer instead, to be changed and sent from there. */
export function writeRestore({ projectId, request }: RestoreEntry): void {
  closeDialog('restore');
  // The dialog gives the focus back as it closes; only then can the composer take it.
  setTimeout(() => composeBelow(projectId, request.message));
}

/** Puts an earlier message with its files into the composer, to be sent as a new one. What stands there stays. */
export async function editAgain(turn: Turn, words: string): Promise<void> {
  const { id: turnId, projectId } = turn;
  const view = useWindow.getState().views[projectId];
  const waiting = new Set(view?.uploads.map(({ mediaId }) => mediaId));
  const files = view?.attached.filter((upload) => upload.turnId === turnId && !waiting.has(upload.mediaId)) ?? [];
  for (const { id: uploadId } of files) await ask('upload.reuse', { uploadId }, 'quiet');
  composeBelow(projectId, words);
  const isChanged = lastChange(view) !== null && changesFrom(view, turnId);
  update((state) => withComposer(state, projectId, () => ({ again: isChanged ? turnId : null })));
}

/** Whether this turn or a later one changed the video. */
function changesFrom(view: View | undefined, turnId: string): boolean {
  const from = view?.turns.findIndex(({ id }) => id === turnId) ?? -1;
  return (
    from >= 0 && view?.turns.slice(from).some(({ parts }) => parts.some(({ kind }) => kind === 'changes')) === true
  );
}

/** The composer says no more what becomes of the edits after the message that was written anew. */
export function forgetAgain(projectId: string): void {
  update((state) => withComposer(state, projectId, () => ({ again: null })));
}

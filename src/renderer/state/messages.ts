import { asksConsent, type Failure } from '../../shared/domain/failure.ts';
import { mostFiles } from '../../shared/domain/upload.ts';
import { longestMessage } from '../../shared/domain/turn.ts';
import type { DroppedFile } from '../../shared/contract/bridge.ts';
import type { Answer, RequestInput } from '../../shared/contract/contract.ts';
import { apply } from './apply.ts';
import { withComposer } from './apply-project.ts';
import { ask } from './client.ts';
import { showFormat, suffixOf } from './format.ts';
import { focusMessage, typeIntoMessage } from './message-box.ts';
import type { WindowState } from './model.ts';
import { update, useWindow } from './store.ts';
import { hasBegun } from './turns.ts';

/**
 * Sends what stands in the composer of a project. It is emptied at once, so that nothing can be sent twice; what was not taken
 * comes back in front of anything typed since, with the reason. Main keeps the text as unsent until the message is taken.
 */
export async function send(wanted: string, manner: 'asked' | 'anyway' = 'asked'): Promise<void> {
  if (wanted === '' && sendWaits) return;
  sendWaits = wanted === '';
  const projectId = wanted === '' ? await openedProject() : wanted;
  sendWaits = false;
  const state = useWindow.getState();
  // Who sends before the project is there has not seen what was kept of it: that stays.
  const kept = wanted === '' ? (state.views[projectId]?.unsent ?? '') : '';
  const whole = unsentOf(state, projectId);
  const written = (kept !== '' && whole.startsWith(kept) ? whole.slice(kept.length) : whole).trim();
  const added = suffixOf(state, projectId, written);
  // The format alone asks for the same clip once more.
  const [text, suffix] = written === '' && hasBegun(state.views[projectId]) ? [added, ''] : [written, added];
  if (text === '') return;
  // A line above the composer says why it does not go, and what can be done.
  if (failedFiles(projectId).length > 0) return;
  const uploadIds = (state.views[projectId]?.uploads ?? []).map((upload) => upload.id);
  // Checked here, since a text that long must not be lost on the way.
  const refusal =
    tooLong(`${text}${suffix}`) ?? (uploadIds.length > mostFiles ? ({ code: 'too-much' } as const) : null);
  if (refusal !== null) {
    refuseSend(projectId, refusal);
    return;
  }
  setUnsent(projectId, kept);
  update((now) => withComposer(now, projectId, () => ({ failure: null, again: null })));
  const more = { ...(suffix === '' ? {} : { suffix }), ...(manner === 'anyway' ? { anyway: true } : {}) };
  const answer = await ask('turn.send', { projectId, text, uploadIds, ...more }, 'quiet');
  if (answer.ok) goToEnd(projectId);
  else giveBack(projectId, written, answer.error);
  if (answer.ok && state.composers[projectId]?.format) showFormat(projectId, false);
  keepUnsent(projectId);
}

let sendWaits = false;

/** The project that is open, once there is one: the composer can be used before. */
async function openedProject(): Promise<string> {
  const { loaded, openProjectId } = useWindow.getState();
  if (loaded) return openProjectId;
  return new Promise((resolve) => {
    const stop = useWindow.subscribe((state) => {
      if (!state.loaded) return;
      stop();
      resolve(state.openProjectId);
    });
  });
}

/** Why a text cannot go out as one message; null where it can. */
export function tooLong(text: string): Failure | null {
  if (text.length <= longestMessage) return null;
  return { code: 'message-too-long', params: { length: text.length, most: longestMessage } };
}

/** Scrolls to the end, wherever the user was: they want to see what they sent. */
export function goToEnd(projectId: string): void {
  update((state) => ({ ...state, target: { projectId, turnId: null } }));
}

/** Sends words that a button stands for, beside whatever is in the composer. */
export async function sendDirectly(projectId: string, text: string): Promise<void> {
  const answer = await ask('turn.send', { projectId, text, uploadIds: [], beside: true }, 'quiet');
  if (answer.ok) return goToEnd(projectId);
  if (asksConsent(answer.error)) giveBack(projectId, text, answer.error);
  else refuseSend(projectId, answer.error);
}

/** The files in a project's composer, or with one of its messages, that did not arrive. */
export function failedFiles(projectId: string, turnId?: string): readonly string[] {
  const view = useWindow.getState().views[projectId];
  const ofTurn = view?.attached.filter((upload) => upload.turnId === turnId) ?? [];
  return [...(view?.uploads ?? []), ...ofTurn].flatMap(({ id, state }) => (state === 'failed' ? [id] : []));
}

export async function retryFiles(uploadIds: readonly string[]): Promise<void> {
  await Promise.all(uploadIds.map((uploadId) => ask('upload.retry', { uploadId })));
}

/** Updates at once: a message that goes out right afterwards must not wait for the events. */
export async function removeFiles(projectId: string, uploadIds: readonly string[]): Promise<void> {
  for (const uploadId of uploadIds)
    if ((await ask('upload.remove', { uploadId })).ok)
      update((state) => apply(state, { type: 'upload-removed', projectId, uploadId }));
}

/** Sends what stands in the composer, without the files that did not arrive: the user says so. */
export async function sendWithout(projectId: string): Promise<void> {
  await removeFiles(projectId, failedFiles(projectId));
  await send(projectId);
}

/**
 * Sends the message of a turn once more. Gives the warning where it would pass the daily ceiling, or where files of it are missing;
 * null where there is none.
 */
export async function retryTurn(
  turnId: string,
  { anyway = false, without = false }: { readonly anyway?: boolean; readonly without?: boolean } = {},
): Promise<Failure | null> {
  return warningOf(await ask('turn.retry', { turnId, anyway, without }, 'quiet'));
}

/** Keeps or removes a change that came by itself; the answer is that of `retryTurn`. */
export async function removeChange(removal: RequestInput<'turn.removeChange'>): Promise<Failure | null> {
  return warningOf(await ask('turn.removeChange', removal, 'quiet'));
}

/** Answers a card of the agent; the answer is that of `retryTurn`. */
export async function answerCard(answer: RequestInput<'turn.answer'>): Promise<Failure | null> {
  return warningOf(await ask('turn.answer', answer, 'quiet'));
}

function warningOf(answer: Answer<null>): Failure | null {
  if (answer.ok) return null;
  if (asksConsent(answer.error) || answer.error.code === 'files-missing') return answer.error;
  update((state) => ({ ...state, complaint: answer.error }));
  return null;
}

function giveBack(projectId: string, text: string, failure: Failure): void {
  const typed = unsentOf(useWindow.getState(), projectId);
  setUnsent(projectId, [text, typed].filter((words) => words !== '').join('\n'));
  refuseSend(projectId, failure);
}

function refuseSend(projectId: string, failure: Failure): void {
  update((state) => withComposer(state, projectId, () => ({ failure })));
}

/** Takes away the line that says why a message was not taken. */
export function forgiveSend(projectId: string): void {
  update((state) => withComposer(state, projectId, () => ({ failure: null })));
}

export async function addFiles(projectId: string, files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  const answer = await window.rushes.addFiles(projectId === '' ? await openedProject() : projectId, files);
  if (!answer.ok) update((state) => ({ ...state, complaint: answer.error }));
}

export function dismissRefusal(projectId: string, id: number): void {
  update((state) =>
    withComposer(state, projectId, ({ refusals }) => ({ refusals: refusals.filter((one) => one.id !== id) })),
  );
}

/** What stands in the composer of a project. */
export function unsentOf({ composers }: Pick<WindowState, 'composers'>, projectId: string): string {
  return composers[projectId]?.unsent ?? '';
}

/** Writes the composer's text, which belongs to its project, and has main keep it at once: the window may hang with the next key. */
export function write(projectId: string, text: string): void {
  setUnsent(projectId, text);
  // What was asked was about other words.
  if (useWindow.getState().composers[projectId]?.failure?.code === 'spend-question') forgiveSend(projectId);
  if (projectId !== '') keepUnsent(projectId);
}

/** Puts a text into the composer of the open project in place of what stands there, as if typed where the caret is in it. */
export function rewrite(projectId: string, text: string): void {
  if (projectId !== useWindow.getState().openProjectId || !typeIntoMessage(text)) write(projectId, text);
}

/** Puts a text into the composer, behind what stands there, and the caret behind it. */
export function composeBelow(projectId: string, text: string): void {
  const before = unsentOf(useWindow.getState(), projectId).trimEnd();
  const box = focusMessage();
  rewrite(projectId, before === '' ? text : `${before}\n${text}`);
  // The text gets there with the next render.
  if (box !== null) requestAnimationFrame(() => box.setSelectionRange(box.value.length, box.value.length));
}

/** Changes the composer's text in the window alone: main keeps what it has. */
function setUnsent(projectId: string, text: string): void {
  update((state) => withComposer(state, projectId, () => ({ unsent: text })));
}

/** Hands main what stands in the composer of a project. */
function keepUnsent(projectId: string): void {
  const text = unsentOf(useWindow.getState(), projectId);
  void ask('project.unsent', { projectId, text }, 'quiet');
}

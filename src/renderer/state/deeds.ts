import type { DroppedFile } from '../../shared/ipc/bridge.ts';
import { bridge } from './bridge.ts';
import { ask } from './client.ts';
import { update, useWindow } from './store.ts';

/** Writes the composer's text, which belongs to its project. */
export function write(projectId: string, text: string): void {
  update((state) => ({ ...state, unsent: { ...state.unsent, [projectId]: text } }));
}

/**
 * Sends what stands in the composer of a project. It is emptied at once, so that nothing can be sent twice; what was not taken
 * comes back in front of anything typed since, with the reason.
 */
export async function send(projectId: string): Promise<void> {
  const state = useWindow.getState();
  const text = (state.unsent[projectId] ?? '').trim();
  if (text === '') return;
  const uploads = state.views[projectId]?.uploads ?? [];
  const uploadIds = uploads.filter((upload) => upload.state !== 'failed').map((upload) => upload.id);
  write(projectId, '');
  forgiveSend(projectId);
  const answer = await ask('turn.send', { projectId, text, uploadIds }, 'quiet');
  if (answer.ok) return;
  update((now) => {
    const typed = now.unsent[projectId] ?? '';
    return {
      ...now,
      unsent: { ...now.unsent, [projectId]: typed === '' ? text : `${text}\n${typed}` },
      sendFailures: { ...now.sendFailures, [projectId]: answer.error },
    };
  });
}

/** Takes away the line that says why a message was not taken. */
export function forgiveSend(projectId: string): void {
  update((state) => {
    const { [projectId]: _, ...sendFailures } = state.sendFailures;
    return { ...state, sendFailures };
  });
}

export async function addFiles(projectId: string, files: readonly DroppedFile[]): Promise<void> {
  if (files.length === 0) return;
  const answer = await bridge.addFiles(projectId, files);
  if (!answer.ok) update((state) => ({ ...state, complaint: answer.error }));
}

export function dismissRefusal(projectId: string, id: number): void {
  update((state) => ({
    ...state,
    refusals: { ...state.refusals, [projectId]: (state.refusals[projectId] ?? []).filter((one) => one.id !== id) },
  }));
}

export function dismissComplaint(): void {
  update((state) => ({ ...state, complaint: null }));
}

export function dismissSettingsReset(): void {
  update((state) => ({ ...state, settingsReset: false }));
}

export function showSettings(open: boolean): void {
  update((state) => ({ ...state, settingsOpen: open }));
}

export function showExports(open: boolean): void {
  update((state) => ({ ...state, exportsOpen: open }));
}

import { ask } from './client.ts';
import { usePlayhead } from './playhead.ts';
import { update, useWindow } from './store.ts';

/** Asks where to save the frame on the stage, and saves it; `cover`: as the cover, which lies beside the last export. */
export async function saveFrame(cover = false): Promise<void> {
  const png = await frame();
  if (png === null) return;
  await ask('export.frame', {
    projectId: useWindow.getState().openProjectId,
    atMs: Math.round(usePlayhead.getState().seconds * 1000),
    cover,
    png: new Uint8Array(await png.arrayBuffer()),
  });
}

/** Puts the frame on the stage on the clipboard. */
export async function copyFrame(): Promise<void> {
  const png = await frame();
  if (png !== null) await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]).catch(complain);
}

/** The user is told where there is none. */
async function frame(): Promise<Blob | null> {
  const png = (await usePlayhead.getState().player?.snapshot()) ?? null;
  if (png === null) complain();
  return png;
}

function complain(): void {
  update((state) => ({ ...state, complaint: { code: 'cannot-decode' } }));
}

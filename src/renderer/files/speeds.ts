import { create } from 'zustand';
import type { Upload } from '../../shared/domain/upload.ts';
import type { WindowState } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { type Speed, speedOf } from './speed.ts';

/** How fast the uploads of the open project go, by upload. */
export const useSpeeds = create<Readonly<Record<string, Speed>>>()(() => ({}));

/** What does not move has to be looked at again, too; ms. */
const everyMs = 1000;

/** Follows the uploads from now on. */
export function followUploads(): void {
  let timer: ReturnType<typeof setInterval> | null = null;
  const look = (): void => {
    const sending = sendingIn(useWindow.getState());
    if (sending.length === 0 && timer !== null) clearInterval(timer);
    if (sending.length === 0) timer = null;
    else timer ??= setInterval(look, everyMs);
    const before = useSpeeds.getState();
    if (sending.length === 0 && Object.keys(before).length === 0) return;
    const now = performance.now();
    useSpeeds.setState(Object.fromEntries(sending.map(({ id, sent }) => [id, speedOf(before[id], sent, now)])), true);
  };
  useWindow.subscribe((state, before) => {
    const [now, then] = [state.views[state.openProjectId], before.views[state.openProjectId]];
    if (now?.uploads !== then?.uploads || now?.attached !== then?.attached) look();
  });
}

function sendingIn({ views, openProjectId }: WindowState): readonly Upload[] {
  const view = views[openProjectId];
  return view === undefined ? [] : [...view.uploads, ...view.attached].filter(({ state }) => state === 'uploading');
}

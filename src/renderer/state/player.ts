import type { PastVersion } from '../../shared/domain/timeline.ts';
import { ask } from './client.ts';
import type { WindowState } from './model.ts';
import { update, useWindow } from './store.ts';

/** Shows a version in place of the present one: by its number, or the last one that a turn made. */
export async function lookAt(projectId: string, version: number | string): Promise<void> {
  const answer = await ask('draft.look', { projectId, version });
  if (!answer.ok) return;
  update((state) => {
    const isPresent = answer.data.timeline.version === state.views[projectId]?.timeline?.version;
    return state.openProjectId === projectId ? withPast(state, isPresent ? null : answer.data) : state;
  });
}

/** The button that opens the list of versions. */
export const pickerId = 'version-picker';

/** The focus goes to the list's button: the one that was pressed is gone. */
export function backToNow(): void {
  update((state) => withPast(state, null));
  document.getElementById(pickerId)?.focus();
}

function withPast(state: WindowState, past: PastVersion | null): WindowState {
  return { ...state, player: { ...state.player, past } };
}

/** The cut on screen: the version that is looked at, or the present one. */
export function useShownCut() {
  return useWindow((state) => state.player.past?.timeline ?? state.views[state.openProjectId]?.timeline ?? null);
}

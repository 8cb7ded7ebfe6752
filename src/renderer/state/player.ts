import type { PastVersion, Timeline } from '../../shared/domain/timeline.ts';
import { ask } from './client.ts';
import type { WindowState } from './model.ts';
import { playAt, type Playable, usePlayhead } from './playhead.ts';
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

/** Plays this version beside the past one that is on screen; null: no longer. */
export function playBeside(beside: WindowState['player']['beside']): void {
  update((state) => ({ ...state, player: { ...state.player, beside, watched: null } }));
}

function withPast(state: WindowState, past: PastVersion | null): WindowState {
  return { ...state, player: { ...state.player, past, beside: null } };
}

/** The cut on screen: the version that is looked at, or the present one. */
export function useShownCut() {
  return useWindow((state) => state.player.past?.timeline ?? state.views[state.openProjectId]?.timeline ?? null);
}

/** Nobody still waits for a cut that takes longer than this to load. */
const mostWaitMs = 10_000;

/** Plays the present cut from a second on. What stands in its place goes, and then the cut has to come first. */
export function playCutFrom(seconds: number): void {
  const { past, watched } = useWindow.getState().player;
  const before = past === null && watched === null ? null : usePlayhead.getState().player;
  const play = (player: Playable): void => {
    player.seek(seconds);
    if (!usePlayhead.getState().goesOn) playAt(Math.abs(usePlayhead.getState().speed));
  };
  update((state) => ({ ...state, player: { ...state.player, past: null, watched: null, beside: null } }));
  const { player } = usePlayhead.getState();
  if (player !== null && player !== before) return play(player);
  const stop = usePlayhead.subscribe((now) => {
    if (now.player === null || now.player === before) return;
    stop();
    play(now.player);
  });
  setTimeout(stop, mostWaitMs);
}

/** Where a clip begins in the cut, in ms: by its name, nearest to where it once began. */
export function startOfClip(timeline: Timeline | null, name: string, startMs: number): number {
  const starts = (timeline?.tracks ?? [])
    .filter(({ kind }) => kind === 'video')
    .flatMap(({ segments }) => segments.filter((segment) => segment.name === name))
    .map((segment) => segment.startMs);
  return starts.toSorted((a, b) => Math.abs(a - startMs) - Math.abs(b - startMs))[0] ?? startMs;
}

import type { FirstState } from '../../shared/contract/bridge.ts';
import { useWindow } from './store.ts';

/** What the first frame is drawn with: as main brought it along, or, after a reload, as it was then. */
export function firstState(): FirstState | null {
  return (window.history.state as FirstState | null) ?? window.rushes.first;
}

/** Keeps it in the page's entry of the history, which outlives a reload and is nowhere on the disk. */
export function keepFirstState(): void {
  useWindow.subscribe((state, before) => {
    const { locale, preferences, openProjectId, loaded } = state;
    const isSame = locale === before.locale && preferences === before.preferences;
    if (!loaded || (isSame && openProjectId === before.openProjectId)) return;
    const kept: FirstState = { locale, preferences, openProjectId };
    window.history.replaceState(kept, '');
  });
}

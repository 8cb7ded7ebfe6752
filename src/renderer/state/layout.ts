import { useSyncExternalStore } from 'react';
import { defaultLayout, type FoldingPart, type Layout, withFolded } from '../../shared/domain/layout.ts';
import { ask } from './client.ts';
import { update, useWindow } from './store.ts';

const narrow = (): MediaQueryList => window.matchMedia('(width < 1100px)');

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** Whether the window has room for the words of a few controls only. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow().matches);
}

export function changeLayout(change: (layout: Layout) => Layout): void {
  update((state) => {
    const layout = change(state.preferences.layout);
    return { ...state, preferences: { ...state.preferences, layout } };
  });
}

/** Folds a part of the window away, or unfolds it. */
export function fold(part: FoldingPart, isFolded: boolean): void {
  changeLayout((layout) => withFolded(layout, part, isFolded));
}

/** Narrower than this, the names of projects would leave no room for the stage. */
const crowded = (): boolean => window.matchMedia('(width < 740px)').matches;

/** Whether a part is folded away. Of the projects the window's width decides where the user has not, or where there is no room. */
export function isFolded({ folded }: Layout, part: FoldingPart): boolean {
  if (part === 'projects') return crowded() || (folded.projects ?? narrow().matches);
  return folded[part] ?? false;
}

export function resetLayout(): void {
  changeLayout(() => defaultLayout);
}

/** Whether the projects show as their pictures alone: as the user wants it, else where the window is narrow. */
export function useProjectsFolded(): boolean {
  const isNarrow = useNarrow();
  const isCrowded = useSyncExternalStore(subscribe, crowded);
  const wanted = useWindow((state) => state.preferences.layout.folded.projects);
  return isCrowded || (wanted ?? isNarrow);
}

/** Whether a part is folded away. */
export function useFolded(part: Exclude<FoldingPart, 'projects'>): boolean {
  return useWindow((state) => state.preferences.layout.folded[part]) ?? false;
}

/** How long after the last change a layout is kept, in ms. */
const restMs = 300;
const key = 'layout';

/**
 * Begins with the layout of the last time, before main has answered, so that nothing jumps; and has main keep each change once the
 * pointer or the keys have come to rest.
 */
export function keepLayout(): void {
  const remembered = lastLayout();
  if (remembered !== null) changeLayout(() => remembered);
  let timer: ReturnType<typeof setTimeout> | undefined;
  useWindow.subscribe(({ preferences: { layout } }, before) => {
    if (layout === before.preferences.layout) return;
    const text = JSON.stringify(layout);
    // What main tells of a change is no other one.
    if (text === JSON.stringify(before.preferences.layout)) return;
    localStorage.setItem(key, text);
    clearTimeout(timer);
    timer = setTimeout(() => void ask('settings.change', { layout }, 'quiet'), restMs);
  });
}

function lastLayout(): Layout | null {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Layout> | null;
    return stored && { ...defaultLayout, ...stored, folded: { ...defaultLayout.folded, ...stored.folded } };
  } catch {
    return null;
  }
}

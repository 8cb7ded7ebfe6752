import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(width < 1100px)');

function subscribe(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

/** Whether the projects shrink to their thumbnails and the exports move into the top bar. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}

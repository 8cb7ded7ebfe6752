import { useSyncExternalStore } from 'react';

/** What fills the screen; what opens outside of it could not be seen. */
export function useFullscreen(): Element | null {
  return useSyncExternalStore(onChange, () => document.fullscreenElement);
}

function onChange(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
}

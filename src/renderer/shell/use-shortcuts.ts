import { useEffect } from 'react';
import { showFinder } from '../state/actions.ts';
import { useWindow } from '../state/store.ts';

const finders: Readonly<Record<string, 'palette' | 'search'>> = { k: 'palette', f: 'search' };

/** Ctrl or Cmd with K opens the palette, with F the search; nothing while the settings are open. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const finder = finders[event.key.toLowerCase()];
      if (finder === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (!useWindow.getState().settingsOpen) showFinder(finder);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

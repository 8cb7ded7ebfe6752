import { useEffect } from 'react';
import { openFinder } from '../state/dialogs.ts';

const finders: Readonly<Record<string, 'palette' | 'search'>> = { k: 'palette', f: 'search' };

/** Ctrl or Cmd with K opens the palette, with F the search; nothing while another dialog is open. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const finder = finders[event.key.toLowerCase()];
      if (finder === undefined || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      openFinder(finder);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

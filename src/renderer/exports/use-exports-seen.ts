import { useEffect } from 'react';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';

/** Tells main that the list was looked at: when it is shown, when something ends in it, and when the user comes back to it. */
export function useExportsSeen(): void {
  const newest = useWindow((state) => state.exports.reduce((latest, { endedAt }) => Math.max(latest, endedAt ?? 0), 0));
  useEffect(() => {
    const look = () => {
      if (document.hasFocus()) void ask('export.seen', {}, 'quiet');
    };
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [newest]);
}

import { useEffect, useState } from 'react';
import { useWindow } from '../state/store.ts';
import { useText } from '../text/text.ts';

/** Tells a screen reader when an answer begins and ends; not every word of it. */
export function Announcer() {
  const { t } = useText();
  const [words, setWords] = useState('');
  useEffect(
    () =>
      useWindow.subscribe((state, before) => {
        // What another project has been doing all along is no news.
        if (state.openProjectId !== before.openProjectId) return;
        const now = state.pulses[state.openProjectId];
        const then = before.pulses[state.openProjectId];
        if (now === undefined || (now.turnId === then?.turnId && now.working === then.working)) return;
        if (now.working) setWords(t('shell.agentWorking'));
        else if (then !== undefined) setWords(t(now.troubled ? 'shell.agentFailed' : 'shell.agentDone'));
      }),
    [t],
  );
  return (
    <div aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}

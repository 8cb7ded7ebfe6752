import { useEffect, useRef, useState } from 'react';
import type { Pulse } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../text/text.ts';

/** Tells a screen reader when an answer begins and ends; not every word of it. */
export function Announcer() {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const pulse = useWindow((state) => state.pulses[projectId]);
  const before = useRef<{ readonly projectId: string; readonly pulse: Pulse | undefined }>({ projectId, pulse });
  const [words, setWords] = useState('');
  useEffect(() => {
    const last = before.current;
    before.current = { projectId, pulse };
    // What another project has been doing all along is no news.
    if (pulse === undefined || last.projectId !== projectId) return;
    if (pulse.turnId === last.pulse?.turnId && pulse.working === last.pulse.working) return;
    if (pulse.working) setWords(t('shell.agentWorking'));
    else setWords(t(pulse.troubled ? 'shell.agentFailed' : 'shell.agentDone'));
  }, [projectId, pulse, t]);
  return (
    <div aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}

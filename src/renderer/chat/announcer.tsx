import { useEffect, useRef, useState } from 'react';
import type { Pulse } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../text/text.ts';

/** Tells a screen reader when an answer begins and ends; not every word of it. */
export function Announcer() {
  const { t } = useText();
  const pulse = useWindow((state) => state.pulses[state.openProjectId]);
  const before = useRef<Pulse | undefined>(pulse);
  const [words, setWords] = useState('');
  useEffect(() => {
    const changed = pulse?.turnId !== before.current?.turnId || pulse?.working !== before.current?.working;
    before.current = pulse;
    if (!changed || pulse === undefined) return;
    if (pulse.working) setWords(t('shell.agentWorking'));
    else setWords(t(pulse.troubled ? 'shell.agentFailed' : 'shell.agentDone'));
  }, [pulse, t]);
  return (
    <div aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}

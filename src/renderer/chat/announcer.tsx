import { useEffect, useState } from 'react';
import type { WindowState } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { runningTurn } from '../state/turns.ts';
import { useText } from '../text/text.ts';
import { newsOf, type Moment } from './news.ts';

/** Tells a screen reader when an answer begins, takes long and ends; not every word of it. */
export function Announcer() {
  const { t } = useText();
  const [words, setWords] = useState('');
  useEffect(
    () =>
      useWindow.subscribe((state, before) => {
        // What another project has been doing all along is no news.
        if (state.openProjectId !== before.openProjectId) return;
        const news = newsOf(t, momentOf(before), momentOf(state));
        if (news !== null) setWords(news);
      }),
    [t],
  );
  return (
    <div aria-live="polite" className="sr-only">
      {words}
    </div>
  );
}

function momentOf(state: WindowState): Moment {
  const id = state.openProjectId;
  const turns = state.views[id]?.turns;
  return { pulse: state.pulses[id], running: turns === undefined ? undefined : runningTurn(turns) };
}

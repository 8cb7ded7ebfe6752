import { useEffect, useState } from 'react';
import type { Upload } from '../../shared/domain/upload.ts';
import { interchangeAnnouncement } from '../exports/interchange.tsx';
import { announcementOf, exportAnnouncement, fileAnnouncement, type Moment } from './announcements.ts';
import type { WindowState } from '../state/model.ts';
import { useWindow } from '../state/store.ts';
import { runningTurn } from '../state/turns.ts';
import { useText } from '../locales/text.ts';

/** Tells a screen reader when answers, uploads and exports begin, take long and end; not every word and percent. */
export function Announcer() {
  const { t } = useText();
  const [said, setSaid] = useState({ words: '', count: 0 });
  useEffect(
    () =>
      useWindow.subscribe((state, before) => {
        // Turning to another project announces nothing: its work has been running all along.
        if (state.openProjectId !== before.openProjectId) return;
        const announcement =
          announcementOf(t, momentOf(before), momentOf(state)) ??
          fileAnnouncement(t, filesOf(before), filesOf(state)) ??
          exportAnnouncement(t, before.exports, state.exports) ??
          interchangeAnnouncement(t, before.interchanges, state.interchanges);
        if (announcement !== null) setSaid((said) => ({ words: announcement, count: said.count + 1 }));
      }),
    [t],
  );
  return (
    <div aria-live="polite" className="sr-only">
      {/* A node of its own: the same words twice are news twice. */}
      <span key={said.count}>{said.words}</span>
    </div>
  );
}

function momentOf(state: WindowState): Moment {
  const id = state.openProjectId;
  const turns = state.views[id]?.turns;
  return { pulse: state.pulses[id], running: turns === undefined ? undefined : runningTurn(turns) };
}

const none: readonly Upload[] = [];

/** All files of the open project that anything may happen to. */
function filesOf(state: WindowState): readonly Upload[] {
  const view = state.views[state.openProjectId];
  if (view === undefined) return none;
  return view.attached.length === 0 ? view.uploads : [...view.uploads, ...view.attached];
}

import { lazy, Suspense, useState, type CSSProperties } from 'react';
import { Composer } from '../composer/composer.tsx';
import { Preview } from '../player/preview.tsx';
import { ProjectsColumn } from './projects-column.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { useShownBatch, useWindow } from '../state/store.ts';
import { Splitter } from './splitter.tsx';
import { useNarrow } from '../ui/use-narrow.ts';
import { AccountCard } from './account-card.tsx';
import { Announcer } from './announcer.tsx';
import { Log } from '../chat/log.tsx';
import { Tour } from '../chat/tour.tsx';

const BatchView = lazy(async () => ({ default: (await import('../batch/batch-view.tsx')).BatchView }));

/** Projects, conversation, stage. The last two are always both in view, unless a batch takes their place. */
export function Columns() {
  const narrow = useNarrow();
  const batch = useShownBatch();
  const [chosen, setChosen] = useState<number | null>(null);
  const width = chosen ?? (narrow ? 336 : 392);
  const columns = {
    '--projects': narrow ? '56px' : '216px',
    '--chat': `min(${width}px, calc(100vw - var(--projects) - 260px))`,
  } as CSSProperties;
  return (
    <div
      style={columns}
      className="grid min-h-0 flex-1 grid-cols-[var(--projects)_var(--chat)_minmax(0,1fr)] grid-rows-[minmax(0,1fr)]"
    >
      <ProjectsColumn narrow={narrow} />
      {batch === null ? (
        <>
          <main className="relative flex [container-type:size] min-h-0 min-w-0 flex-col border-r border-line bg-ground">
            <Conversation />
            <Tour />
            <Composer />
            <Splitter width={width} onWidth={setChosen} />
          </main>
          <div className="relative flex min-h-0 min-w-0 flex-col">
            <Preview />
            <Timeline />
            <AccountCard />
          </div>
        </>
      ) : (
        <Suspense>
          <BatchView batch={batch} />
        </Suspense>
      )}
    </div>
  );
}

/** Gives every project's conversation a view of its own, which opens at its end. */
function Conversation() {
  const projectId = useWindow((state) => state.openProjectId);
  return (
    <div className="relative min-h-0 flex-1">
      <Log key={projectId} projectId={projectId} />
      <Announcer />
    </div>
  );
}

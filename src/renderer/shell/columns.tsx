import { useState, type CSSProperties } from 'react';
import { Conversation } from '../chat/conversation.tsx';
import { Composer } from '../composer/composer.tsx';
import { Preview } from '../preview/preview.tsx';
import { ProjectsColumn } from '../projects/projects-column.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { Splitter } from './splitter.tsx';
import { useNarrow } from './use-narrow.ts';

/** Projects, conversation, stage. The last two are always both in view. */
export function Columns() {
  const narrow = useNarrow();
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
      <main className="relative flex min-h-0 min-w-0 flex-col border-r border-line bg-ground">
        <Conversation />
        <Composer />
        <Splitter width={width} onWidth={setChosen} />
      </main>
      <div className="flex min-h-0 min-w-0 flex-col">
        <Preview />
        <Timeline />
      </div>
    </div>
  );
}

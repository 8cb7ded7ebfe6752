import { MessageSquare, Clapperboard } from 'lucide-react';
import { lazy, memo, Suspense, useEffect, useRef, useSyncExternalStore, type CSSProperties } from 'react';
import { Composer } from '../composer/composer.tsx';
import { changeLayout, fold, useFolded, useNarrow, useProjectsFolded } from '../state/layout.ts';
import { useShownBatch, useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Separator } from '../ui/separator.tsx';
import { deferred } from '../ui/deferred.tsx';
import { useCaretWhereNothingWasSaid, useFocusKeptByRehearsal, useFocusKeptIn } from './caret.ts';
import { columnSpans, dragged, narrowProjects, railWidth, type Span } from './part-sizes.ts';

const parts = () => import('./parts.tsx');
const ProjectsColumn = deferred(
  async () => (await parts()).ProjectsColumn,
  <div className="flex-1 border-r border-line bg-panel" />,
);
const Log = deferred(async () => (await parts()).Log);
const Announcer = deferred(async () => (await parts()).Announcer);
const Tour = deferred(async () => (await parts()).Tour);
const Stage = deferred(async () => (await parts()).Stage, <div className="bg-stage" />);
const Rail = deferred(async () => (await parts()).Rail);
const FoldHandle = deferred(async () => (await parts()).FoldHandle);

const ProjectMedia = lazy(async () => ({ default: (await import('../project-media/project-media.tsx')).ProjectMedia }));
const BatchView = lazy(async () => ({ default: (await import('../batch/batch-view.tsx')).BatchView }));

/** Projects, conversation, stage, as wide as the user wants them; a batch takes the place of the last two. */
export function Columns() {
  const narrow = useNarrow();
  const projectsFolded = useProjectsFolded();
  const batch = useShownBatch();
  const layout = useWindow((state) => state.preferences.layout);
  const [chatFolded, stageFolded] = [useFolded('chat'), useFolded('stage')];
  const spans = columnSpans(layout, { width: useWindowWidth(), narrow, projectsFolded });
  useEffect(() => useWindow.subscribe(unfoldStage), []);
  const chat = useRef<HTMLDivElement>(null);
  useFocusKeptIn(chat, batch === null);
  useFocusKeptByRehearsal();
  const columns = {
    '--projects-column': `${projectsFolded ? narrowProjects : spans.projects.value}px`,
    '--chat-column': chatFolded ? `${railWidth}px` : stageFolded ? 'minmax(0,1fr)' : `${spans.chat.value}px`,
    '--stage-column': stageFolded ? `${railWidth}px` : 'minmax(0,1fr)',
  } as CSSProperties;
  return (
    <main
      style={columns}
      className="grid min-h-0 flex-1 grid-cols-[var(--projects-column)_var(--chat-column)_var(--stage-column)] grid-rows-[minmax(0,1fr)]"
    >
      <div id="projects-column" className="relative flex min-h-0 min-w-0 flex-col">
        <Projects narrow={projectsFolded} />
        <ProjectsEdge span={spans.projects} folded={projectsFolded} />
      </div>
      {batch === null ? (
        <>
          <div
            ref={chat}
            id="chat-column"
            className="relative flex min-h-0 min-w-0 flex-col border-r border-line bg-ground"
          >
            {chatFolded && <Rail part="chat" icon={MessageSquare} />}
            <div
              hidden={chatFolded}
              className={`flex [container-type:size] min-h-0 w-full flex-1 flex-col overflow-y-auto ${stageFolded ? 'mx-auto max-w-3xl' : ''}`}
            >
              <Conversation />
              <Tour />
              <Composer />
            </div>
            <ChatEdge span={spans.chat} chatFolded={chatFolded} stageFolded={stageFolded} />
          </div>
          {stageFolded ? <Rail part="stage" icon={Clapperboard} /> : <StageWithProjectMedia />}
        </>
      ) : (
        <Suspense>
          <BatchView batch={batch} />
        </Suspense>
      )}
    </main>
  );
}

const Projects = memo(ProjectsColumn);

/** Gives every project's conversation a view of its own, which opens at its end. */
const Conversation = memo(function Conversation() {
  const projectId = useWindow((state) => state.openProjectId);
  useCaretWhereNothingWasSaid(projectId);
  return (
    <div className="relative min-h-16 flex-1">
      {/* What scrolls beneath the composer fades out before its edge. */}
      <div
        aria-hidden
        className="pointer-events-none absolute right-2 bottom-0 left-0 z-1 h-4 bg-linear-to-t from-ground to-transparent"
      />
      <Log key={projectId} projectId={projectId} />
      <Announcer />
    </div>
  );
});

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** In px. */
function useWindowWidth(): number {
  return useSyncExternalStore(subscribe, () => window.innerWidth);
}

type WindowState = ReturnType<typeof useWindow.getState>;

/** Where there is no room for both, the project's media lies over the stage. */
function StageWithProjectMedia() {
  const hasProjectMedia = useWindow((state) => state.popover === 'projectMedia');
  return (
    <div className="relative flex min-h-0 min-w-0 *:first:flex-1">
      <Stage />
      <Suspense>{hasProjectMedia && <ProjectMedia />}</Suspense>
    </div>
  );
}

/** What the user has asked to see there, or has to read there, shows the stage. */
function unfoldStage({ player, preferences, accountNotice, popover }: WindowState, before: WindowState): void {
  const told = accountNotice.shown !== null && accountNotice.shown !== before.accountNotice.shown;
  const projectMedia = popover === 'projectMedia' && before.popover !== 'projectMedia';
  const asked = told || projectMedia || (player !== before.player && (player.watched !== null || player.past !== null));
  if (asked && preferences.layout.folded.stage === true) fold('stage', false);
}

type EdgeProps = { readonly span: Span; readonly folded: boolean };

function ProjectsEdge({ span, folded }: EdgeProps) {
  const { t } = useText();
  return (
    <div className="group/edge absolute inset-y-0 -right-[3px] z-20 w-[6px]">
      <Separator
        name={t('layout.projectsWidth')}
        controls="projects-column"
        orientation="vertical"
        grows={1}
        {...span}
        value={folded ? span.folded : span.value}
        valueText={folded ? t('layout.hidden') : undefined}
        onSize={(wanted) => sizePart('projects', wanted, { ...span, isFolded: folded })}
        onFold={() => fold('projects', !folded)}
        onReset={() =>
          changeLayout((layout) => ({ ...layout, projects: null, folded: { ...layout.folded, projects: null } }))
        }
      />
      <FoldHandle part="projects" side={folded ? 'right' : 'left'} folds={!folded} />
    </div>
  );
}

type ChatEdgeProps = { readonly span: Span; readonly chatFolded: boolean; readonly stageFolded: boolean };

function ChatEdge({ span, chatFolded, stageFolded }: ChatEdgeProps) {
  const { t } = useText();
  const value = chatFolded ? span.folded : stageFolded ? span.most : span.value;
  return (
    <div className="group/edge absolute inset-y-0 -right-[3px] z-20 w-[6px]">
      <Separator
        name={t('shell.resize')}
        controls="chat-column"
        orientation="vertical"
        grows={1}
        {...span}
        value={value}
        valueText={chatFolded ? t('layout.hidden') : undefined}
        onSize={(wanted) => {
          if (stageFolded && wanted < span.most) fold('stage', false);
          return sizePart('chat', wanted, { ...span, isFolded: chatFolded });
        }}
        onFold={() => fold('chat', !chatFolded)}
        onReset={() =>
          changeLayout((layout) => ({ ...layout, chat: null, folded: { ...layout.folded, chat: null, stage: null } }))
        }
      />
      {!stageFolded && <FoldHandle part="chat" side={chatFolded ? 'right' : 'left'} folds={!chatFolded} />}
      {!chatFolded && <FoldHandle part="stage" side={stageFolded ? 'left' : 'right'} folds={!stageFolded} below />}
    </div>
  );
}

/** Gives a column the size that a drag or a key wants. False where that folds or unfolds something, which ends a drag. */
function sizePart(part: 'projects' | 'chat', wanted: number, span: Span & { readonly isFolded: boolean }): boolean {
  if (span.isFolded) {
    if (wanted > span.folded + 24) fold(part, false);
    return wanted <= span.folded + 24;
  }
  const size = dragged(wanted, span, part === 'chat');
  if (size === 'fold') fold(part, true);
  else if (size === 'fold-other') fold('stage', true);
  else changeLayout((layout) => ({ ...layout, [part]: size }));
  return typeof size === 'number';
}

import { ArrowDown } from 'lucide-react';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode, type Ref } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Turn } from '../../shared/domain/turn.ts';
import { Button } from '../ui/button.tsx';
import { focusWhenShown } from '../ui/focus-when-shown.ts';
import { forgetTarget, loadEarlier } from '../state/projects.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { grewAtStart, isNearStart } from './follow.ts';
import { PausedLine } from './paused-line.tsx';
import { TurnView } from './turn.tsx';
import { useFollow } from './use-follow.ts';
import { Welcome } from './welcome.tsx';
import { ask } from '../state/client.ts';
import type { WindowState } from '../state/model.ts';

const noTurns: readonly Turn[] = [];
const paddingTop = 20;

const isQueued = ({ state }: Turn): boolean => state === 'queued';

/** The turns of a project. The page holds only those in sight, and loads earlier ones as the user scrolls up. */
export function Log({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const loaded = useOpenView((view) => view !== null);
  const turns = useOpenView((view) => view?.turns ?? noTurns);
  const isEmpty = loaded && turns.length === 0;
  const hasEarlier = useOpenView((view) => view?.hasEarlier === true);
  const queue = useOpenView((view) => view?.queue ?? null);
  // What is to be reviewed begins with what it costs and how it starts.
  const isReview = queue?.paused === true && queue.why === 'for-review' && turns.every(isQueued);
  const follow = useFollow(isEmpty || isReview);
  const { view: box, content, follows, jump, onScroll } = follow;
  const list = useRef<VirtualizerHandle>(null);
  const shift = useGrewAtStart(turns);
  const found = useTarget(projectId, list, follow);
  useSeen(projectId, follows);
  const look = () => {
    onScroll();
    const element = box.current;
    if (element !== null && hasEarlier && isNearStart(element)) void loadEarlier(projectId);
  };
  useEffect(() => {
    const element = box.current;
    if (element !== null && hasEarlier && element.scrollHeight <= element.clientHeight) void loadEarlier(projectId);
  });
  const firstQueued = turns.find(isQueued)?.id;
  return (
    <>
      <div
        ref={box}
        role="log"
        aria-label={t('chat.title')}
        aria-live="off"
        tabIndex={0}
        onScroll={look}
        className="h-full overflow-y-auto [scrollbar-gutter:stable] [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div ref={content} style={{ paddingTop }} className="flex min-h-full flex-col justify-end pr-2.5 pl-[18px]">
          {isEmpty && <Welcome projectId={projectId} />}
          <Virtualizer
            ref={list}
            scrollRef={box}
            startMargin={paddingTop}
            shift={shift}
            data={turns}
            as={Sheet}
            bufferSize={400}
          >
            {(turn) => (
              <div
                key={turn.id}
                ref={found === turn.id ? focusTurn : undefined}
                className={`pb-5 ${found === turn.id ? 'found-turn' : ''}`}
              >
                {queue?.paused === true && turn.id === firstQueued && (
                  <PausedLine projectId={projectId} queue={queue} />
                )}
                <TurnView turn={turn} />
              </div>
            )}
          </Virtualizer>
        </div>
      </div>
      {!follows && !isEmpty && <JumpButton onClick={jump} />}
    </>
  );
}

type SheetProps = {
  readonly style: CSSProperties;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
};

/**
 * The list's own box. virtua turns pointer events off while it scrolls, and an answer that grows scrolls all the time.
 */
function Sheet({ style, children, ref }: SheetProps) {
  return (
    <div ref={ref} style={{ ...style, pointerEvents: 'auto' }}>
      {children}
    </div>
  );
}

/** Whether this very render put earlier turns before the known ones: then the list keeps its place from its end. */
function useGrewAtStart(turns: readonly Turn[]): boolean {
  const [seen, setSeen] = useState({ turns, grew: false });
  if (seen.turns !== turns) setSeen({ turns, grew: grewAtStart(seen.turns, turns) });
  return seen.grew;
}

/** The newest message of a turn takes the focus. */
function focusTurn(turn: HTMLElement | null): () => void {
  return focusWhenShown([...(turn?.querySelectorAll('article') ?? [])].at(-1) ?? null);
}

const highlightMs = 2000;

/** Scrolls to the turn that a search found, or to the end, and gives the turn to mark for a moment. */
function useTarget(
  projectId: string,
  list: { readonly current: VirtualizerHandle | null },
  { jump, letGo, settle }: Pick<ReturnType<typeof useFollow>, 'jump' | 'letGo' | 'settle'>,
): string | null {
  const target = useWindow((state) => (state.target?.projectId === projectId ? state.target : null));
  useEffect(() => {
    if (target === null) return;
    const turns = useWindow.getState().views[projectId]?.turns ?? noTurns;
    const index = turns.findIndex(({ id }) => id === target.turnId);
    if (index === -1) jump();
    else {
      letGo();
      list.current?.scrollToIndex(index, { align: 'center' });
    }
    const timer = setTimeout(() => {
      forgetTarget(target);
      settle();
    }, highlightMs);
    return () => {
      clearTimeout(timer);
      forgetTarget(target);
    };
  }, [projectId, target, list, jump, letGo, settle]);
  return target?.turnId ?? null;
}

function JumpButton({ onClick }: { readonly onClick: () => void }) {
  const { t } = useText();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-2 z-2 flex justify-center">
      <Button className="pointer-events-auto rounded-full bg-raised" onClick={onClick}>
        <ArrowDown size={14} aria-hidden />
        {t('chat.jump')}
      </Button>
    </div>
  );
}

/** Tells main when the user looks at what was unread. */
function useSeen(projectId: string, atEnd: boolean): void {
  useEffect(() => {
    const look = () => {
      const attentive = atEnd && document.hasFocus();
      if (isLookedAt(useWindow.getState(), projectId, attentive)) void ask('project.seen', { projectId }, 'quiet');
    };
    look();
    window.addEventListener('focus', look);
    const stop = useWindow.subscribe((state, before) => {
      if (state.projects !== before.projects) look();
    });
    return () => {
      stop();
      window.removeEventListener('focus', look);
    };
  }, [projectId, atEnd]);
}

/** Whether the user sees what counts as unread: the project is open, at its end, in a focused window. */
export function isLookedAt(
  { openProjectId, projects }: Pick<WindowState, 'openProjectId' | 'projects'>,
  projectId: string,
  attentive: boolean,
): boolean {
  const project = projects.find(({ id }) => id === projectId);
  return attentive && projectId === openProjectId && project !== undefined && project.unread > 0;
}

import { ArrowDown } from 'lucide-react';
import { Button } from '../shell/button.tsx';
import { useOpenView, useWindow } from '../state/store.ts';
import { useText } from '../text/text.ts';
import { Announcer } from './announcer.tsx';
import { TurnView } from './turn.tsx';
import { useFollow } from './use-follow.ts';
import { Welcome } from './welcome.tsx';

/** How many of the newest turns are always laid out; older ones only while they are in sight. */
const alwaysLaidOut = 6;

/** Every project's conversation is a view of its own, which begins at its end. */
export function Conversation() {
  const projectId = useWindow((state) => state.openProjectId);
  return (
    <div className="relative min-h-0 flex-1">
      <Log key={projectId} projectId={projectId} />
      <Announcer />
    </div>
  );
}

function Log({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const turns = useOpenView()?.turns;
  const { view, content, follows, jump, onScroll } = useFollow();
  return (
    <>
      <div
        ref={view}
        role="log"
        aria-label={t('chat.title')}
        aria-live="off"
        tabIndex={0}
        onScroll={onScroll}
        className="h-full overflow-y-auto [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div ref={content} className="flex min-h-full flex-col justify-end gap-5 px-[18px] pt-5 pb-4">
          {turns?.length === 0 && <Welcome projectId={projectId} />}
          {turns?.map((turn, index) => (
            <div key={turn.id} className={index < turns.length - alwaysLaidOut ? 'offscreen-light -m-1 p-1' : ''}>
              <TurnView turn={turn} />
            </div>
          ))}
        </div>
      </div>
      {!follows && (
        <div className="pointer-events-none absolute inset-x-0 bottom-2 flex justify-center">
          <Button className="pointer-events-auto rounded-full bg-raised" onClick={jump}>
            <ArrowDown size={14} aria-hidden />
            {t('chat.jump')}
          </Button>
        </div>
      )}
    </>
  );
}

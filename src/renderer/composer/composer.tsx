import { useEffect, useRef, type KeyboardEvent } from 'react';
import { costKinds, type LikelyCost, mostLikely } from '../../shared/domain/message-cost.ts';
import { JobLines } from '../media-tools/job-lines.tsx';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { ask } from '../state/client.ts';
import { flushUnsent, send, unsentOf, write } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { stoppableTurn } from '../state/turns.ts';
import { useText } from '../locales/text.ts';
import { AttachButton } from './attach-button.tsx';
import { Attachments } from './attachments.tsx';
import { DecisionCards } from './decision-cards.tsx';
import { promptsOf, walk, type Walk } from './history.ts';
import { isComposing, sends } from '../ui/keys.ts';
import { costText, hasMaterial, shortBalance } from './likely.ts';
import { ComposerTroubles, missingFilesId, useFailedFiles } from './troubles.tsx';

const unknownCost: LikelyCost = { generate: 0, edit: 0 };

/** Where the user says what they want. Messages sent while a turn runs wait for it. */
export function Composer() {
  const projectId = useWindow((state) => state.openProjectId);
  const text = useWindow((state) => unsentOf(state, projectId));
  const credits = useWindow((state) => state.credits);
  const likely = useWindow((state) => state.views[projectId]?.likelyCost ?? unknownCost);
  const material = useWindow((state) => {
    const view = state.views[projectId];
    return view !== undefined && hasMaterial(view);
  });
  const { t } = useText();
  const kinds = costKinds(text.trim(), material);
  const most = mostLikely(kinds, likely);
  useKeptText(projectId);
  return (
    <div className="shrink-0 px-3.5 pb-3.5">
      <DecisionCards projectId={projectId} />
      <ComposerTroubles projectId={projectId} short={shortBalance(text, credits, most)} cost={most} />
      <JobLines projectId={projectId} />
      <form
        className="@container flex flex-col gap-2 rounded-card border border-line-strong bg-raised p-3 focus-within:border-faint"
        onSubmit={(event) => {
          event.preventDefault();
          void send(projectId);
        }}
      >
        <Attachments projectId={projectId} />
        <MessageBox projectId={projectId} text={text} />
        <ComposerActions projectId={projectId} cost={costText(t, kinds, likely)} sendable={text.trim() !== ''} />
      </form>
    </div>
  );
}

/** What was typed and not sent is kept at once when the user turns elsewhere. */
function useKeptText(projectId: string): void {
  useEffect(() => flushUnsent, [projectId]);
  useEffect(() => {
    window.addEventListener('pagehide', flushUnsent);
    return () => window.removeEventListener('pagehide', flushUnsent);
  }, []);
}

function MessageBox({ projectId, text }: { readonly projectId: string; readonly text: string }) {
  const { t } = useText();
  const empty = useWindow((state) => (state.views[projectId]?.turns.length ?? 0) === 0);
  const sendWith = useWindow((state) => state.preferences.sendWith);
  const walked = useRef<Walk>(null);
  const walkHistory = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const step = steps[event.key];
    if (step === undefined || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
    const prompts = promptsOf(useWindow.getState().views[projectId]?.turns ?? []);
    const next = walk(prompts, walked.current, text, step);
    if (next === null) return;
    event.preventDefault();
    walked.current = next;
    write(projectId, next.text);
  };
  return (
    <textarea
      id="message"
      dir="auto"
      aria-label={t('composer.message')}
      placeholder={t(empty ? 'composer.placeholderEmpty' : 'composer.placeholder')}
      value={text}
      rows={1}
      disabled={projectId === ''}
      onChange={(event) => write(projectId, event.target.value)}
      onBlur={flushUnsent}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        walkHistory(event);
        if (!sends(event.nativeEvent, sendWith)) return;
        event.preventDefault();
        void send(projectId);
      }}
      className="field-sizing-content max-h-[min(200px,30vh)] min-h-10 w-full cursor-text resize-none select-text placeholder:text-faint focus:outline-none"
    />
  );
}

const steps: Readonly<Record<string, 'back' | 'forward'>> = { ArrowUp: 'back', ArrowDown: 'forward' };

type ActionsProps = { readonly projectId: string; readonly cost: string | null; readonly sendable: boolean };

function ComposerActions({ projectId, cost, sendable }: ActionsProps) {
  const { t } = useText();
  const failed = useFailedFiles(projectId) > 0;
  const runningId = useWindow((state) => stoppableTurn(state.views[projectId])?.id);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <AttachButton projectId={projectId} />
      <span
        className={`min-w-0 flex-1 text-right text-xs leading-[14px] text-balance text-faint ${runningId === undefined ? '' : '@max-[330px]:order-first @max-[330px]:basis-full'}`}
      >
        {cost}
      </span>
      {runningId !== undefined && <StopButton turnId={runningId} />}
      <Button
        look="primary"
        type="submit"
        disabled={!sendable || failed}
        aria-describedby={failed ? missingFilesId : undefined}
      >
        {t('composer.send')}
      </Button>
    </div>
  );
}

function StopButton({ turnId }: { readonly turnId: string }) {
  const { t } = useText();
  return (
    <>
      <Tip text={t('composer.stopHint')} side="top">
        <Button aria-describedby="stop-hint" onClick={() => void ask('turn.stop', { turnId })}>
          {t('composer.stop')}
        </Button>
      </Tip>
      <span id="stop-hint" hidden>
        {t('composer.stopHint')}
      </span>
    </>
  );
}

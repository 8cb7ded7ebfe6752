import { useRef, type KeyboardEvent } from 'react';
import { JobLines } from '../media-tools/job-lines.tsx';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { ask } from '../state/client.ts';
import { forgiveSend, send, unsentOf, write } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { stoppableTurn } from '../state/turns.ts';
import { useText } from '../locales/text.ts';
import { AttachButton } from './attach-button.tsx';
import { DecisionCards } from './decision-cards.tsx';
import { useKeptFocus } from '../ui/kept-focus.ts';
import { isComposing, sends } from '../ui/keys.ts';
import { useCost } from './likely.ts';
import { FormatButton, FormatStrip, FormatWords, formatWordsId } from './format-strip.tsx';
import { PermissionMenu } from './permission-menu.tsx';
import { FileTroubles, missingFilesId, SendTroubles, useFailedFiles } from './troubles.tsx';
import { hasBegun, suffixOf } from '../state/format.ts';
import { VersionNotes } from './version-notes.tsx';
import type { Upload } from '../../shared/domain/upload.ts';
import { FileChip } from '../files/chip.tsx';
import { Total } from '../files/total.tsx';

/** Where the user says what they want, at the foot of the conversation; files, and what is wrong with them, scroll above it. */
export function Composer() {
  const projectId = useWindow((state) => state.openProjectId);
  const text = useWindow((state) => unsentOf(state, projectId));
  const suffix = useWindow((state) => suffixOf(state, projectId, text.trim()));
  const begun = useWindow((state) => hasBegun(state.views[projectId]));
  const cost = useCost(projectId, `${text.trimEnd()}${suffix}`);
  return (
    <div className="shrink-0 px-3.5 pb-1.5">
      <div className="flex max-h-[40cqh] flex-col">
        <div className="@container flex min-h-0 flex-col gap-1.5 overflow-y-auto not-empty:pb-2">
          <DecisionCards key={`d${projectId}`} projectId={projectId} />
          <FileTroubles key={`f${projectId}`} projectId={projectId} />
          <JobLines projectId={projectId} />
          <Attachments projectId={projectId} />
        </div>
        <SendTroubles projectId={projectId} cost={cost} />
        <VersionNotes projectId={projectId} />
        <FormatStrip projectId={projectId} />
      </div>
      <form
        className="@container flex flex-col gap-2 rounded-card border border-line-strong bg-raised p-3 focus-within:border-faint"
        onSubmit={(event) => {
          event.preventDefault();
          void send(projectId);
        }}
      >
        <MessageBox projectId={projectId} text={text} />
        <FormatWords projectId={projectId} text={text} />
        <ComposerActions
          projectId={projectId}
          cost={cost.text}
          sendable={text.trim() !== '' || (begun && suffix !== '')}
        />
      </form>
      <div className="flex min-h-6 items-center pt-1">
        <PermissionMenu />
        <span className="flex-1" />
        <FormatButton projectId={projectId} />
      </div>
    </div>
  );
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
      aria-describedby={formatWordsId}
      placeholder={t(empty ? 'composer.placeholderEmpty' : 'composer.placeholder')}
      value={text}
      rows={1}
      onChange={(event) => write(projectId, event.target.value)}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === 'Escape') forgiveSend(projectId);
        walkHistory(event);
        if (!sends(event.nativeEvent, sendWith)) return;
        event.preventDefault();
        void send(projectId);
      }}
      className="field-sizing-content max-h-[min(200px,24cqh)] min-h-10 w-full cursor-text resize-none select-text placeholder:text-faint focus:outline-none"
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

/** More chips than this become rows of a list, which is easier to look over. */
const mostChips = 6;
const none: readonly Upload[] = [];

/** The files that go along with the next message. */
function Attachments({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const uploads = useWindow((state) => state.views[projectId]?.uploads ?? none);
  const kept = useKeptFocus(uploads, '[data-remove]', 'message');
  if (uploads.length === 0) return null;
  const compact = uploads.length > mostChips;
  return (
    <div className="flex flex-col gap-1.5">
      {uploads.length > 1 && <Total files={uploads} className="px-1 text-dim" />}
      <ul
        {...kept}
        aria-label={t('composer.attachments')}
        className={`flex ${compact ? 'flex-col gap-1 pr-1' : 'flex-wrap gap-1.5'}`}
      >
        {uploads.map((upload) => (
          <FileChip key={upload.id} upload={upload} compact={compact} />
        ))}
      </ul>
    </div>
  );
}

/** Where a walk through earlier prompts stands; null while nobody walks. `at` counts from the newest, 0. */
export type Walk = { readonly at: number; readonly text: string } | null;

/** A project's earlier prompts, newest first; the same words twice in a row count once. */
export function promptsOf(turns: readonly { readonly prompt: string }[]): readonly string[] {
  const prompts = turns.map(({ prompt }) => prompt).filter((prompt) => prompt !== '');
  return prompts.filter((prompt, index) => prompt !== prompts[index + 1]).reverse();
}

/**
 * The next place of a walk, or null where the key is none of its business. A walk begins in an empty composer, and ends as soon
 * as the text is changed. Going forward past the newest prompt ends at an empty text, `at` -1.
 */
export function walk(prompts: readonly string[], walked: Walk, text: string, step: 'back' | 'forward'): Walk {
  const walking = walked !== null && walked.at >= 0 && walked.text === text;
  if (!walking && text !== '') return null;
  const at = (walking ? walked.at : -1) + (step === 'back' ? 1 : -1);
  if (at < -1) return null;
  if (at === -1) return { at, text: '' };
  const prompt = prompts[at];
  return prompt === undefined ? null : { at, text: prompt };
}

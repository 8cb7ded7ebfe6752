import { Fragment, useRef, type KeyboardEvent } from 'react';
import { Button } from '../ui/button.tsx';
import { forgiveSend, rewrite, send, unsentOf, write } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { hasBegun, stoppableTurn } from '../state/turns.ts';
import { useText } from '../locales/text.ts';
import { isComposing, sends } from '../ui/keys.ts';
import { useCost } from './likely.ts';
import { suffixOf } from '../state/format.ts';
import { deferred } from '../ui/deferred.tsx';
import { formatWordsId, missingFilesId, useFailedFiles } from './missing.ts';

const parts = () => import('./parts.tsx');
const AttachButton = deferred(async () => (await parts()).AttachButton, <div className="mr-auto" />);
const Attachments = deferred(async () => (await parts()).Attachments);
const DecisionCards = deferred(async () => (await parts()).DecisionCards);
const FileTroubles = deferred(async () => (await parts()).FileTroubles);
const FormatButton = deferred(async () => (await parts()).FormatButton);
const FormatStrip = deferred(async () => (await parts()).FormatStrip);
const FormatWords = deferred(async () => (await parts()).FormatWords);
const JobLines = deferred(async () => (await parts()).JobLines);
const PermissionMenu = deferred(async () => (await parts()).PermissionMenu);
const SendTroubles = deferred(async () => (await parts()).SendTroubles);
const StopButton = deferred(async () => (await parts()).StopButton);
const VersionNotes = deferred(async () => (await parts()).VersionNotes);

/**
 * Where the user says what they want, at the foot of the conversation. Files, and what is wrong with them, scroll above it, and leave
 * the conversation its room.
 */
export function Composer() {
  const projectId = useWindow((state) => state.openProjectId);
  const text = useWindow((state) => unsentOf(state, projectId));
  const suffix = useWindow((state) => suffixOf(state, projectId, text.trim()));
  const begun = useWindow((state) => hasBegun(state.views[projectId]));
  const cost = useCost(projectId, `${text.trimEnd()}${suffix}`);
  return (
    <div className="shrink-0 px-3.5 pb-1.5">
      <div className="flex max-h-[clamp(72px,100cqh-200px,40cqh)] flex-col overflow-y-auto">
        <div className="@container flex min-h-0 flex-col gap-1.5 overflow-y-auto not-empty:mb-2 not-empty:min-h-12">
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
        className="@container flex flex-col gap-2 rounded-card border border-line-strong bg-raised p-3 focus-within:border-faint tiny-column:gap-1 tiny-column:p-2"
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
          written={text.trim() !== ''}
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
    rewrite(projectId, next.text);
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
      className="field-sizing-content max-h-[min(200px,24cqh)] min-h-10 tiny-column:min-h-5 w-full cursor-text resize-none select-text placeholder:text-faint focus:outline-none"
    />
  );
}

const steps: Readonly<Record<string, 'back' | 'forward'>> = { ArrowUp: 'back', ArrowDown: 'forward' };

type ActionsProps = {
  readonly projectId: string;
  readonly cost: string | null;
  readonly written: boolean;
  readonly sendable: boolean;
};

function ComposerActions({ projectId, cost, written, sendable }: ActionsProps) {
  const { t } = useText();
  const failed = useFailedFiles(projectId) > 0;
  const runningId = useWindow((state) => stoppableTurn(state.views[projectId])?.id);
  // The question above has the one thing to do next.
  const isAsked = useWindow((state) => state.composers[projectId]?.failure?.code === 'spend-question');
  const running = runningId !== undefined;
  // Beside "Stop" there is no room for it: an empty message goes without, so that the composer keeps its height as an answer begins.
  const shownCost = running && !written ? null : cost;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <AttachButton projectId={projectId} />
      <span
        className={`min-w-0 flex-1 text-right text-xs leading-[14px] break-keep text-balance text-faint ${running && shownCost !== null ? '@max-[360px]:order-first @max-[360px]:basis-full' : ''}`}
      >
        {shownCost === null ? null : <Unbroken text={shownCost} stacks={!running} />}
      </span>
      {running && <StopButton turnId={runningId} />}
      <Button
        look={isAsked ? 'plain' : 'primary'}
        type="submit"
        disabled={!sendable || failed}
        aria-describedby={failed ? missingFilesId : undefined}
      >
        {t('composer.send')}
      </Button>
    </div>
  );
}

/** Its parts in a line, which a dot divides; one that `stacks` has a line for each where the composer is narrow. */
function Unbroken({ text, stacks }: { readonly text: string; readonly stacks: boolean }) {
  const narrow = stacks ? { dot: '@max-[360px]:hidden', part: '@max-[360px]:block' } : { dot: '', part: '' };
  return text.split(' · ').map((part, index) => (
    <Fragment key={part}>
      {index > 0 && <span className={narrow.dot}> · </span>}
      <span className={`inline-block ${narrow.part}`}>{part}</span>
    </Fragment>
  ));
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

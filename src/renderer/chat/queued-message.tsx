import { ArrowDown, ArrowUp, Pencil, X, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { Turn } from '../../shared/domain/turn.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ask } from '../state/client.ts';
import { removeFiles, retryFiles, tooLong } from '../state/messages.ts';
import { useOpenView } from '../state/store.ts';
import { failureText } from '../locales/sentences.ts';
import { type Translate, useText } from '../locales/text.ts';
import { isComposing } from '../ui/keys.ts';
import { placeBefore } from '../state/turns.ts';
import { MissingFiles } from '../files/missing-files.tsx';
import { SentFiles, useFilesOf } from '../files/sent-files.tsx';
import { wordsOf } from '../files/words.ts';
import { queuedCost } from './review-line.tsx';

/** A message that waits for its turn: the user can change it, move it, or take it out. */
export function QueuedMessage({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  const files = useFilesOf(turn);
  const words = wordsOf(turn, files);
  return (
    <article tabIndex={-1} aria-label={t('chat.you')} className="flex flex-col items-end gap-1 pl-8">
      <SentFiles turn={turn} />
      {editing ? (
        <QueuedEditor turn={turn} words={words} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p
            dir="auto"
            className="max-w-full cursor-auto rounded-card rounded-br-[4px] border border-dashed border-line-strong px-3 py-2 wrap-anywhere whitespace-pre-wrap text-dim select-text"
          >
            {words}
          </p>
          <FailedFiles projectId={turn.projectId} files={files} />
          <QueuedActions turn={turn} files={files} onEdit={() => setEditing(true)} />
        </>
      )}
    </article>
  );
}

/** The message waits until its files are there, or the user lets it go without them. */
function FailedFiles({ projectId, files }: { readonly projectId: string; readonly files: readonly Upload[] }) {
  const failed = files.filter(({ state }) => state === 'failed').map(({ id }) => id);
  if (failed.length === 0) return null;
  return (
    <MissingFiles
      count={failed.length}
      onRetry={() => void retryFiles(failed)}
      onWithout={() => void removeFiles(projectId, failed)}
    />
  );
}

const noTurns: readonly Turn[] = [];

type ActionsProps = { readonly turn: Turn; readonly files: readonly Upload[]; readonly onEdit: () => void };

function QueuedActions({ turn, files, onEdit }: ActionsProps) {
  const { t } = useText();
  const turns = useOpenView((view) => view?.turns ?? noTurns);
  const queued = turns.filter(({ state }) => state === 'queued');
  const likely = useOpenView((view) => (view?.queue.why === 'for-review' ? view.likelyCost : null));
  const cost = likely && queuedCost(t, queued, turn, likely);
  const move = (step: 'up' | 'down') => {
    const before = placeBefore(queued, turn.id, step);
    return before === undefined ? null : () => void ask('queue.move', { turnId: turn.id, before });
  };
  return (
    <div className="flex items-center gap-0.5 text-xs text-faint">
      <span className="mr-1">{cost ?? waitingFor(t, files)}</span>
      {queued.length > 1 && (
        <>
          <QueueButton icon={ArrowUp} name={t('queue.up')} onClick={move('up')} />
          <QueueButton icon={ArrowDown} name={t('queue.down')} onClick={move('down')} />
        </>
      )}
      <QueueButton icon={Pencil} name={t('queue.edit')} onClick={onEdit} />
      <QueueButton icon={X} name={t('queue.remove')} onClick={() => void ask('queue.remove', { turnId: turn.id })} />
    </div>
  );
}

/** Why a message has not gone out yet. */
function waitingFor(t: Translate, files: readonly Upload[]): string {
  const failed = files.filter(({ state }) => state === 'failed').length;
  if (failed > 0) return t('files.pausedFor', { count: failed });
  const underWay = files.filter(({ state }) => state !== 'uploaded').length;
  return underWay > 0 ? t('files.queuedFor', { count: underWay }) : t('chat.queued');
}

type ButtonProps = { readonly icon: LucideIcon; readonly name: string; readonly onClick: (() => void) | null };

function QueueButton({ icon, name, onClick }: ButtonProps) {
  return (
    <IconButton
      icon={icon}
      size={13}
      className="size-6! disabled:opacity-35"
      name={name}
      title={name}
      disabled={onClick === null}
      onClick={() => onClick?.()}
    />
  );
}

type EditorProps = { readonly turn: Turn; readonly words: string; readonly onDone: () => void };

function QueuedEditor({ turn, words, onDone }: EditorProps) {
  const { t } = useText();
  const [text, setText] = useState(words);
  const refusal = tooLong(text.trim());
  const save = () => {
    const written = text.trim();
    if (written === '' || refusal !== null) return;
    if (written !== words) void ask('queue.edit', { turnId: turn.id, text: written });
    onDone();
  };
  return (
    <form
      className="flex w-full flex-col items-end gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <textarea
        ref={focusAtEnd}
        dir="auto"
        aria-label={t('queue.text')}
        value={text}
        rows={1}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape') onDone();
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          save();
        }}
        className="field-sizing-content max-h-40 w-full resize-none rounded-card border border-accent bg-raised px-3 py-2 select-text focus:outline-none"
      />
      {refusal !== null && (
        <p role="alert" className="text-sm text-bad">
          {failureText(t, refusal)}
        </p>
      )}
      <div className="flex gap-1.5">
        <Button look="quiet" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
        <Button look="quiet" type="submit" disabled={text.trim() === '' || refusal !== null}>
          {t('queue.save')}
        </Button>
      </div>
    </form>
  );
}

function focusAtEnd(element: HTMLTextAreaElement | null): void {
  element?.focus();
  element?.setSelectionRange(element.value.length, element.value.length);
}

import { MessageSquareText, RotateCw, X } from 'lucide-react';
import { memo, useState, useEffect, useRef } from 'react';
import type { Upload } from '../../shared/domain/upload.ts';
import { longestNote } from '../../shared/domain/file-notes.ts';
import { TrimButton } from '../media-tools/buttons.tsx';
import { Button } from '../ui/button.tsx';
import { FileName } from '../ui/file-name.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Tip } from '../ui/tip.tsx';
import { ask } from '../state/client.ts';
import { useWindow } from '../state/store.ts';
import { percent } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { isComposing } from '../ui/keys.ts';
import { useSpeeds } from './speeds.ts';
import { FilePicture } from './picture.tsx';
import { RoleMenu } from './role-menu.tsx';
import { fileLine, stateLine } from './words.ts';

type Props = {
  readonly upload: Upload;
  /** One of many: a row of a list, in one line. */
  readonly compact?: boolean;
};

/** A file in the composer: what it is, how far it is, what to do with it. */
export const FileChip = memo(function FileChip({ upload, compact = false }: Props) {
  const [noting, setNoting] = useState(false);
  const failed = upload.state === 'failed';
  return (
    <li
      className={`group relative flex min-w-0 flex-col justify-center overflow-hidden rounded-control border text-sm ${failed ? 'border-bad' : 'border-line bg-raised'} ${compact ? 'w-full shrink-0 py-0.5' : 'max-w-full min-w-52 flex-[1_1_17rem] @min-[36rem]:max-w-[calc(50%-0.25rem)] py-1'}`}
    >
      <div className="relative flex min-w-0 items-center gap-2 pr-0.5 pl-1">
        <FilePicture upload={upload} size={compact ? 'h-5 w-8' : 'h-8 w-12'} />
        <Words upload={upload} compact={compact} />
        <Actions upload={upload} compact={compact} noting={noting} onNote={() => setNoting(true)} />
      </div>
      {failed && !compact && <Reason upload={upload} />}
      {noting && (
        <div className="px-1 pt-1">
          <NoteField upload={upload} onDone={() => setNoting(false)} />
        </div>
      )}
      {!noting && upload.note !== '' && <NoteLine upload={upload} onChange={() => setNoting(true)} />}
      <Progress upload={upload} />
    </li>
  );
});

function Words({ upload, compact }: { readonly upload: Upload; readonly compact: boolean }) {
  const { t } = useText();
  const info = useWindow((state) => state.info[upload.mediaId]);
  const rate = useSpeeds((speeds) => speeds[upload.id]?.rate ?? null);
  const state = stateLine(t, upload, rate);
  const failed = upload.state === 'failed' && compact;
  // The chip has room for one of both; a failed chip says below what went wrong.
  const stands = upload.state === 'uploading' || upload.state === 'lost';
  const line = (compact && state !== '') || stands ? state : fileLine(t, upload, info);
  return (
    <span className={`flex min-w-0 flex-1 ${compact ? 'items-baseline gap-2' : 'flex-col'}`}>
      <FileName name={upload.name} lines={1} className="font-medium" />
      <span
        className={`truncate text-xs tabular ${failed ? 'text-bad' : 'text-dim'} ${compact ? 'ml-auto max-w-[60%] shrink-0' : ''}`}
        title={line}
      >
        {upload.state === 'waiting' && !compact ? `${line} · ${state}` : line}
      </span>
    </span>
  );
}

/** Why it is not there, in full, and the way to try again. */
function Reason({ upload }: { readonly upload: Upload }) {
  const { t } = useText();
  return (
    <div className="flex items-center gap-2 pt-1 pr-1 pl-2">
      <p className="line-clamp-3 min-w-0 flex-1 text-xs text-bad" title={stateLine(t, upload, null)}>
        {stateLine(t, upload, null)}
      </p>
      <RetryButton upload={upload} reasonShown />
    </div>
  );
}

type ActionsProps = Props & { readonly noting: boolean; readonly onNote: () => void };

/** Where the words need all the room, the buttons cover their end while pointed at or focused. */
const coverLook =
  'absolute inset-y-0 right-7 items-center bg-raised opacity-0 transition-opacity group-hover:opacity-100 focus-within:opacity-100';

function Actions({ upload, compact = false, noting, onNote }: ActionsProps) {
  const { t } = useText();
  const addNote = t('files.addNote', { name: upload.name });
  const covers = upload.state === 'uploading' || (compact && upload.state !== 'failed');
  return (
    <span className="flex shrink-0 items-center">
      {(compact || upload.state === 'lost') && <RetryButton upload={upload} />}
      <span className={`flex ${covers ? coverLook : ''}`}>
        {upload.kind !== 'image' && upload.source === 'file' && (
          <TrimButton file={{ ...upload, fileId: upload.mediaId }} />
        )}
        <RoleMenu upload={upload} />
        {!noting && upload.note === '' && (
          <IconButton icon={MessageSquareText} size={13} name={addNote} title={addNote} onClick={onNote} />
        )}
      </span>
      <RemoveButton upload={upload} />
    </span>
  );
}

type RetryProps = {
  readonly upload: Upload;
  /** The reason stands beside it in full. */
  readonly reasonShown?: boolean;
};

export function RetryButton({ upload, reasonShown = false }: RetryProps) {
  const { t } = useText();
  if (upload.state !== 'failed' && upload.state !== 'lost') return null;
  const lost = upload.state === 'lost';
  const button = (
    <Button
      look={lost ? 'icon' : 'quiet'}
      className={lost ? 'size-6!' : 'border-0 text-bad'}
      aria-label={t('composer.retry', { name: upload.name })}
      onClick={() => void ask('upload.retry', { uploadId: upload.id })}
    >
      <RotateCw size={12} aria-hidden />
      {!lost && t('composer.retryShort')}
    </Button>
  );
  return reasonShown ? (
    button
  ) : (
    <Tip text={stateLine(t, upload, null)} side="top">
      {button}
    </Tip>
  );
}

export function RemoveButton({ upload }: { readonly upload: Upload }) {
  const { t } = useText();
  return (
    <IconButton
      icon={X}
      size={13}
      name={t('composer.remove', { name: upload.name })}
      data-remove
      onClick={() => void ask('upload.remove', { uploadId: upload.id })}
    />
  );
}

function NoteLine({ upload, onChange }: { readonly upload: Upload; readonly onChange: () => void }) {
  const { t } = useText();
  return (
    <button
      type="button"
      aria-label={t('files.editNote', { name: upload.name })}
      title={upload.note}
      onClick={onChange}
      className="mx-1 mt-0.5 truncate rounded-control px-1 text-left text-xs text-ink italic hover:bg-bubble"
    >
      {upload.note}
    </button>
  );
}

export function Progress({ upload }: { readonly upload: Upload }) {
  if (upload.state !== 'uploading') return null;
  return (
    <span
      aria-hidden
      style={{ width: `${percent(upload.sent, upload.bytes)}%` }}
      className="absolute bottom-0 left-0 h-[2px] bg-accent"
    />
  );
}

/** How long after the last key a note is kept, in ms. */
const pause = 400;

type NoteProps = { readonly upload: Upload; readonly onDone: () => void };

/** A field for what to do with a file. It keeps what is typed; Enter and Escape return to the message. */
function NoteField({ upload, onDone }: NoteProps) {
  const { t } = useText();
  const [text, setText] = useState(upload.note);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const kept = useRef(upload.note);
  const keep = (note: string): void => {
    clearTimeout(timer.current);
    if (note === kept.current) return;
    kept.current = note;
    void ask('upload.note', { uploadId: upload.id, note }, 'quiet');
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <input
      ref={focus}
      aria-label={t('files.note', { name: upload.name })}
      placeholder={t('files.notePlaceholder')}
      value={text}
      maxLength={longestNote}
      onChange={({ target }) => {
        setText(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => keep(target.value), pause);
      }}
      onBlur={() => {
        keep(text);
        onDone();
      }}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        document.getElementById('message')?.focus();
      }}
      className="h-6 w-full min-w-0 rounded-control border border-line-strong bg-panel px-2 text-sm select-text placeholder:text-faint focus:border-accent focus:outline-none"
    />
  );
}

function focus(element: HTMLInputElement | null): void {
  element?.focus();
}

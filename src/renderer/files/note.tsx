import { useEffect, useRef, useState } from 'react';
import { longestNote } from '../../shared/domain/file-notes.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { isComposing } from '../ui/keys.ts';
import { ask } from '../state/client.ts';
import { useText } from '../locales/text.ts';

/** How long after the last key a note is kept, in ms. */
const pause = 400;

type Props = { readonly upload: Upload; readonly onDone: () => void };

/** Where the user says what to do with a file. It is kept as it is typed; Enter and Escape lead back to the message. */
export function NoteField({ upload, onDone }: Props) {
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

import type { Turn } from '../../shared/domain/turn.ts';
import { SentFiles, useFilesOf } from '../files/sent-files.tsx';
import { wordsOf } from '../files/words-of.ts';
import { useText } from '../locales/text.ts';
import { CopyButton } from './copy-button.tsx';

export function UserMessage({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const words = wordsOf(turn, useFilesOf(turn));
  return (
    <article tabIndex={-1} aria-label={t('chat.you')} className="group/message flex flex-col items-end gap-1 pl-8">
      <SentFiles turn={turn} />
      <div className="flex max-w-full items-end gap-1">
        <CopyButton text={() => turn.prompt} />
        <p
          dir="auto"
          className="min-w-0 cursor-auto rounded-card rounded-br-[4px] bg-bubble px-3 py-2 wrap-anywhere whitespace-pre-wrap select-text"
        >
          {words}
        </p>
      </div>
    </article>
  );
}

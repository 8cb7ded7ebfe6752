import { Paperclip } from 'lucide-react';
import type { Turn } from '../../shared/domain/turn.ts';
import { useText } from '../text/text.ts';
import { CopyButton } from './copy-button.tsx';

export function UserMessage({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  return (
    <article tabIndex={-1} aria-label={t('chat.you')} className="group/message flex flex-col items-end gap-1 pl-8">
      <AttachedNames names={turn.attachments} />
      <div className="flex max-w-full items-end gap-1">
        <CopyButton text={() => turn.prompt} />
        <p className="min-w-0 cursor-auto rounded-card rounded-br-[4px] bg-bubble px-3 py-2 wrap-anywhere whitespace-pre-wrap select-text">
          {turn.prompt}
        </p>
      </div>
    </article>
  );
}

export function AttachedNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <ul className="flex max-w-full flex-wrap justify-end gap-1">
      {names.map((name, index) => (
        <li
          key={`${index} ${name}`}
          title={name}
          className="flex h-6 max-w-56 items-center gap-1.5 rounded-control border border-line px-2 text-sm text-dim"
        >
          <Paperclip size={12} aria-hidden className="shrink-0" />
          <span className="truncate">{name}</span>
        </li>
      ))}
    </ul>
  );
}

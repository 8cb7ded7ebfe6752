import { Paperclip } from 'lucide-react';
import type { Turn } from '../../shared/domain/turn.ts';
import { useText } from '../text/text.ts';

export function UserMessage({ turn }: { readonly turn: Turn }) {
  const { t } = useText();
  const queued = turn.state === 'queued';
  return (
    <article aria-label={t('chat.you')} className="flex flex-col items-end gap-1 pl-12">
      {turn.attachments.length > 0 && (
        <ul className="flex max-w-full flex-wrap justify-end gap-1">
          {turn.attachments.map((name, index) => (
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
      )}
      <p
        className={`max-w-full cursor-auto rounded-card rounded-br-[4px] px-3 py-2 wrap-anywhere whitespace-pre-wrap select-text ${queued ? 'border border-dashed border-line-strong text-dim' : 'bg-bubble'}`}
      >
        {turn.prompt}
      </p>
      {queued && <span className="text-xs text-faint">{t('chat.queued')}</span>}
    </article>
  );
}

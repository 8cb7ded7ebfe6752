import { useText } from '../locales/text.ts';

/** How many answers came in while nobody looked. */
export function UnreadBadge({ count, className = '' }: { readonly count: number; readonly className?: string }) {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <span
      role="img"
      aria-label={t('projects.unread', { count })}
      className={`flex h-4 min-w-4 shrink-0 items-center justify-center rounded-full bg-accent-fill px-1 text-[10px] leading-none font-semibold text-on-accent tabular ${className}`}
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}

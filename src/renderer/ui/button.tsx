import type { ComponentProps } from 'react';

const looks = {
  /** The one thing to do next. */
  primary:
    'h-7 px-3.5 bg-accent-fill text-on-accent font-semibold not-aria-disabled:enabled:hover:bg-accent-hover disabled:bg-bubble disabled:text-faint aria-disabled:bg-bubble aria-disabled:text-faint',
  plain:
    'h-7 px-3 border border-line-strong text-ink font-medium not-aria-disabled:enabled:hover:bg-bubble disabled:text-faint aria-disabled:text-faint',
  /** A button within a line of text or a card. */
  quiet: 'h-6 px-2 border border-line-strong text-sm text-ink hover:bg-bubble',
  bare: 'px-1 -mx-1 text-sm text-dim underline decoration-line-strong underline-offset-2 hover:text-ink',
  icon: 'size-7 text-dim hover:text-ink hover:bg-bubble',
} as const;

type Props = ComponentProps<'button'> & { readonly look?: keyof typeof looks };

/** Every button of the window. */
export function Button({ look = 'plain', className = '', type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      className={`inline-flex shrink-0 items-center justify-center gap-1.5 rounded-control whitespace-nowrap transition-colors ${looks[look]} ${className}`}
      {...rest}
    />
  );
}

/** Something is under way; the words beside it say what. */
export function Spinner() {
  return (
    <span
      aria-hidden
      className="inline-block size-3 shrink-0 animate-spin rounded-full border-[1.5px] border-line-strong border-t-accent"
    />
  );
}

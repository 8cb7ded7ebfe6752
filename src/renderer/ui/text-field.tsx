import type { ComponentProps } from 'react';

/** Every line of text that has a border of its own. */
export function TextField({ className = '', ...rest }: ComponentProps<'input'>) {
  return (
    <input
      className={`h-7 min-w-0 cursor-text rounded-control border border-line-strong bg-ground px-2.5 select-text placeholder:text-faint focus:outline-2 focus:outline-accent aria-invalid:border-bad ${className}`}
      {...rest}
    />
  );
}

import type { ReactNode } from 'react';

/** What a setting means, in small under it. */
export function Hint({ children }: { readonly children: ReactNode }) {
  return <p className="mt-2 text-sm text-dim">{children}</p>;
}

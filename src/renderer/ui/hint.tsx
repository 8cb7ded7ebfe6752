import type { ReactNode } from 'react';

/** What a setting means, in small under it. */
export function Hint({ children, bad = false }: { readonly children: ReactNode; readonly bad?: boolean }) {
  return <p className={`mt-2 text-sm ${bad ? 'text-bad' : 'text-dim'}`}>{children}</p>;
}

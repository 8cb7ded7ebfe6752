import type { ReactNode } from 'react';
import { Hint } from '../ui/fields.tsx';

type RowProps = { readonly name: string; readonly hint: ReactNode; readonly children?: ReactNode };

/** Something to know about the app, and what can be done about it. */
export function Row({ name, hint, children }: RowProps) {
  return (
    <div>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="font-medium">{name}</p>
        <div className="flex flex-wrap gap-2">{children}</div>
      </div>
      <Hint>{hint}</Hint>
    </div>
  );
}

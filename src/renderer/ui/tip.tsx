import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

type Props = {
  readonly text: string;
  readonly side?: 'top' | 'bottom' | 'right';
  readonly children: ReactElement;
};

/** How long the pointer rests before a tip is shown, ms. */
const restMs = 400;

/** Where one tip was shown, those beside it come without delay. */
export function Tips({ children }: { readonly children: ReactNode }) {
  return <Tooltip.Provider delay={restMs}>{children}</Tooltip.Provider>;
}

/** A few words beside a control, on hover and on keyboard focus. They add to its name and never replace it. */
export function Tip({ text, side = 'bottom', children }: Props) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger delay={restMs} render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
          <Tooltip.Popup className="max-w-64 rounded-control border border-line-strong bg-raised px-2.5 py-1.5 text-sm text-ink transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';

type Props = {
  /** What is folded away, in a few words. */
  readonly summary: string;
  /** Under the summary, seen at once. */
  readonly hint?: string | null;
  readonly dot: 'accent' | 'bad';
  /** What stands beside the summary. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
};

const dots = { accent: 'bg-accent', bad: 'bg-bad' } as const;

/** Several things of a kind in one line, which opens. */
export function Fold({ summary, hint = null, dot, action, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="rounded-control border border-line bg-raised py-0.5 pr-1 pl-3 text-sm">
      <div className="flex items-center gap-2">
        <span aria-hidden className={`size-[7px] shrink-0 rounded-full ${dots[dot]}`} />
        <Button
          look="icon"
          className="h-auto! min-h-6 w-auto! min-w-0 flex-1 shrink! justify-start! gap-1! px-0! text-left font-medium whitespace-normal! text-ink! hover:bg-transparent!"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <span className="min-w-0">{summary}</span>
          <ChevronRight
            size={14}
            aria-hidden
            className={`shrink-0 text-dim transition-transform ${open ? 'rotate-90' : ''}`}
          />
        </Button>
        {action}
      </div>
      {hint !== null && <p className="pr-1 pb-1 pl-[15px] text-dim wrap-anywhere">{hint}</p>}
      <div id={id} hidden={!open} className="pr-1 pb-1.5">
        {open && children}
      </div>
    </div>
  );
}

import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react';
import type { FoldingPart } from '../../shared/domain/layout.ts';
import { useText } from '../locales/text.ts';
import { fold } from '../state/layout.ts';
import { IconButton } from '../ui/icon-button.tsx';

type RailProps = { readonly part: 'chat' | 'stage'; readonly icon: LucideIcon };

/** What is left of a column that is folded away: its name, and the button that brings it back. */
export function Rail({ part, icon }: RailProps) {
  const { t } = useText();
  return (
    <div className="flex min-h-0 flex-1 flex-col items-center gap-2 bg-panel pt-2">
      <IconButton
        icon={icon}
        size={15}
        name={t(`layout.show.${part}`)}
        tip={t(`layout.show.${part}`)}
        side="right"
        className="size-7!"
        onClick={() => fold(part, false)}
      />
      <span aria-hidden className="text-sm text-faint [writing-mode:vertical-rl]">
        {t(part === 'chat' ? 'chat.title' : 'layout.video')}
      </span>
    </div>
  );
}

type HandleProps = {
  readonly part: FoldingPart;
  readonly side: 'left' | 'right';
  readonly folds: boolean;
  /** Another one lies over it. */
  readonly below?: boolean;
};

/** Folds and unfolds with the pointer, at the edge it hangs over. The keyboard has Enter on the edge itself, and the palette. */
export function FoldHandle({ part, side, folds, below = false }: HandleProps) {
  const { t } = useText();
  const Icon = side === 'left' ? ChevronLeft : ChevronRight;
  const name = t(`layout.${folds ? 'hide' : 'show'}.${part}`);
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      title={name}
      onClick={() => fold(part, folds)}
      className={`pointer-events-none absolute left-1/2 z-30 flex h-6 w-4 -translate-x-1/2 items-center justify-center rounded-[5px] border border-line-strong bg-raised text-dim opacity-0 transition-opacity group-hover/edge:pointer-events-auto group-hover/edge:opacity-100 group-hover/edge:delay-200 hover:text-ink ${below ? 'top-20' : 'top-12'}`}
    >
      <Icon size={12} aria-hidden />
    </button>
  );
}

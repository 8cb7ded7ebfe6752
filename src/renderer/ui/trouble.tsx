import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../locales/text.ts';
import { Button } from './button.tsx';

type Props = { readonly children: string; readonly action?: ReactNode; readonly onDismiss: () => void };

/** One line of trouble, with what can be done about it, until it is dismissed. */
export function Trouble({ children, action, onDismiss }: Props) {
  const { t } = useText();
  return (
    <div className="flex items-start gap-2 rounded-control border border-line bg-raised py-1 pr-1 pl-3 text-sm">
      <span aria-hidden className="mt-[8px] size-[7px] shrink-0 rounded-full bg-bad" />
      <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">{children}</p>
      {action}
      <Button look="icon" className="size-6!" aria-label={t('shell.dismiss')} onClick={onDismiss}>
        <X size={14} aria-hidden />
      </Button>
    </div>
  );
}

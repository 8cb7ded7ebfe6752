import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import { useText } from '../locales/text.ts';
import { Button } from './button.tsx';

type Props = {
  readonly title: string;
  /** Beside the title: what the dialog is about. */
  readonly note?: ReactNode;
  /** Under the title, above the line: what to look for in what follows. */
  readonly toolbar?: ReactNode;
  /** Its width, and its height where that is not what the content takes. */
  readonly size: string;
  /** What the dialog is for; else its first control, and where it has none the way out. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

const place = 'fixed top-1/2 left-1/2 z-40 -translate-x-1/2 -translate-y-1/2 max-h-[calc(100vh-32px)]';
const control =
  ':is(input:not([type="radio"]), input:checked, textarea, select, button, summary, [tabindex="0"]):not(:disabled)';
const look = 'flex flex-col overflow-hidden rounded-card border border-line-strong bg-panel focus:outline-none';

/** A dialog in the middle of the window, with a title and a way out; what is behind it is dim, be it another dialog. */
export function DialogFrame({ title, note, toolbar, size, initialFocus, onClose, children }: Props) {
  const { t } = useText();
  const popup = useRef<HTMLDivElement>(null);
  const firstControl = () =>
    popup.current?.querySelector<HTMLElement>(`header ~ ${control}, header ~ * ${control}`) ?? null;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop
          forceRender
          className="fixed inset-0 z-40 bg-black/50 transition-opacity data-starting-style:opacity-0"
        />
        <Dialog.Popup
          ref={popup}
          initialFocus={initialFocus ?? firstControl}
          className={`${place} ${look} ${size} transition-opacity data-starting-style:opacity-0`}
        >
          <header
            className={`flex shrink-0 items-center gap-2 py-2.5 pr-3 pl-5 ${toolbar ? '' : 'border-b border-line'}`}
          >
            <Dialog.Title className="shrink-0 text-[15px] font-semibold">{title}</Dialog.Title>
            <div className="min-w-0 flex-1">{note}</div>
            <Dialog.Close
              render={
                <Button look="icon" aria-label={t('settings.close')}>
                  <X size={16} aria-hidden />
                </Button>
              }
            />
          </header>
          {toolbar && (
            <div className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-5 pb-3">
              {toolbar}
            </div>
          )}
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

type PopupProps = Omit<ComponentProps<typeof Menu.Popup>, 'className'> & {
  /** Where it hangs, seen from its button. */
  readonly at: ComponentProps<typeof Menu.Positioner>;
  readonly className?: string;
  /** The element that fills the screen: a menu outside of it could not be seen. */
  readonly container?: Element | null;
};

/** The box of a menu with its items. */
export function MenuPopup({ at, className = 'min-w-44', container = null, ...rest }: PopupProps) {
  return (
    <Menu.Portal {...(container instanceof HTMLElement ? { container } : {})}>
      <Menu.Positioner sideOffset={4} className="z-50" {...at}>
        <Menu.Popup
          className={`max-h-(--available-height) overflow-y-auto rounded-control border border-line-strong bg-panel p-1 focus:outline-none ${className}`}
          {...rest}
        />
      </Menu.Positioner>
    </Menu.Portal>
  );
}

type ItemProps = {
  readonly children: ReactNode;
  readonly className?: string;
  readonly disabled?: boolean;
  /** The menu stays open, to show what became of it. */
  readonly stays?: boolean;
  readonly onClick: () => void;
};

/** One item in a menu. */
export function MenuItem({ children, className = '', disabled = false, stays = false, onClick }: ItemProps) {
  return (
    <Menu.Item
      onClick={onClick}
      disabled={disabled}
      closeOnClick={!stays}
      className={`flex h-7 items-center rounded-[6px] px-2.5 outline-none data-disabled:text-faint data-highlighted:bg-bubble ${className}`}
    >
      {children}
    </Menu.Item>
  );
}

type ChoiceProps = { readonly value: string; readonly children: ReactNode };

/** One of several of which one holds, in a `Menu.RadioGroup`. */
export function MenuChoice({ value, children }: ChoiceProps) {
  return (
    <Menu.RadioItem
      value={value}
      closeOnClick
      className="grid h-7 cursor-default grid-cols-[16px_minmax(0,1fr)] items-center gap-x-2 rounded-[6px] px-2 outline-none data-highlighted:bg-bubble"
    >
      <Menu.RadioItemIndicator className="text-accent">
        <Check size={14} aria-hidden />
      </Menu.RadioItemIndicator>
      <span className="col-start-2 truncate">{children}</span>
    </Menu.RadioItem>
  );
}

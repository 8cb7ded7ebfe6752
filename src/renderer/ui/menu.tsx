import { Menu } from '@base-ui/react/menu';
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
          className={`rounded-control border border-line-strong bg-panel p-1 focus:outline-none ${className}`}
          {...rest}
        />
      </Menu.Positioner>
    </Menu.Portal>
  );
}

type ItemProps = { readonly children: ReactNode; readonly className?: string; readonly onClick: () => void };

/** One item in a menu. */
export function MenuItem({ children, className = '', onClick }: ItemProps) {
  return (
    <Menu.Item
      onClick={onClick}
      className={`flex h-7 items-center rounded-[6px] px-2.5 outline-none data-highlighted:bg-bubble ${className}`}
    >
      {children}
    </Menu.Item>
  );
}

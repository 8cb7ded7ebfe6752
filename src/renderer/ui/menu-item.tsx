import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';

type Props = { readonly children: ReactNode; readonly className?: string; readonly onClick: () => void };

/** One item in a menu. */
export function MenuItem({ children, className = '', onClick }: Props) {
  return (
    <Menu.Item
      onClick={onClick}
      className={`flex h-7 items-center rounded-[6px] px-2.5 outline-none data-highlighted:bg-bubble ${className}`}
    >
      {children}
    </Menu.Item>
  );
}

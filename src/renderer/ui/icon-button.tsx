import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from './button.tsx';
import { Tip } from './tip.tsx';

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  readonly icon: LucideIcon;
  readonly name: string;
  /** Of the sign, in px. */
  readonly size?: number;
  /** Shown beside it on hover and focus, at `side`. */
  readonly tip?: string;
  readonly side?: ComponentProps<typeof Tip>['side'];
};

/** A small button with an icon alone; its name is for those who cannot see it. */
export function IconButton({
  icon: Icon,
  name,
  size = 14,
  tip,
  side = 'bottom',
  className = 'size-6!',
  ...rest
}: Props) {
  const button = (
    <Button look="icon" aria-label={name} className={className} {...rest}>
      <Icon size={size} aria-hidden />
    </Button>
  );
  return tip === undefined ? (
    button
  ) : (
    <Tip text={tip} side={side}>
      {button}
    </Tip>
  );
}

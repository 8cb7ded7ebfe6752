import { useId, type ComponentProps } from 'react';
import { Button } from './button.tsx';
import { Tip } from './tip.tsx';

type Props = Omit<ComponentProps<typeof Button>, 'disabled'> & {
  /** Why it is off; null while it works. */
  readonly reason: string | null;
};

/** A button that, while it is off, stays within reach of the keyboard and says why: to the eye, and to a screen reader. */
export function ReasonedButton({ reason, onClick, ...rest }: Props) {
  const id = useId();
  if (reason === null) return <Button onClick={onClick} {...rest} />;
  return (
    <>
      <Tip text={reason}>
        <Button {...rest} aria-disabled aria-describedby={id} />
      </Tip>
      <span id={id} className="sr-only">
        {reason}
      </span>
    </>
  );
}

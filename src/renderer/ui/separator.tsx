import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

type Props = {
  readonly name: string;
  /** The ids of what it sizes. */
  readonly controls: string;
  /** `vertical` lies between columns. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Sizes in px. */
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Says where the value is no size: that the part is folded. */
  readonly valueText?: string | undefined;
  /** Which way the part grows: 1 to the right or down, -1 to the left or up. */
  readonly grows: 1 | -1;
  /** A wanted size; it may be out of bounds. False ends a drag. */
  readonly onSize: (wanted: number) => boolean;
  readonly onFold: () => void;
  readonly onReset: () => void;
};

const step = 16;

/**
 * The line beside a part that is sized by it: dragged, moved with the arrow keys (Shift: four times as far), Home and End; Enter
 * folds, a double click sets back.
 */
export function Separator(props: Props) {
  const { name, controls, orientation, value, least, most, valueText, grows, onSize, onFold, onReset } = props;
  const start = useRef<{ readonly at: number; readonly value: number } | null>(null);
  const along = (event: PointerEvent): number => (orientation === 'vertical' ? event.clientX : event.clientY);
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [less, more] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const far = (event.shiftKey ? 4 : 1) * step * grows;
    const sizes: Readonly<Record<string, number>> = {
      [less]: Math.max(least, value - far),
      [more]: Math.min(most, value + far),
      Home: least,
      End: most,
    };
    const size = sizes[event.key];
    if (size === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (size === undefined) onFold();
    else onSize(Math.min(most, Math.max(least, size)));
  };
  const end = (): void => {
    start.current = null;
  };
  return (
    <div
      role="separator"
      aria-orientation={orientation}
      aria-label={name}
      aria-controls={controls}
      aria-valuenow={Math.round(value)}
      aria-valuemin={Math.round(Math.min(least, value))}
      aria-valuemax={Math.round(Math.max(most, value))}
      aria-valuetext={valueText}
      tabIndex={0}
      className={`absolute z-20 touch-none transition-colors hover:bg-line-strong focus-visible:bg-accent focus-visible:outline-none active:bg-accent ${orientation === 'vertical' ? 'inset-0 cursor-col-resize' : 'inset-x-0 -top-[3px] h-[6px] cursor-row-resize'}`}
      onDoubleClick={onReset}
      onKeyDown={press}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), value };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        const moved = along(event) - start.current.at;
        if (moved !== 0 && !onSize(start.current.value + moved * grows)) end();
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}

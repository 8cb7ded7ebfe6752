import { useRef } from 'react';
import { useText } from '../locales/text.ts';

export const chatWidths = { least: 300, most: 640, step: 16 } as const;

type Props = { readonly width: number; readonly onWidth: (width: number | null) => void };

/** The line between conversation and stage: dragged, moved with the arrow keys, set back by a double click. Widths in px. */
export function Splitter({ width, onWidth }: Props) {
  const { t } = useText();
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const move = (wanted: number) => onWidth(Math.min(chatWidths.most, Math.max(chatWidths.least, wanted)));
  const keys: Readonly<Record<string, number>> = {
    ArrowLeft: width - chatWidths.step,
    ArrowRight: width + chatWidths.step,
    Home: chatWidths.least,
    End: chatWidths.most,
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={t('shell.resize')}
      aria-valuenow={Math.round(width)}
      aria-valuemin={chatWidths.least}
      aria-valuemax={chatWidths.most}
      tabIndex={0}
      className="absolute inset-y-0 -right-[3px] z-10 w-[6px] cursor-col-resize transition-colors hover:bg-line-strong focus-visible:bg-accent focus-visible:outline-none active:bg-accent"
      onDoubleClick={() => onWidth(null)}
      onKeyDown={(event) => {
        const wanted = keys[event.key];
        if (wanted === undefined) return;
        event.preventDefault();
        move(wanted);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        if (start.current !== null) move(start.current.width + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}

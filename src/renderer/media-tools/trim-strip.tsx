import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import type { Cut } from '../../shared/domain/cut.ts';
import type { Filmstrip } from '../../shared/domain/media-info.ts';
import { clockTenths } from '../locales/format.ts';
import { useText } from '../locales/text.ts';

type End = 'in' | 'out';

type Props = {
  readonly name: string;
  /** Null before its frames are there. */
  readonly strip: Filmstrip | null;
  /** Of a sound file, in place of frames. */
  readonly peaks: readonly number[] | null;
  readonly durationMs: number;
  readonly cut: Cut;
  /** Where the part will really begin. */
  readonly startMs: number;
  /** Where it plays, ms; null while it rests. */
  readonly playedMs: number | null;
  readonly onMove: (end: End, toMs: number) => void;
};

/** The whole length as frames, with a handle at either end of the part to keep. */
export function TrimStrip({ name, strip, peaks, durationMs, cut, startMs, playedMs, onMove }: Props) {
  const { t } = useText();
  const share = (ms: number): string => `${shareOf(ms, durationMs)}%`;
  const frames = strip?.frames ?? [];
  return (
    <div className="px-2.5 pt-1 pb-5">
      <div role="group" aria-label={t('mediaJob.strip', { name })} className="relative h-16 touch-none">
        <div className="absolute inset-0 flex overflow-hidden rounded-control bg-bubble">
          {frames.map(({ atMs, image }) => (
            <img key={atMs} src={image} alt="" draggable={false} className="h-full min-w-0 flex-1 object-cover" />
          ))}
          {frames.length === 0 && peaks !== null && <Wave peaks={peaks} />}
        </div>
        <div style={{ width: share(startMs) }} className="absolute inset-y-0 left-0 rounded-l-control bg-ground/75" />
        <div style={{ left: share(cut.outMs) }} className="absolute inset-y-0 right-0 rounded-r-control bg-ground/75" />
        <div
          style={{ left: share(cut.inMs), right: `calc(100% - ${share(cut.outMs)})` }}
          className="pointer-events-none absolute inset-y-0 border-y-2 border-accent"
        />
        {startMs < cut.inMs && (
          <div
            style={{ left: share(startMs), right: `calc(100% - ${share(cut.inMs)})` }}
            className="pointer-events-none absolute inset-y-0 border-y-2 border-l-2 border-dashed border-accent"
          />
        )}
        {playedMs !== null && (
          <div
            style={{ left: share(playedMs) }}
            className="pointer-events-none absolute -inset-y-0.5 z-10 w-0.5 -translate-x-1/2 rounded-full bg-ink"
          />
        )}
        <Handle end="in" label={t('mediaJob.inPoint')} valueMs={cut.inMs} durationMs={durationMs} onMove={onMove} />
        <Handle end="out" label={t('mediaJob.outPoint')} valueMs={cut.outMs} durationMs={durationMs} onMove={onMove} />
      </div>
    </div>
  );
}

/** In percent; of a length that is not known yet, the ends lie at the ends. */
function shareOf(ms: number, durationMs: number): number {
  return durationMs > 0 ? Math.min(100, (ms / durationMs) * 100) : 0;
}

function Wave({ peaks }: { readonly peaks: readonly number[] }) {
  const points = peaks.map((peak, index) => `M${index} ${50 - peak * 46}V${50 + peak * 46}`).join('');
  return (
    <svg viewBox={`0 0 ${peaks.length} 100`} preserveAspectRatio="none" className="size-full text-music" aria-hidden>
      <path d={points} stroke="currentColor" strokeWidth={0.7} />
    </svg>
  );
}

type HandleProps = {
  readonly end: End;
  readonly label: string;
  readonly valueMs: number;
  readonly durationMs: number;
  readonly onMove: Props['onMove'];
};

/** A slider: by pointer, or by arrows (a tenth of a second; with Shift a second; Page keys ten seconds; Home and End). */
function Handle({ end, label, valueMs, durationMs, onMove }: HandleProps) {
  const { t } = useText();
  const share = shareOf(valueMs, durationMs);
  const place: CSSProperties = { left: `${share}%` };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const track = event.currentTarget.parentElement?.getBoundingClientRect();
    if (track) onMove(end, ((event.clientX - track.left) / track.width) * durationMs);
  };
  const press = (event: KeyboardEvent): void => {
    const toMs = stepOf(event, valueMs, durationMs);
    if (toMs === null) return;
    event.preventDefault();
    onMove(end, toMs);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={durationMs / 1000}
      aria-valuenow={Math.round(valueMs / 100) / 10}
      aria-valuetext={t('preview.position', {
        time: clockTenths(valueMs / 1000),
        duration: clockTenths(durationMs / 1000),
      })}
      style={place}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      className={`absolute inset-y-0 flex w-2.5 cursor-ew-resize items-center justify-center bg-accent-fill focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent ${end === 'in' ? '-translate-x-full rounded-l-control' : 'rounded-r-control'}`}
    >
      <span aria-hidden className="h-5 w-0.5 rounded-full bg-on-accent/80" />
      <span
        aria-hidden
        className={`absolute top-full pt-1 text-xs whitespace-nowrap text-dim tabular ${share > 50 ? 'right-0' : 'left-0'}`}
      >
        {clockTenths(valueMs / 1000)}
      </span>
    </div>
  );
}

const small = 100;
const large = 1_000;
const page = 10_000;

/** Where a key takes a handle, ms; null for a key that is not the handle's. Bounds are kept by whoever moves it. */
export function stepOf(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  valueMs: number,
  durationMs: number,
): number | null {
  const step = shiftKey ? large : small;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return valueMs - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return valueMs + step;
    case 'PageDown':
      return valueMs - page;
    case 'PageUp':
      return valueMs + page;
    case 'Home':
      return 0;
    case 'End':
      return durationMs;
    default:
      return null;
  }
}

import { Maximize2, Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import type { ComponentProps, CSSProperties } from 'react';
import { Tip } from '../ui/tip.tsx';
import { clockTenths } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { usePlayhead } from '../state/playhead.ts';

const leap = 5;

type Props = { readonly usable: boolean; readonly onToggle: () => void; readonly onFullscreen: () => void };

/** Under the picture: play, five seconds either way, where it stands, full screen. */
export function Controls({ usable, onToggle, onFullscreen }: Props) {
  const { t } = useText();
  const { seconds, duration, playing, seek } = usePlayhead();
  return (
    <div className="stage-controls -mb-2 flex h-12 shrink-0 items-center gap-1">
      <PlayerButton
        name={t('preview.back')}
        disabled={!usable}
        className="@max-[360px]:hidden"
        onClick={() => seek?.(seconds - leap)}
      >
        <RotateCcw size={14} aria-hidden />
      </PlayerButton>
      <PlayerButton name={t(playing ? 'preview.pause' : 'preview.play')} disabled={!usable} onClick={onToggle}>
        {playing ? (
          <Pause size={17} fill="currentColor" strokeWidth={0} aria-hidden />
        ) : (
          <Play size={17} fill="currentColor" strokeWidth={0} aria-hidden />
        )}
      </PlayerButton>
      <PlayerButton
        name={t('preview.forward')}
        disabled={!usable}
        className="@max-[360px]:hidden"
        onClick={() => seek?.(seconds + leap)}
      >
        <RotateCw size={14} aria-hidden />
      </PlayerButton>
      <Time>{clockTenths(seconds)}</Time>
      <SeekBar usable={usable} onToggle={onToggle} />
      <Time className="@max-[360px]:hidden">{clockTenths(duration)}</Time>
      <PlayerButton name={t('preview.fullscreen')} disabled={!usable} onClick={onFullscreen}>
        <Maximize2 size={14} aria-hidden />
      </PlayerButton>
    </div>
  );
}

function Time({ children, className = '' }: { readonly children: string; readonly className?: string }) {
  return <span className={`shrink-0 px-1.5 text-stage-dim tabular ${className}`}>{children}</span>;
}

/** A native range: keyboard, touch and assistive technology work as everywhere. Values in seconds, to a tenth. */
function SeekBar({ usable, onToggle }: { readonly usable: boolean; readonly onToggle: () => void }) {
  const { t } = useText();
  const { seconds, duration, seek } = usePlayhead();
  const value = Math.floor(seconds * 10) / 10;
  const played = { '--played': `${duration > 0 ? (seconds / duration) * 100 : 0}%` } as CSSProperties;
  return (
    <input
      type="range"
      aria-label={t('preview.seek')}
      aria-valuenow={value}
      aria-valuetext={t('preview.position', { time: clockTenths(seconds), duration: clockTenths(duration) })}
      min={0}
      max={Math.max(0.1, Math.floor(duration * 10) / 10)}
      step={0.1}
      value={value}
      disabled={!usable}
      style={played}
      onChange={(event) => seek?.(event.target.valueAsNumber)}
      onKeyDown={(event) => {
        if (event.key !== ' ') return;
        event.preventDefault();
        onToggle();
      }}
      className="seek-bar min-w-0 flex-1"
    />
  );
}

type PlayerButtonProps = ComponentProps<'button'> & { readonly name: string };

function PlayerButton({ name, className = '', ...rest }: PlayerButtonProps) {
  return (
    <Tip text={name} side="top">
      <button
        type="button"
        aria-label={name}
        className={`flex size-8 shrink-0 items-center justify-center rounded-control text-stage-ink transition-colors hover:bg-white/10 disabled:opacity-40 ${className}`}
        {...rest}
      />
    </Tip>
  );
}

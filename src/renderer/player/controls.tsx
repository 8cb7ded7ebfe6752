import { Camera, FastForward, Maximize2, Pause, Play, Repeat, Rewind, Volume2, VolumeX, X } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { Menu } from '@base-ui/react/menu';
import { clockTenths, loudness } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { clearLoop, seekBy, setSpeed, speeds, togglePlaying, usePlayhead } from '../state/playhead.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuItem, MenuPopup } from '../ui/menu.tsx';
import { playerKey, perform } from './keys.ts';
import { copyFrame, saveFrame } from '../state/snapshot.ts';
import { useFullscreen } from './use-fullscreen.ts';
import { useVolume } from './use-volume.ts';

const leap = 5;
const noMarks: readonly number[] = [];
const stageButton = 'size-8! shrink-0 text-stage-ink! hover:bg-white/10!';

type Props = {
  readonly usable: boolean;
  readonly onFullscreen: () => void;
  readonly source?: ReactNode;
  /** Whether a frame can be kept: not where two pictures stand beside each other. */
  readonly frame?: boolean;
  /** Places on the seek bar, in seconds. */
  readonly marks?: readonly number[];
};

/** Under the picture: what plays, where it stands, how fast and how loud; a frame to keep; full screen. A narrow stage has a line for the seek bar. */
export function Controls({ usable, onFullscreen, source, frame = true, marks = noMarks }: Props) {
  const { t } = useText();
  const { seconds, duration, playing } = usePlayhead();
  return (
    <div className="stage-controls -mb-2 flex min-h-12 shrink-0 items-center gap-1 @max-[320px]:flex-wrap">
      <IconButton
        icon={Rewind}
        name={t('preview.back')}
        tip={t('preview.back')}
        side="top"
        disabled={!usable}
        className={`${stageButton} @max-[540px]:hidden`}
        onClick={() => seekBy(-leap)}
      />
      <IconButton
        icon={playing ? Pause : Play}
        size={17}
        name={t(playing ? 'preview.pause' : 'preview.play')}
        tip={`${t(playing ? 'preview.pause' : 'preview.play')} (${t('preview.space')})`}
        side="top"
        disabled={!usable}
        className={`${stageButton} [&_svg]:fill-current`}
        onClick={togglePlaying}
      />
      <IconButton
        icon={FastForward}
        name={t('preview.forward')}
        tip={t('preview.forward')}
        side="top"
        disabled={!usable}
        className={`${stageButton} @max-[540px]:hidden`}
        onClick={() => seekBy(leap)}
      />
      <Time className="@max-[320px]:mr-auto">{clockTenths(seconds)}</Time>
      <SeekBar usable={usable} marks={marks} />
      <Time className="@max-[460px]:hidden">{clockTenths(duration)}</Time>
      <LoopChip />
      {source}
      <SpeedMenu usable={usable} />
      <Volume />
      {frame && <FrameMenu usable={usable} />}
      <IconButton
        icon={Maximize2}
        name={t('preview.fullscreen')}
        tip={`${t('preview.fullscreen')} (F)`}
        side="top"
        disabled={!usable}
        className={stageButton}
        onClick={onFullscreen}
      />
    </div>
  );
}

function Time({ children, className = '' }: { readonly children: string; readonly className?: string }) {
  return <span className={`shrink-0 px-1.5 text-stage-dim tabular ${className}`}>{children}</span>;
}

/** A native range: touch and assistive technology work as everywhere; the player's own keys come first. Values in seconds, to a tenth. */
function SeekBar({ usable, marks }: { readonly usable: boolean; readonly marks: readonly number[] }) {
  const { t } = useText();
  const { seconds, duration, loop, player } = usePlayhead();
  const value = Math.floor(seconds * 10) / 10;
  const share = (at: number): string => `${duration > 0 ? (at / duration) * 100 : 0}%`;
  return (
    <div className="relative flex min-w-0 flex-1 items-center @max-[320px]:-order-1 @max-[320px]:basis-full">
      {loop !== null && (
        <span
          aria-hidden
          style={{ left: share(loop.from), width: share((loop.to ?? loop.from) - loop.from) }}
          className="pointer-events-none absolute h-3 min-w-0.5 rounded-[2px] border-x-2 border-accent bg-accent/30"
        />
      )}
      {marks.map((at) => (
        <span
          key={at}
          aria-hidden
          style={{ left: share(at) }}
          className="pointer-events-none absolute top-0 h-1 w-0.5 rounded-full bg-accent"
        />
      ))}
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
        style={{ '--played': share(seconds) } as CSSProperties}
        onChange={(event) => player?.seek(event.target.valueAsNumber)}
        onKeyDown={(event) => {
          const key = playerKey(event.nativeEvent);
          if (key === null || key === 'mute' || key === 'fullscreen') return;
          event.preventDefault();
          perform(key);
        }}
        className="seek-bar min-w-0 flex-1"
      />
    </div>
  );
}

function LoopChip() {
  const { t } = useText();
  const loop = usePlayhead((state) => state.loop);
  if (loop === null) return null;
  const from = clockTenths(loop.from);
  const text =
    loop.to === null ? t('preview.loopFrom', { from }) : t('preview.loop', { from, to: clockTenths(loop.to) });
  return (
    <span
      title={text}
      className="flex h-6 shrink-0 items-center gap-1 rounded-full bg-white/10 pr-1 pl-2 text-xs text-stage-ink tabular"
    >
      <Repeat size={11} aria-hidden />
      <span className="@max-[760px]:sr-only">{text}</span>
      <IconButton
        icon={X}
        size={11}
        name={t('preview.clearLoop')}
        className="size-5! text-stage-ink! hover:bg-white/10!"
        onClick={clearLoop}
      />
    </span>
  );
}

function SpeedMenu({ usable }: { readonly usable: boolean }) {
  const { t } = useText();
  const speed = usePlayhead((state) => state.speed);
  return (
    <StageMenu
      name={t('preview.speed', { speed })}
      list={t('preview.speedMenu')}
      disabled={!usable}
      trigger={<span className="min-w-8 text-sm tabular">{speed}×</span>}
    >
      {speeds.map((one) => (
        <MenuItem key={one} className="tabular" onClick={() => setSpeed(one)}>
          {one}×
        </MenuItem>
      ))}
    </StageMenu>
  );
}

function Volume() {
  const { t } = useText();
  const { volume, muted, change } = useVolume();
  const name = t(muted || volume === 0 ? 'preview.unmute' : 'preview.mute');
  return (
    <span className="group flex shrink-0 items-center">
      <IconButton
        icon={muted || volume === 0 ? VolumeX : Volume2}
        name={name}
        tip={`${name} (M)`}
        side="top"
        className={stageButton}
        onClick={() => change({ muted: !muted, volume: volume === 0 ? 1 : volume })}
      />
      <input
        type="range"
        aria-label={t('preview.volume')}
        aria-valuetext={loudness(muted ? 0 : volume)}
        min={0}
        max={100}
        value={muted ? 0 : Math.round(volume * 100)}
        style={{ '--played': `${muted ? 0 : volume * 100}%` } as CSSProperties}
        onChange={(event) => change({ volume: event.target.valueAsNumber / 100, muted: false })}
        className="seek-bar w-0 opacity-0 @max-[640px]:hidden transition-all group-focus-within:w-16 group-focus-within:opacity-100 group-hover:w-16 group-hover:opacity-100"
      />
    </span>
  );
}

function FrameMenu({ usable }: { readonly usable: boolean }) {
  const { t } = useText();
  return (
    <StageMenu
      name={t('preview.frame')}
      list={t('preview.frame')}
      disabled={!usable}
      trigger={<Camera size={15} aria-hidden />}
      className="@max-[460px]:hidden"
    >
      <MenuItem onClick={() => void saveFrame()}>{t('preview.saveFrame')}</MenuItem>
      <MenuItem onClick={() => void saveFrame(true)}>{t('gif.cover')}</MenuItem>
      <MenuItem onClick={() => void copyFrame()}>{t('preview.copyFrame')}</MenuItem>
    </StageMenu>
  );
}

type StageMenuProps = {
  readonly name: string;
  readonly list: string;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly disabled?: boolean;
  readonly className?: string;
};

/** A menu of the player, which opens upwards and goes full screen with it. */
export function StageMenu({ name, list, trigger, children, disabled = false, className = '' }: StageMenuProps) {
  const fullscreen = useFullscreen();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger
        aria-label={name}
        title={name}
        disabled={disabled}
        className={`flex h-8 min-w-8 shrink-0 items-center justify-center rounded-control px-1 text-stage-ink transition-colors hover:bg-white/10 disabled:opacity-40 data-popup-open:bg-white/10 ${className}`}
      >
        {trigger}
      </Menu.Trigger>
      <MenuPopup
        aria-label={list}
        at={{ side: 'top', align: 'end', sideOffset: 6 }}
        container={fullscreen}
        className="max-h-[min(22rem,60vh)] min-w-28 max-w-72 overflow-y-auto text-ink"
      >
        {children}
      </MenuPopup>
    </Menu.Root>
  );
}

import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Cut } from '../../shared/domain/cut.ts';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../locales/text.ts';

type Props = {
  readonly fileId: string;
  readonly cut: Cut;
  /** Null while nothing is known of the file: it is shown as far as it can be. */
  readonly info: MediaInfo | null;
  /** The file's length as the player finds it, ms. */
  readonly onLength: (ms: number) => void;
  /** Where it plays, ms; null while it rests. */
  readonly onTime: (ms: number | null) => void;
};

/** Shows the end of the part that is being moved, and plays the part over and over. */
export function RangePlayer({ fileId, cut, info, onLength, onTime }: Props) {
  const { t } = useText();
  const media = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  useShownEnd(media, cut);
  useLoop(media, cut, playing, onTime);
  const shown = info === null || (info.hasVideo ? info.canDecodeVideo : info.canDecodeAudio);
  if (!shown) return <p className="text-dim">{t('mediaJob.noPreview')}</p>;
  const toggle = (): void => {
    const video = media.current;
    if (video === null) return;
    if (!video.paused) return video.pause();
    video.currentTime = cut.inMs / 1000;
    void video.play().catch(() => undefined);
  };
  return (
    <div className="flex flex-col items-center gap-2">
      <video
        ref={media}
        src={mediaUrl(fileId)}
        preload="auto"
        onLoadedMetadata={({ currentTarget: { duration } }) => {
          if (Number.isFinite(duration)) onLength(Math.round(duration * 1000));
        }}
        onPlay={() => setPlaying(true)}
        onPause={({ currentTarget }) => {
          // At the very end the file itself stops: the part begins anew.
          if (!currentTarget.ended) setPlaying(false);
        }}
        className={info === null || info.hasVideo ? 'max-h-[38vh] min-h-0 w-full rounded-control bg-stage' : 'hidden'}
      />
      <Button onClick={toggle}>
        {playing ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
        {t(playing ? 'mediaJob.pause' : 'mediaJob.play')}
      </Button>
    </div>
  );
}

type MediaRef = { readonly current: HTMLVideoElement | null };

/** While nothing plays, the picture is that of the handle that moved last. */
function useShownEnd(media: MediaRef, { inMs, outMs }: Cut): void {
  useEffect(() => {
    showFrame(media.current, inMs);
  }, [media, inMs]);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) showFrame(media.current, outMs);
    first.current = false;
  }, [media, outMs]);
}

/** Where a player stands, and whether it must go back to play the part again. Times in ms. */
function loopsAt(atMs: number, { inMs, outMs }: Cut, isOver: boolean): boolean {
  // A little before the beginning is where a decoder may land.
  return isOver || atMs >= outMs || atMs < inMs - 250;
}

function useLoop(media: MediaRef, { inMs, outMs }: Cut, playing: boolean, onTime: Props['onTime']): void {
  useEffect(() => {
    const video = media.current;
    if (!playing || video === null) return;
    let frame = 0;
    const look = (): void => {
      const atMs = video.currentTime * 1000;
      if (!video.seeking && loopsAt(atMs, { inMs, outMs }, video.ended)) {
        video.currentTime = inMs / 1000;
        if (video.paused) void video.play().catch(() => undefined);
      }
      onTime(atMs);
      frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => {
      cancelAnimationFrame(frame);
      onTime(null);
    };
  }, [media, inMs, outMs, playing, onTime]);
}

function showFrame(video: HTMLVideoElement | null, atMs: number): void {
  if (video?.paused) video.currentTime = atMs / 1000;
}

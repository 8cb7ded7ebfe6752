import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Cut } from '../../shared/domain/cut.ts';
import type { MediaInfo } from '../../shared/domain/media-info.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { Button } from '../ui/button.tsx';
import { useText } from '../locales/text.ts';

type Props = { readonly fileId: string; readonly cut: Cut; readonly info: MediaInfo };

/** Shows the end of the part that is being moved, and plays the part. */
export function RangePlayer({ fileId, cut, info }: Props) {
  const { t } = useText();
  const media = useRef<HTMLVideoElement>(null);
  const [playing, setPlaying] = useState(false);
  useShownEnd(media, cut);
  useStopAtEnd(media, cut.outMs);
  const shown = info.hasVideo ? info.canDecodeVideo : info.canDecodeAudio;
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
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        className={info.hasVideo ? 'max-h-[38vh] min-h-0 w-full rounded-control bg-stage' : 'hidden'}
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

function useStopAtEnd(media: MediaRef, outMs: number): void {
  useEffect(() => {
    const video = media.current;
    if (video === null) return;
    const look = (): void => {
      if (!video.paused && video.currentTime * 1000 >= outMs) video.pause();
    };
    video.addEventListener('timeupdate', look);
    return () => video.removeEventListener('timeupdate', look);
  }, [media, outMs]);
}

function showFrame(video: HTMLVideoElement | null, atMs: number): void {
  if (video?.paused) video.currentTime = atMs / 1000;
}

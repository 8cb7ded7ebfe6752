import { VideoOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Preview } from '../../shared/domain/timeline.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { Spinner } from '../shell/spinner.tsx';
import { useText } from '../text/text.ts';
import { keepThumbnail } from './capture.ts';
import { Controls } from './controls.tsx';
import { still, usePlayhead, within } from './playhead.ts';

type Props = { readonly preview: Preview; readonly projectId: string };
type Stage = 'loading' | 'ready' | 'broken';

export function Player({ preview, projectId }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<Stage>('loading');
  const url = mediaUrl(preview.mediaId);
  usePlayheadOf(video);
  return (
    <div ref={frame} className="flex min-h-0 flex-1 flex-col bg-stage">
      <div className="relative min-h-0 flex-1">
        {stage !== 'broken' && (
          <video
            ref={video}
            src={url}
            aria-label={preview.name}
            preload="auto"
            playsInline
            className="absolute inset-0 m-auto h-auto max-h-[calc(100%-32px)] w-[calc(100%-48px)] rounded-[6px] object-contain"
            onClick={() => toggle(video.current)}
            onLoadedData={() => {
              setStage('ready');
              void keepThumbnail(projectId, preview.mediaId);
            }}
            onError={() => setStage('broken')}
          />
        )}
        <StageNote stage={stage} />
      </div>
      <Controls
        usable={stage === 'ready'}
        onToggle={() => toggle(video.current)}
        onFullscreen={() => void toggleFullscreen(frame.current)}
      />
    </div>
  );
}

function StageNote({ stage }: { readonly stage: Stage }) {
  const { t } = useText();
  if (stage === 'ready') return null;
  return (
    <div className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-1 px-6 text-center">
      {stage === 'loading' ? (
        <p className="flex items-center gap-2.5 text-sm text-stage-dim">
          <Spinner />
          {t('preview.loading')}
        </p>
      ) : (
        <>
          <VideoOff size={28} strokeWidth={1.25} aria-hidden className="mb-2 text-stage-dim" />
          <p className="font-medium">{t('preview.brokenTitle')}</p>
          <p className="text-sm text-stage-dim">{t('preview.brokenText')}</p>
        </>
      )}
    </div>
  );
}

/** Reports the video's place: on its own events, and with every frame while it plays. */
function usePlayheadOf(video: React.RefObject<HTMLVideoElement | null>): void {
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    let request = 0;
    const report = () => {
      const duration = Number.isFinite(element.duration) ? element.duration : 0;
      usePlayhead.setState({ seconds: element.currentTime, duration, playing: !element.paused && !element.ended });
    };
    const follow = () => {
      report();
      if (!element.paused && !element.ended) request = requestAnimationFrame(follow);
    };
    const restart = () => {
      cancelAnimationFrame(request);
      follow();
    };
    const seek = (seconds: number) => {
      element.currentTime = within(seconds, element.duration);
      report();
    };
    usePlayhead.setState({ ...still, seek });
    const stop = new AbortController();
    for (const name of ['play', 'pause', 'ended', 'seeking', 'seeked', 'timeupdate', 'loadedmetadata'] as const)
      element.addEventListener(name, restart, { signal: stop.signal });
    return () => {
      stop.abort();
      cancelAnimationFrame(request);
      usePlayhead.setState(still);
    };
  }, [video]);
}

function toggle(video: HTMLVideoElement | null): void {
  if (video === null) return;
  if (video.paused) video.play().catch(() => undefined);
  else video.pause();
}

async function toggleFullscreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
  else await element?.requestFullscreen().catch(() => undefined);
}

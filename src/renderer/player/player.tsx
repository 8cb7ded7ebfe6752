import { useCallback, useRef, type CSSProperties } from 'react';
import type { Preview } from '../../shared/domain/timeline.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { Spinner } from '../ui/button.tsx';
import { togglePlaying } from '../state/playhead.ts';
import { useText } from '../locales/text.ts';
import { Controls } from './controls.tsx';
import { BrokenNote } from './film-notes.tsx';
import { toggleFullscreen, usePlayerKeys } from './keys.ts';
import { SourceMenu } from './source-menu.tsx';
import { toggleMute } from './use-volume.ts';
import { useClip, type Clip } from './use-clip.ts';

type Props = {
  readonly preview: Preview;
};

export function Player({ preview }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { phase, ratio } = useClip(video);
  const fullscreen = useCallback(() => void toggleFullscreen(frame.current), []);
  usePlayerKeys({ onMute: toggleMute, onFullscreen: fullscreen });
  const { mediaId } = preview;
  return (
    <div ref={frame} style={{ '--ratio': ratio } as CSSProperties} className="flex min-h-0 flex-1 bg-stage">
      <div className="stage">
        <div className="stage-frame relative overflow-hidden rounded-[6px]">
          <video
            ref={video}
            src={mediaUrl(mediaId)}
            aria-label={preview.name}
            preload="auto"
            playsInline
            className={`absolute inset-0 size-full ${phase === 'broken' ? 'invisible' : ''}`}
            onClick={togglePlaying}
          />
          <PlayerNote phase={phase} />
        </div>
        <Controls usable={phase === 'ready'} onFullscreen={fullscreen} source={<SourceMenu />} />
      </div>
    </div>
  );
}

function PlayerNote({ phase }: { readonly phase: Clip['phase'] }) {
  const { t } = useText();
  if (phase === 'ready') return null;
  if (phase === 'broken') return <BrokenNote title={t('preview.brokenTitle')} text={t('preview.brokenText')} />;
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center px-6 text-center">
      <p className="flex items-center gap-2.5 text-sm text-stage-dim">
        <Spinner />
        {t('preview.loading')}
      </p>
    </div>
  );
}

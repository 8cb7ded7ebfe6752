import { useCallback, useEffect, useRef, type CSSProperties } from 'react';
import { useText } from '../locales/text.ts';
import { Approximate } from './approximate.tsx';
import { keepThumbnail, showThumbnail } from './capture.ts';
import { Controls } from './controls.tsx';
import { FilmNotes } from './film-notes.tsx';
import { GeneratingLine } from './generating.tsx';
import type { Generation } from './generation.ts';
import { toggleFullscreen, usePlayerKeys } from './keys.ts';
import { useOpenProject } from '../state/store.ts';
import { SourceMenu } from './source-menu.tsx';
import { toggleMute } from './use-volume.ts';
import { useFilm } from './use-film.ts';
import type { Cut } from './use-film-player.ts';

type Props = {
  readonly cut: Cut;
  /** The project that gets its picture from this clip of the cut; null for a past cut. */
  readonly thumbnail: { readonly projectId: string; readonly mediaId: string } | null;
  /** What is being made for this cut. */
  readonly generation: Generation | null;
  /** It cannot be drawn here, not on a second try either. */
  readonly onCrash: () => void;
};

/** The whole video as the draft says, drawn here before any render. */
export function Film({ cut, thumbnail, generation, onCrash }: Props) {
  const { t } = useText();
  const stage = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const film = useFilm(stage, cut);
  const { composition, player, doubts, crashed } = film;
  useEffect(() => {
    if (crashed) onCrash();
  }, [crashed, onCrash]);
  const usable = composition !== null && composition.frames > 0 && player !== null && !crashed;
  const { projectId, mediaId } = thumbnail ?? {};
  useEffect(() => {
    if (usable && projectId !== undefined && mediaId !== undefined) void keepThumbnail(projectId, mediaId);
  }, [usable, projectId, mediaId]);
  const image = useOpenProject()?.thumbnail ?? null;
  useEffect(() => {
    if (projectId !== undefined && image !== null) void showThumbnail(projectId, image);
  }, [projectId, image]);
  const fullscreen = useCallback(() => void toggleFullscreen(whole.current), []);
  usePlayerKeys({ onMute: toggleMute, onFullscreen: fullscreen });
  const { width, height } = composition?.canvas ?? { width: 16, height: 9 };
  return (
    <div ref={whole} style={{ '--ratio': width / height } as CSSProperties} className="flex min-h-0 flex-1 bg-stage">
      <div className="stage">
        <div className="stage-frame relative overflow-hidden rounded-[6px] bg-black">
          <div ref={stage} role="img" aria-label={t('preview.film')} className="absolute inset-0" />
          <FilmNotes film={film} line={generation === null ? null : <GeneratingLine generation={generation} />} />
        </div>
        <Controls
          usable={usable}
          onFullscreen={fullscreen}
          source={
            <>
              <Approximate doubts={new Set([...(composition?.doubts ?? []), ...doubts])} />
              <SourceMenu />
            </>
          }
        />
      </div>
    </div>
  );
}

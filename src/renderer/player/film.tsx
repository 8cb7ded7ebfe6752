import { VideoOff } from 'lucide-react';
import { useCallback, useEffect, useRef, type CSSProperties } from 'react';
import type { Composition } from '../../shared/composition/composition.ts';
import type { Trouble } from '../../compositor/protocol.ts';
import { useText } from '../locales/text.ts';
import { Button, Spinner } from '../ui/button.tsx';
import { Approximate } from './approximate.tsx';
import { keepThumbnail } from './capture.ts';
import { Controls } from './controls.tsx';
import { usePlayerKeys } from './keys.ts';
import { SourceMenu } from './source-menu.tsx';
import { toggleMute } from './use-volume.ts';
import { useFilm, type Cut } from './use-film.ts';

type Props = {
  readonly cut: Cut;
  /** The project that gets its picture from this clip of the cut; null for a past cut. */
  readonly thumbnail: { readonly projectId: string; readonly mediaId: string } | null;
  /** It cannot be drawn here, not on a second try either. */
  readonly onCrash: () => void;
};

/** The whole video as the draft says, drawn here before any render. */
export function Film({ cut, thumbnail, onCrash }: Props) {
  const { t } = useText();
  const stage = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const { composition, player, state, troubles, doubts, crashed } = useFilm(stage, cut);
  useEffect(() => {
    if (crashed) onCrash();
  }, [crashed, onCrash]);
  const usable = composition !== null && composition.frames > 0 && player !== null && !crashed;
  const { projectId, mediaId } = thumbnail ?? {};
  useEffect(() => {
    if (usable && projectId !== undefined && mediaId !== undefined) void keepThumbnail(projectId, mediaId);
  }, [usable, projectId, mediaId]);
  const fullscreen = useCallback(() => void toggleFullscreen(whole.current), []);
  usePlayerKeys({ onMute: toggleMute, onFullscreen: fullscreen });
  const { width, height } = composition?.canvas ?? { width: 16, height: 9 };
  return (
    <div ref={whole} style={{ '--ratio': width / height } as CSSProperties} className="flex min-h-0 flex-1 bg-stage">
      <div className="stage">
        <div className="stage-frame relative overflow-hidden rounded-[6px] bg-black">
          <div ref={stage} role="img" aria-label={t('preview.film')} className="absolute inset-0" />
          {crashed ? (
            <Note title={t('preview.brokenTitle')} text={t('preview.brokenText')} />
          ) : (
            <FilmNote
              composition={composition}
              waiting={state === 'waiting'}
              troubles={troubles}
              onRetry={player?.retry}
            />
          )}
        </div>
        <Controls
          usable={usable}
          onFullscreen={fullscreen}
          source={
            <>
              <Approximate doubts={new Set([...(composition?.doubts ?? []), ...doubts])} />
              <SourceMenu composition={composition} />
            </>
          }
        />
      </div>
    </div>
  );
}

type NoteProps = {
  readonly composition: Composition | null;
  readonly waiting: boolean;
  readonly troubles: ReadonlyMap<string, Trouble>;
  readonly onRetry: (() => void) | undefined;
};

/** What keeps the picture from being whole: clips on their way, or not to be had. */
function FilmNote({ composition, waiting, troubles, onRetry }: NoteProps) {
  const { t } = useText();
  const all = composition === null ? 0 : sourcesOf(composition).size;
  const of = (wanted: Trouble): number => [...troubles.values()].filter((trouble) => trouble === wanted).length;
  const [fetching, gone] = [of('fetching'), of('gone')];
  const broken = of('cannot-decode') + (composition === null ? 0 : unseenIn(composition, troubles));
  if (composition === null) return <Pill busy>{t('preview.loading')}</Pill>;
  if (fetching > 0) return <Pill busy>{t('preview.fetching', { count: all, done: all - fetching })}</Pill>;
  if (gone > 0)
    return (
      <Pill>
        {t('preview.gone', { count: gone })}
        <Button look="bare" className="text-stage-ink!" onClick={onRetry}>
          {t('preview.tryAgain')}
        </Button>
      </Pill>
    );
  if (broken > 0) return <Pill>{t('preview.undecodable', { count: broken })}</Pill>;
  return waiting ? <Pill busy>{t('preview.preparing')}</Pill> : null;
}

function sourcesOf({ tracks }: Composition): ReadonlySet<string> {
  return new Set(tracks.flat().flatMap((item) => ('source' in item && item.source ? [item.source.mediaId] : [])));
}

/** Clips that are heard, and should be seen. */
function unseenIn({ tracks }: Composition, troubles: ReadonlyMap<string, Trouble>): number {
  const unseen = tracks
    .flat()
    .flatMap((item) => (item.kind === 'clip' && item.hasPicture && item.source ? [item.source.mediaId] : []))
    .filter((mediaId) => troubles.get(mediaId) === 'no-picture');
  return new Set(unseen).size;
}

type PillProps = { readonly busy?: boolean; readonly children: React.ReactNode };

function Pill({ busy = false, children }: PillProps) {
  return (
    <div className="absolute inset-x-0 top-3 flex justify-center">
      <p
        role="status"
        className="flex items-center gap-2.5 rounded-full bg-black/70 px-3 py-1.5 text-sm text-stage-ink"
      >
        {busy && <Spinner />}
        {children}
      </p>
    </div>
  );
}

function Note({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-1 border border-dashed border-stage-line px-6 text-center">
      <VideoOff size={28} strokeWidth={1.25} aria-hidden className="mb-2 text-stage-dim" />
      <p className="font-medium">{title}</p>
      <p className="text-sm text-stage-dim">{text}</p>
    </div>
  );
}

export async function toggleFullscreen(element: HTMLElement | null): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
  else await element?.requestFullscreen().catch(() => undefined);
}

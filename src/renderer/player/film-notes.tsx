import { VideoOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Composition, mediaIdsOf } from '../../shared/composition/composition.ts';
import type { Trouble } from '../../compositor/protocol.ts';
import { useText } from '../locales/text.ts';
import { Button, Spinner } from '../ui/button.tsx';
import type { Film } from './use-film-player.ts';

type Props = { readonly film: Film; readonly line?: ReactNode };

/** What lies over the picture: why it is not whole, and `line`, a word about what is to come. */
export function FilmNotes({ film, line = null }: Props) {
  const { t } = useText();
  if (film.crashed)
    return (
      <BrokenNote title={t('preview.brokenFilmTitle')} text={t('preview.brokenText')}>
        <Button look="bare" className="pointer-events-auto mt-2 text-stage-ink!" onClick={film.restart}>
          {t('preview.tryAgain')}
        </Button>
      </BrokenNote>
    );
  return (
    <div className="@container pointer-events-none absolute inset-x-3 top-3 flex flex-col items-center gap-1.5">
      {line !== null && <Pill>{line}</Pill>}
      <div role="status" className="flex max-w-full flex-col">
        <Missing film={film} />
      </div>
    </div>
  );
}

/** Clips that are on their way, or not to be had. */
function Missing({ film: { composition, state, troubles, doubts, player } }: { readonly film: Film }) {
  const { t } = useText();
  const all = composition === null ? 0 : mediaIdsOf(composition).size;
  const count = { fetching: 0, gone: 0, 'not-kept': 0, 'cannot-decode': 0, 'no-picture': 0 };
  for (const trouble of troubles.values()) count[trouble] += 1;
  if (composition === null) return <BusyPill text={t('preview.loading')} />;
  if (count.fetching > 0) return <BusyPill text={t('preview.fetching', { count: all, done: all - count.fetching })} />;
  const unfetched = count['not-kept'] > 0 ? 'not-kept' : 'gone';
  if (count[unfetched] > 0)
    return (
      <Pill>
        <span>{t(unfetched === 'gone' ? 'preview.gone' : 'preview.notKept', { count: count[unfetched] })}</span>
        <Button look="bare" className="pointer-events-auto text-stage-ink!" onClick={player?.retry}>
          {t('preview.tryAgain')}
        </Button>
      </Pill>
    );
  const unseen = count['cannot-decode'] + unseenIn(composition, troubles);
  if (unseen > 0) return <Pill>{t('preview.undecodable', { count: unseen })}</Pill>;
  if (state === 'waiting') return <BusyPill text={t('preview.preparing')} />;
  const fault = faults.find(([doubt]) => doubts.includes(doubt));
  return fault === undefined ? null : <Pill>{t(fault[1])}</Pill>;
}

/** What is wrong with a clip's file, the worst first. */
const faults = [
  ['ends-early', 'preview.endsEarly'],
  ['damaged', 'preview.damaged'],
  ['sound-ends-early', 'preview.soundEndsEarly'],
] as const;

/** Clips that are heard, and should be seen. */
function unseenIn({ tracks }: Composition, troubles: ReadonlyMap<string, Trouble>): number {
  const unseen = tracks
    .flat()
    .flatMap((item) => (item.kind === 'clip' && item.hasPicture && item.source ? [item.source.mediaId] : []))
    .filter((mediaId) => troubles.get(mediaId) === 'no-picture');
  return new Set(unseen).size;
}

function BusyPill({ text }: { readonly text: string }) {
  return (
    <Pill>
      <Spinner />
      {/* In a picture as small as that the words would cover it, and be cut. */}
      <span className="@max-[11rem]:sr-only">{text}</span>
    </Pill>
  );
}

function Pill({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex max-w-full items-center gap-2.5 rounded-[14px] bg-black/70 px-3 py-1 text-sm text-stage-ink">
      {children}
    </div>
  );
}

type NoteProps = { readonly title: string; readonly text: string; readonly children?: ReactNode };

/** In the picture's place where there is none. */
export function BrokenNote({ title, text, children }: NoteProps) {
  return (
    <div className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-1 rounded-[6px] border border-dashed border-stage-line px-6 text-center">
      <VideoOff size={28} strokeWidth={1.25} aria-hidden className="mb-2 text-stage-dim" />
      <p className="font-medium">{title}</p>
      <p className="text-sm text-stage-dim">{text}</p>
      {children}
    </div>
  );
}

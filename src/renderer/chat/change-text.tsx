import type { DraftChange, TrackKind } from '../../shared/domain/timeline.ts';
import { changeLine } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';

/** The colour of each kind of track, as the timeline has it. */
export const trackSquares: Readonly<Record<TrackKind, string>> = {
  video: 'bg-video',
  audio: 'bg-music',
  text: 'bg-title',
  other: 'bg-other',
};

/** One change in words, with the colour of its track, as two cells of a flex line. */
export function ChangeText({ change }: { readonly change: DraftChange }) {
  const { t } = useText();
  const { track, text, detail } = changeLine(t, change);
  return (
    <>
      <span aria-hidden className={`size-2 shrink-0 rounded-[2px] ${trackSquares[track]}`} />
      <span className="min-w-0 flex-1 wrap-anywhere">
        {text}
        {detail !== null && (
          <span className="text-faint">
            {' · '}
            <bdi>{detail}</bdi>
          </span>
        )}
      </span>
    </>
  );
}

import { memo, type CSSProperties } from 'react';
import type { Track, TrackKind } from '../../shared/domain/timeline.ts';
import { loudness, range } from '../locales/format.ts';
import { pieceName } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { type Bar, barsOf } from './layout.ts';

const looks: Readonly<Record<TrackKind, { readonly lane: string; readonly bar: string }>> = {
  text: { lane: 'h-6', bar: 'bar-title' },
  video: { lane: 'h-11', bar: 'bar-video' },
  audio: { lane: 'h-7', bar: 'bar-music' },
  other: { lane: 'h-6', bar: 'bar-other' },
};

type Props = { readonly track: Track; readonly durationMs: number; readonly picture: string | null };

/** One track: its name, and its pieces where they lie. */
export const TrackLane = memo(function TrackLane({ track, durationMs, picture }: Props) {
  const { t } = useText();
  const { lane, bar: look } = looks[track.kind];
  // The one picture that is known is of the newest clip: it stands only for a clip that is alone.
  const strip = track.kind === 'video' && track.segments.length === 1 ? picture : null;
  return (
    <div className={`lane-start relative ${lane}`}>
      <span className="absolute top-1/2 left-0 -translate-y-1/2 text-sm text-faint">{t(`timeline.${track.kind}`)}</span>
      <ul className="relative h-full">
        {barsOf(track.segments, durationMs).map((bar, index) => (
          <Piece key={index} kind={track.kind} bar={bar} durationMs={durationMs} look={look} strip={strip} />
        ))}
      </ul>
    </div>
  );
});

type PieceProps = {
  readonly kind: TrackKind;
  readonly bar: Bar;
  readonly durationMs: number;
  readonly look: string;
  readonly strip: string | null;
};

function Piece({ kind, bar, durationMs, look, strip }: PieceProps) {
  const { t } = useText();
  const { startMs, endMs, count, segment } = bar;
  const when = range(t, startMs, endMs);
  const own = segment.text ?? (kind === 'other' ? pieceName(t, kind, segment.name) : segment.name);
  const name = count === 1 ? own : t('timeline.together', { count, name: own });
  const volume = count > 1 || segment.volume === null ? '' : ` · ${loudness(segment.volume)}`;
  const style: CSSProperties = {
    left: `${(startMs / durationMs) * 100}%`,
    width: `${((endMs - startMs) / durationMs) * 100}%`,
    ...(strip === null ? {} : { '--strip': `url("${strip}")` }),
  };
  return (
    <li
      style={style}
      title={`${name} (${when})${volume}`}
      className={`bar ${look} ${strip === null ? '' : 'bar-strip'}`}
    >
      <span className="bar-words">
        <span dir="auto" className="truncate">
          {name}
        </span>
        {volume !== '' && <span className="shrink-0 opacity-80 tabular">{volume}</span>}
      </span>
    </li>
  );
}

import type { CSSProperties } from 'react';
import type { Segment, Track, TrackKind } from '../../shared/domain/timeline.ts';
import { loudness, range } from '../text/format.ts';
import { pieceName } from '../text/sentences.ts';
import { useText } from '../text/text.ts';

const looks: Readonly<Record<TrackKind, { readonly lane: string; readonly bar: string }>> = {
  text: { lane: 'h-6', bar: 'bar-title' },
  video: { lane: 'h-11', bar: 'bar-video' },
  audio: { lane: 'h-7', bar: 'bar-music' },
  other: { lane: 'h-6', bar: 'bar-other' },
};

type Props = { readonly track: Track; readonly durationMs: number; readonly picture: string | null };

/** One track: its name, and its pieces where they lie. */
export function TrackLane({ track, durationMs, picture }: Props) {
  const { t } = useText();
  const { lane, bar } = looks[track.kind];
  // The one picture that is known is of the newest clip: it stands only for a clip that is alone.
  const strip = track.kind === 'video' && track.segments.length === 1 ? picture : null;
  return (
    <div className={`lane-start relative ${lane}`}>
      <span className="absolute top-1/2 left-0 -translate-y-1/2 text-sm text-faint">{t(`timeline.${track.kind}`)}</span>
      <ul className="relative h-full">
        {track.segments.map((segment, index) => (
          <Bar key={index} kind={track.kind} segment={segment} durationMs={durationMs} look={bar} strip={strip} />
        ))}
      </ul>
    </div>
  );
}

type BarProps = {
  readonly kind: TrackKind;
  readonly segment: Segment;
  readonly durationMs: number;
  readonly look: string;
  readonly strip: string | null;
};

function Bar({ kind, segment, durationMs, look, strip }: BarProps) {
  const { t } = useText();
  const { startMs } = segment;
  const when = range(t, startMs, startMs + segment.durationMs);
  const name = segment.text ?? (kind === 'other' ? pieceName(t, kind, segment.name) : segment.name);
  const volume = segment.volume === null ? '' : ` · ${loudness(segment.volume)}`;
  const style: CSSProperties = {
    left: `${(startMs / durationMs) * 100}%`,
    width: `${(segment.durationMs / durationMs) * 100}%`,
    ...(strip === null ? {} : { '--strip': `url("${strip}")` }),
  };
  return (
    <li
      style={style}
      title={`${name} (${when})${volume}`}
      className={`bar ${look} ${strip === null ? '' : 'bar-strip'}`}
    >
      <span className="bar-words">
        <span className="truncate">{name}</span>
        {volume !== '' && <span className="shrink-0 opacity-80 tabular">{volume}</span>}
      </span>
    </li>
  );
}

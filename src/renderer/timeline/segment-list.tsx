import { memo, useMemo, type KeyboardEvent } from 'react';
import { range } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { clearLoop, markLoop, togglePlaying, usePlayhead } from '../state/playhead.ts';
import type { Lane, Lanes, Piece } from './lanes.ts';
import type { Marks } from './marks.ts';
import { extended, indicesOf, moved, selectionAt, type Selection, type Where } from './selection.ts';
import { changeView, openMenu, select, useTimeline } from './store.ts';
import { revealing, xOf } from './view.ts';
import { barText } from './wording.ts';

/** So many pieces stand in the document at a time, around the one that is chosen. */
const windowLength = 200;

type Props = { readonly lanes: Lanes; readonly marks: Marks };

/** The pieces behind their picture: what the keyboard and a screen reader go through. */
export const SegmentList = memo(function SegmentList({ lanes: all, marks }: Props) {
  const { t } = useText();
  const { lanes } = all;
  const selection = useTimeline((state) => state.selection);
  const offsets = useMemo(() => offsetsOf(lanes), [lanes]);
  const total = offsets.at(-1) ?? 0;
  const at: Where | null = selection === null ? firstOf(lanes) : { lane: selection.lane, piece: selection.head };
  const position = at === null ? 0 : (offsets[at.lane] ?? 0) + at.piece;
  const from = Math.max(0, Math.min(position - windowLength / 2, total - windowLength));
  return (
    <div
      role="listbox"
      id="timeline-segments"
      tabIndex={0}
      aria-label={t('timeline.segments')}
      aria-multiselectable
      aria-orientation="horizontal"
      aria-activedescendant={at === null ? undefined : idOf(lanes[at.lane]?.pieces[at.piece])}
      // Around what is chosen there is a box already.
      className={`pointer-events-none absolute inset-0 rounded-control ${selection === null ? 'focus-visible:-outline-offset-1 focus-visible:outline-accent/60' : 'outline-none'}`}
      onKeyDown={(event) => at !== null && onKey(event, lanes, at)}
    >
      <div role="presentation" className="sr-only">
        {lanes.map((lane, index) => (
          <Options
            key={index}
            lane={lane}
            name={lane.ofKind === 0 ? t(`timeline.${lane.sort}`) : `${t(`timeline.${lane.sort}`)} ${lane.ofKind}`}
            first={Math.max(0, from - (offsets[index] ?? 0))}
            end={Math.min(lane.pieces.length, from + windowLength - (offsets[index] ?? 0))}
            offset={offsets[index] ?? 0}
            total={total}
            selected={selection?.lane === index ? selection : null}
            marks={marks}
          />
        ))}
      </div>
    </div>
  );
});

type OptionsProps = {
  readonly lane: Lane;
  readonly name: string;
  readonly first: number;
  readonly end: number;
  readonly offset: number;
  readonly total: number;
  readonly selected: Selection | null;
  readonly marks: Marks;
};

function Options({ lane, name, first, end, offset, total, selected, marks }: OptionsProps) {
  const { t } = useText();
  if (first >= end) return null;
  const [from, to] = selected === null ? [1, 0] : indicesOf(selected);
  return (
    <div role="group" aria-label={name}>
      {lane.pieces.slice(first, end).map((piece, index) => {
        const at = first + index;
        const mark = marks.pieces.get(piece.key);
        const words = `${barText(t, lane.kind, piece.segment)} (${range(t, piece.startMs, piece.endMs)})`;
        return (
          <div
            key={piece.key}
            role="option"
            id={idOf(piece)}
            aria-selected={at >= from && at <= to}
            aria-posinset={offset + at + 1}
            aria-setsize={total}
            data-change={mark}
          >
            {mark === undefined ? words : `${words} · ${t(`timeline.mark.${mark}`)}`}
          </div>
        );
      })}
    </div>
  );
}

/** Where the pieces of each lane begin in the whole list; the last one is how many there are. */
function offsetsOf(lanes: readonly Lane[]): readonly number[] {
  const offsets = [0];
  for (const { pieces } of lanes) offsets.push((offsets.at(-1) ?? 0) + pieces.length);
  return offsets;
}

function firstOf(lanes: readonly Lane[]): Where | null {
  const lane = lanes.findIndex(({ pieces }) => pieces.length > 0);
  return lane === -1 ? null : { lane, piece: 0 };
}

function idOf(piece: Piece | undefined): string | undefined {
  return piece === undefined ? undefined : `segment-${piece.key}`;
}

/** The player's own keys for its marks: letters mean nothing else here. */
function mark(key: string): void {
  if (key === 'x') clearLoop();
  else markLoop(key === 'i' ? 'from' : 'to');
}

/** Chooses a piece and brings it into sight. */
function go(lanes: readonly Lane[], where: Where, extending: boolean): void {
  const { selection } = useTimeline.getState();
  select(extending ? extended(selection, where) : selectionAt(where));
  const piece = lanes[where.lane]?.pieces[where.piece];
  if (piece !== undefined) changeView((view) => revealing(view, piece.startMs, piece.endMs));
}

function onKey(event: KeyboardEvent<HTMLElement>, lanes: readonly Lane[], at: Where): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey) return;
  const piece = lanes[at.lane]?.pieces[at.piece];
  const isChosen = useTimeline.getState().selection !== null;
  const next = isChosen ? moved(lanes, at, key) : moved(lanes, at, key) === null ? null : at;
  if (next !== null) go(lanes, next, shiftKey);
  else if (key === 'Enter' && piece !== undefined) usePlayhead.getState().player?.seek(piece.startMs / 1000);
  else if (key === ' ') togglePlaying();
  else if (/^[iox]$/i.test(key) && !shiftKey) mark(key.toLowerCase());
  else if (key === 'Escape' && isChosen) select(null);
  else if ((key === 'ContextMenu' || (key === 'F10' && shiftKey)) && piece !== undefined)
    hangMenu(event, lanes, at, piece);
  else return;
  event.preventDefault();
}

/** Under the middle of the piece, as far as it is in sight. */
function hangMenu(event: KeyboardEvent<HTMLElement>, lanes: readonly Lane[], at: Where, piece: Piece): void {
  if (useTimeline.getState().selection === null) go(lanes, at, false);
  const box = event.currentTarget.getBoundingClientRect();
  const { view } = useTimeline.getState();
  const lane = lanes[at.lane];
  const middle = (xOf(view, piece.startMs) + xOf(view, piece.endMs)) / 2;
  openMenu({
    x: box.left + Math.min(view.width, Math.max(0, middle)),
    y: box.top + (lane === undefined ? 0 : lane.top + lane.height),
  });
}

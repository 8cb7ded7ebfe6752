import type { Segment, TrackKind } from '../../shared/domain/timeline.ts';
import { clockTenths, loudness } from '../locales/format.ts';
import { pieceName } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';
import type { Lane } from './lanes.ts';
import { selectedPieces, type Selection, type Span, spanOf } from './selection.ts';

/** `4.0–8.5 s`, from a minute on `1:04.0–1:08.5`. */
export function spanText(t: Translate, { fromMs, toMs }: Span): string {
  if (toMs >= 60_000) return `${clockTenths(fromMs / 1000)}–${clockTenths(toMs / 1000)}`;
  return t('timeline.seconds', { from: (fromMs / 1000).toFixed(1), to: (toMs / 1000).toFixed(1) });
}

/** `clip 2`, `titles 1–3`, and where there are several tracks of the kind, on which of them. */
function piecesText(t: Translate, lanes: readonly Lane[], selection: Selection): string {
  const lane = lanes[selection.lane];
  const pieces = selectedPieces(lanes, selection);
  const [first, last] = [pieces[0]?.number ?? 0, pieces.at(-1)?.number ?? 0];
  const sort = lane?.sort ?? 'video';
  const numbers = first === last ? String(first) : `${first}–${last}`;
  const named = t(`timeline.pieces.${sort}`, { count: pieces.length, numbers });
  if (lane === undefined || lane.ofKind === 0) return named;
  return t('timeline.onTrack', { pieces: named, track: t(`timeline.${sort}`), number: lane.ofKind });
}

/** Which part of the cut is meant, as the agent can find it: `clip 2, 4.0–8.5 s`. */
export function referenceText(t: Translate, lanes: readonly Lane[], selection: Selection): string {
  const span = spanText(t, spanOf(lanes, selection));
  return t('timeline.reference', { pieces: piecesText(t, lanes, selection), span });
}

export type EditAction = 'ask' | 'remove' | 'trim' | 'mute' | 'replace';

/** An edit in the user's words, for the message. */
export function actionText(t: Translate, action: EditAction, lanes: readonly Lane[], selection: Selection): string {
  const pieces = piecesText(t, lanes, selection);
  const span = spanText(t, spanOf(lanes, selection));
  return t(`timeline.message.${action}`, { reference: referenceText(t, lanes, selection), pieces, span });
}

const actions = ['ask', 'remove', 'trim', 'mute', 'replace'] as const satisfies readonly EditAction[];

/** Why something cannot be done with what is chosen. */
export type Hindrance = 'noPart' | 'several' | 'noSound' | 'silent';

/** What can be done with what is chosen, and why not (null: it can). */
export function actionsFor(
  lanes: readonly Lane[],
  selection: Selection,
): readonly { readonly action: EditAction; readonly cannot: Hindrance | null }[] {
  return actions.map((action) => ({ action, cannot: hindranceOf(action, lanes, selection) }));
}

function hindranceOf(action: EditAction, lanes: readonly Lane[], selection: Selection): Hindrance | null {
  if (action === 'trim') {
    if (selection.anchor !== selection.head) return 'several';
    return selection.span === null ? 'noPart' : null;
  }
  if (action !== 'mute') return null;
  const kind = lanes[selection.lane]?.kind;
  if (kind !== 'video' && kind !== 'audio') return 'noSound';
  return selectedPieces(lanes, selection).every(({ segment }) => segment.volume === 0) ? 'silent' : null;
}

/** What a piece is called on its bar: a title by its words. */
export function barText(t: Translate, kind: TrackKind, { name, text, volume }: Segment): string {
  const own = text ?? (kind === 'other' ? pieceName(t, kind, name) : name);
  return volume === null ? own : `${own} · ${loudness(volume)}`;
}

/** Where it is cut out of its source, how loud and how fast it is: what the draft says of one piece. */
export function detailsText(t: Translate, { source, volume, speed }: Segment): readonly string[] {
  return [
    ...(source === undefined ? [] : [sourceText(t, source)]),
    ...(volume === null ? [] : [t('timeline.volume', { volume: loudness(volume) })]),
    ...(speed === undefined || speed === 1 ? [] : [`${speed}×`]),
  ];
}

function sourceText(t: Translate, { inMs, outMs }: NonNullable<Segment['source']>): string {
  if (outMs === null) return t('timeline.sourceFrom', { from: clockTenths(inMs / 1000) });
  return t('timeline.source', { from: clockTenths(inMs / 1000), to: clockTenths(outMs / 1000) });
}

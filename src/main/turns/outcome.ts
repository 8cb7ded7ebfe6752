import type { DraftChange } from '../../shared/domain/timeline.ts';
import type { Receipt } from '../../shared/domain/receipt.ts';
import type { Credits, Notice, ReplyPart } from '../../shared/domain/turn.ts';
import type { StateReading } from '../drafts/draft-versions.ts';
import type { Metered } from './credit-meter.ts';
import type { ReadingEnd } from './writer.ts';

/** What is known of a turn when its stream has ended. `state`: against what it began with. */
export type Ending = {
  readonly said: readonly ReplyPart[];
  readonly end: ReadingEnd;
  readonly state: StateReading;
  /** The answer was lost and the state told what became of it. */
  readonly recovered: boolean;
};

/** All parts of the finished turn: what was said, and beneath it what the state says. */
export function concludingParts(ending: Ending): readonly ReplyPart[] {
  const { said, end, state, recovered } = ending;
  const { changed, changes, timeline } = state;
  const parts: ReplyPart[] = [...said];
  if (end === 'stopped') parts.push(noticePart({ code: 'stopped' }));
  if (recovered) parts.push(noticePart({ code: 'recovered' }));
  if (changes.length > 0) parts.push(changesPart(changes));
  // A stopped agent may go on: what the cut is now says nothing of the end.
  if (end === 'stopped') return parts;
  const spoke = said.some((part) => part.kind === 'text' || part.kind === 'question');
  if (!changed) parts.push(noticePart({ code: 'unchanged' }));
  else if (!spoke) parts.push(noticePart({ code: 'silent-edit' }));
  if (!spoke && timeline) parts.push({ kind: 'summary', line: timeline.summary });
  return parts;
}

/** Music, titles and effects that came along with a generated clip can be removed one by one. */
function changesPart(changes: readonly DraftChange[]): ReplyPart {
  const undecided = changes.flatMap((change, index) => (change.kind === 'added' && !isNewClip(change) ? [index] : []));
  return changes.some(isNewClip) && undecided.length > 0
    ? { kind: 'changes', changes, undecided }
    : { kind: 'changes', changes };
}

/** A clip that came into the cut. */
export function isNewClip(change: DraftChange): change is Extract<DraftChange, { readonly kind: 'added' }> {
  return change.kind === 'added' && change.track === 'video';
}

export function noticePart(notice: Notice): ReplyPart {
  return { kind: 'notice', notice };
}

/**
 * The turn's receipt, where both balances are known. `changed`: whether the cut differs from before; null where nobody can say,
 * and then the receipt judges no charge.
 */
export function receiptOf(
  { before, ...seen }: Metered,
  after: Credits | null,
  { parts, changed }: { readonly parts: readonly ReplyPart[]; readonly changed: boolean | null },
): Receipt | null {
  if (!before || !after) return null;
  const charged = after.available < before.available;
  return { before, after, ...seen, chargedForNothing: charged && changed === false && !parts.some(isResult) };
}

/** Whether the user has got something by this part: words (buttons in their place, too), or a clip. What the app itself says is none. */
function isResult(part: ReplyPart): boolean {
  if (part.kind === 'text') return part.text.trim() !== '' || part.suggestedActions !== undefined;
  return part.kind !== 'notice' && part.kind !== 'summary' && part.kind !== 'restore';
}

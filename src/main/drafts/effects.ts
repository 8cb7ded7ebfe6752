import type { Clip, EffectKind, Item, Still } from '../../shared/composition/composition.ts';
import { startedBefore } from '../../shared/composition/frame-index.ts';
import { type Rate, secondsOf } from '../../shared/composition/rate.ts';

/** What an effect is called that can be drawn here: guesses, none of them in the contract. */
const names: readonly (readonly [EffectKind | 'cross-fade', RegExp])[] = [
  ['cross-fade', /cross-?\s?(?:fade|dissolve)|\bdissolve\b|叠化|溶解|交叉淡化/iu],
  ['fade-in', /^fade-?[ _]?in$|^淡入$|^渐显$/iu],
  ['fade-out', /^fade-?[ _]?out$|^淡出$|^渐隐$/iu],
  ['mono', /black[ -]?(?:and|&)[ -]?white|\bmono(?:chrome)?\b|\bgr[ae]y-?scale\b|黑白/iu],
  ['warm', /^warm\b|暖色|^暖/iu],
  ['cold', /^(?:cold|cool)\b|冷色|^冷/iu],
];

/** A longer name names nothing that is known. In characters. */
const longestName = 60;

export function effectOf(name: string): EffectKind | 'cross-fade' | null {
  return names.find(([, pattern]) => pattern.test(name.slice(0, longestName).trim()))?.[0] ?? null;
}

export type CrossFade = { readonly start: number; readonly end: number };

/** Where in a track, sorted by start, the later of two pictures stands that meet within a cross-fade; null where none do. */
export function meetingAt(items: readonly Item[], fade: CrossFade): number | null {
  const at = startedBefore(items, fade.start);
  const [before, after] = [items[at - 1], items[at]];
  if (before === undefined || after === undefined || !isPicture(before) || !isPicture(after)) return null;
  const meets = before.end >= fade.start && before.end <= fade.end && after.start <= fade.end;
  return meets && after.end > fade.end ? at : null;
}

/**
 * Lets the pictures that meet within cross-fades lie over each other for as long as these last: the later one comes up over the
 * earlier one, whose sound falls meanwhile.
 */
export function crossFaded(items: readonly Item[], fades: readonly CrossFade[], rate: Rate): readonly Item[] {
  const faded = [...items];
  for (const fade of fades) {
    const at = meetingAt(faded, fade);
    const [before, after] = at === null ? [] : [faded[at - 1], faded[at]];
    if (at === null || before === undefined || after === undefined || !isPicture(before) || !isPicture(after)) continue;
    const length = fade.end - fade.start;
    faded[at - 1] =
      before.kind === 'clip' ? { ...before, end: fade.end, soundFadeOut: length } : { ...before, end: fade.end };
    faded[at] = { ...earlier(after, fade.start, rate), fadeIn: length };
  }
  return faded;
}

/** Lets a colour come and go with the picture that it belongs to: the other one of a cross-fade keeps its own. */
export function coloursFaded(items: readonly Item[], fades: readonly CrossFade[]): readonly Item[] {
  return items.map((item) => {
    if (item.kind !== 'effect' || item.effect === 'fade-in' || item.effect === 'fade-out') return item;
    const within = (frame: number): CrossFade | undefined =>
      fades.find(({ start, end }) => frame >= start && frame <= end);
    const [first, last] = [item.start > 0 ? within(item.start) : undefined, within(item.end)];
    return {
      ...item,
      ...(first === undefined ? {} : { start: first.start, fadeIn: first.end - first.start }),
      ...(last === undefined ? {} : { end: last.end, fadeOut: last.end - last.start }),
    };
  });
}

function isPicture(item: Item): item is Clip | Still {
  return item.kind === 'still' || (item.kind === 'clip' && item.hasPicture);
}

/** The same clip, begun sooner: what of the source comes before is seen, too. */
function earlier(item: Clip | Still, start: number, rate: Rate): Clip | Still {
  if (item.kind === 'still') return { ...item, start };
  return { ...item, start, inSeconds: item.inSeconds - secondsOf(rate, item.start - start) * item.speed };
}

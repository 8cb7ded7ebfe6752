/** Where a scrolled view stands, in px. */
export type ScrollPlace = {
  readonly scrollTop: number;
  readonly clientHeight: number;
  readonly scrollHeight: number;
};

const near = 24;

/** Whether the view is away from its end by more than a rounding. */
export function isScrolledUp({ scrollTop, clientHeight, scrollHeight }: ScrollPlace): boolean {
  return scrollHeight - clientHeight - scrollTop > 2;
}

/**
 * Whether the view still follows the end after a scroll: yes at the very end, no once the user goes up, yes again near
 * the end. Scrolling that is not `byHand` (a list that measures its rows, another window size) changes nothing.
 */
export function followsAfterScroll(
  followed: boolean,
  before: ScrollPlace,
  place: ScrollPlace,
  byHand: boolean,
): boolean {
  if (!isScrolledUp(place)) return true;
  if (!byHand) return followed;
  const gap = place.scrollHeight - place.clientHeight - place.scrollTop;
  if (place.clientHeight !== before.clientHeight || place.scrollHeight < before.scrollHeight) return followed;
  if (place.scrollTop < before.scrollTop) return false;
  return gap <= near ? true : followed;
}

/** Whether a key press scrolls a view towards its start. */
export function goesUp({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
  return key === 'ArrowUp' || key === 'PageUp' || key === 'Home' || (key === ' ' && shiftKey);
}

/** How near to the start of what is loaded the view asks for earlier turns, in px. */
const soon = 800;

export function isNearStart({ scrollTop }: Pick<ScrollPlace, 'scrollTop'>): boolean {
  return scrollTop < soon;
}

type Named = { readonly id: string };

/** Whether a list grew before its first item, and nowhere else that would move it. */
export function grewAtStart(before: readonly Named[], now: readonly Named[]): boolean {
  const first = before[0];
  const more = now.length - before.length;
  return first !== undefined && more > 0 && now[0]?.id !== first.id && now[more]?.id === first.id;
}

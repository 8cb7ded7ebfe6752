/** Where a scrolled view stands, in px. */
export type ScrollPlace = {
  readonly scrollTop: number;
  readonly clientHeight: number;
  readonly scrollHeight: number;
};

const near = 24;

/**
 * Whether the view goes on following the end after a scroll: yes at the very end, no as soon as the user goes up, yes again near
 * the end. What moves by itself, since content grew or shrank or the window has another size, changes nothing.
 */
export function followsAfterScroll(followed: boolean, before: ScrollPlace, place: ScrollPlace): boolean {
  const gap = place.scrollHeight - place.clientHeight - place.scrollTop;
  if (gap <= 2) return true;
  if (place.clientHeight !== before.clientHeight || place.scrollHeight < before.scrollHeight) return followed;
  if (place.scrollTop < before.scrollTop) return false;
  return gap <= near ? true : followed;
}

/** How near to the start of what is loaded earlier turns are asked for, in px. */
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

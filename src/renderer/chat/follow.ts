/** Where a scrolled view stands, in px. */
export type ScrollPlace = {
  readonly scrollTop: number;
  readonly clientHeight: number;
  readonly scrollHeight: number;
};

const near = 24;

/**
 * Whether the view goes on following the end after a scroll: yes at the very end, no as soon as the user goes up, yes again near
 * the end. Content that grew by itself changes nothing.
 */
export function followsAfterScroll(followed: boolean, previousTop: number, place: ScrollPlace): boolean {
  const gap = place.scrollHeight - place.clientHeight - place.scrollTop;
  if (gap <= 2) return true;
  if (place.scrollTop < previousTop) return false;
  return gap <= near ? true : followed;
}

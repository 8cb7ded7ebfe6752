import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import { focusWhenShown } from './focus-when-shown.ts';

/** Where a key leads in a list of `length` rows, of which `page` fill the window; null for a key that leads nowhere. */
export function rowStep(key: string, at: number, length: number, page: number): number | null {
  if (length === 0) return null;
  const to = (index: number): number => Math.min(length - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + page);
    case 'PageUp':
      return to(at - page);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

/**
 * Keys for a long list of which the page holds only the rows in sight: arrows walk from row to row, Tab into what a row offers.
 * `of`: how many rows there are; `height`: of one, in px. Rows have the role `listitem` and say their place by `aria-posinset`; the
 * one at `at` has `tabIndex` 0 and stays mounted.
 */
export function useRowWalk(
  box: RefObject<HTMLElement | null>,
  { of, height }: { readonly of: number; readonly height: number },
) {
  const virtual = useRef<VirtualizerHandle>(null);
  const walking = useRef(false);
  const [place, setPlace] = useState(0);
  const at = Math.min(place, Math.max(0, of - 1));
  useEffect(() => {
    if (!walking.current) return;
    walking.current = false;
    return focusWhenShown(box.current?.querySelector<HTMLElement>('[role="listitem"][tabindex="0"]') ?? null);
  }, [box, at]);
  // What opens out of a row, such as a menu, has keys of its own.
  const isOurs = (target: EventTarget): target is Element =>
    target instanceof Element && box.current?.contains(target) === true;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOurs(event.target)) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / height) - 1);
    const next = rowStep(event.key, at, of, page);
    if (next === null) return;
    event.preventDefault();
    walking.current = next !== at;
    setPlace(next);
    virtual.current?.scrollToIndex(next, { align: 'nearest' });
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (isOurs(target)) setPlace(placeOf(target));
  };
  return { virtual, at, listProps: { onKeyDown, onFocus } };
}

/** The place of the row that an element is in. */
function placeOf(element: Element): number {
  return Number(element.closest('[aria-posinset]')?.getAttribute('aria-posinset') ?? 1) - 1;
}

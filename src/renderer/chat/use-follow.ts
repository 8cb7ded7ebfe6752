import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { followsAfterScroll, goesUp, isScrolledUp, type ScrollPlace } from './follow.ts';

const nowhere: ScrollPlace = { scrollTop: 0, clientHeight: 0, scrollHeight: 0 };

function placeOf({ scrollTop, clientHeight, scrollHeight }: HTMLElement): ScrollPlace {
  return { scrollTop, clientHeight, scrollHeight };
}

/** Keeps a scrolled view at its end while the user is there; one that `startsAtTop` is read from its beginning. */
export function useFollow(startsAtTop: boolean) {
  const view = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const state = useRef({ follows: true, place: nowhere });
  const [follows, setFollows] = useState(true);

  const set = useCallback((value: boolean) => {
    state.current.follows = value;
    setFollows(value);
  }, []);
  const toEnd = useCallback(() => {
    const element = view.current;
    if (element === null || startsAtTop) return;
    element.scrollTop = element.scrollHeight;
    state.current.place = placeOf(element);
  }, [startsAtTop]);
  const jump = useCallback(() => {
    set(true);
    toEnd();
  }, [set, toEnd]);
  const letGo = useCallback(() => set(false), [set]);
  /** Follows again where the view came to rest at its end: there is nothing to jump to. */
  const settle = useCallback(() => {
    if (view.current !== null && !isScrolledUp(placeOf(view.current))) set(true);
  }, [set]);

  useEffect(() => {
    toEnd();
    const observer = new ResizeObserver(() => {
      if (state.current.follows) toEnd();
    });
    if (view.current !== null) observer.observe(view.current);
    if (content.current !== null) observer.observe(content.current);
    return () => observer.disconnect();
  }, [toEnd]);

  const byHand = useHand(view, letGo);

  const onScroll = () => {
    const element = view.current;
    if (element === null) return;
    const place = placeOf(element);
    const next = followsAfterScroll(state.current.follows, state.current.place, place, byHand());
    state.current.place = place;
    if (next !== state.current.follows) set(next);
    if (next && isScrolledUp(place)) toEnd();
  };
  return { view, content, follows, jump, letGo, settle, onScroll };
}

/**
 * Whether the user moves the view right now: with the pointer held down (scroll bar, selecting text), a key or a
 * finger. The wheel and upward keys leave the end at once: content that comes before their scrolling must not undo it.
 */
function useHand(view: RefObject<HTMLElement | null>, letGo: () => void): () => boolean {
  const hands = useRef(new Set<'pointer' | 'key' | 'touch'>());
  useEffect(() => {
    const element = view.current;
    if (element === null) return;
    const held = hands.current;
    const stop = new AbortController();
    const { signal } = stop;
    const up = () => {
      if (element.scrollTop > 0) letGo();
    };
    element.addEventListener('wheel', (event) => event.deltaY < 0 && up(), { signal, passive: true });
    element.addEventListener(
      'keydown',
      (event) => {
        if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
        held.add('key');
        if (goesUp(event)) up();
      },
      { signal },
    );
    element.addEventListener('pointerdown', () => void held.add('pointer'), { signal });
    element.addEventListener('touchstart', () => void held.add('touch'), { signal, passive: true });
    // Releasing a scroll bar fires no event; the next move of the pointer shows it.
    window.addEventListener('pointermove', ({ buttons }) => buttons === 0 && held.delete('pointer'), { signal });
    window.addEventListener('pointerup', () => void held.delete('pointer'), { signal });
    window.addEventListener('keyup', () => void held.delete('key'), { signal });
    for (const end of ['touchend', 'touchcancel'] as const)
      window.addEventListener(end, () => void held.delete('touch'), { signal });
    window.addEventListener('blur', () => held.clear(), { signal });
    return () => stop.abort();
  }, [view, letGo]);
  return () => hands.current.size > 0;
}

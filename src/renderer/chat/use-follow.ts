import { useCallback, useEffect, useRef, useState } from 'react';
import { followsAfterScroll, type ScrollPlace } from './follow.ts';

const nowhere: ScrollPlace = { scrollTop: 0, clientHeight: 0, scrollHeight: 0 };

function placeOf({ scrollTop, clientHeight, scrollHeight }: HTMLElement): ScrollPlace {
  return { scrollTop, clientHeight, scrollHeight };
}

/** Keeps a scrolled view at its end while the user is there. */
export function useFollow() {
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
    if (element === null) return;
    element.scrollTop = element.scrollHeight;
    state.current.place = placeOf(element);
  }, []);
  const jump = useCallback(() => {
    set(true);
    toEnd();
  }, [set, toEnd]);
  const leave = useCallback(() => set(false), [set]);

  useEffect(() => {
    toEnd();
    const observer = new ResizeObserver(() => {
      if (state.current.follows) toEnd();
    });
    if (view.current !== null) observer.observe(view.current);
    if (content.current !== null) observer.observe(content.current);
    return () => observer.disconnect();
  }, [toEnd]);

  const onScroll = () => {
    const element = view.current;
    if (element === null) return;
    const place = placeOf(element);
    const next = followsAfterScroll(state.current.follows, state.current.place, place);
    state.current.place = place;
    if (next !== state.current.follows) set(next);
  };
  return { view, content, follows, jump, leave, onScroll };
}

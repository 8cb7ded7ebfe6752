import { useCallback, useEffect, useRef, useState } from 'react';
import { followsAfterScroll } from './follow.ts';

/** Keeps a scrolled view at its end while the user is there. */
export function useFollow() {
  const view = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const state = useRef({ follows: true, top: 0 });
  const [follows, setFollows] = useState(true);

  const set = useCallback((value: boolean) => {
    state.current.follows = value;
    setFollows(value);
  }, []);
  const toEnd = useCallback(() => {
    const element = view.current;
    if (element === null) return;
    element.scrollTop = element.scrollHeight;
    state.current.top = element.scrollTop;
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
    const next = followsAfterScroll(state.current.follows, state.current.top, element);
    state.current.top = element.scrollTop;
    if (next !== state.current.follows) set(next);
  };
  return { view, content, follows, jump, leave, onScroll };
}

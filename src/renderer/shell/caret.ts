import { type RefObject, useEffect, useRef } from 'react';
import { focusMessageFromNowhere } from '../state/message-box.ts';
import { useWindow } from '../state/store.ts';
import { hasBegun } from '../state/turns.ts';

/**
 * Typing is the one thing to do there. A caret that waits would keep an idle window busy by blinking: it comes with the first sign of
 * the user, before a letter where it can, since an input method needs it to begin a word.
 */
export function useCaretWhereNothingWasSaid(projectId: string): void {
  const isFresh = useWindow((state) => !hasBegun(state.views[projectId]));
  useEffect(() => {
    if (!isFresh) return;
    const listening = new AbortController();
    const { signal } = listening;
    const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
      const isLetter = (key.trim().length === 1 || key === 'Process') && !ctrlKey && !metaKey && !altKey;
      if (isLetter) focusMessageFromNowhere();
    };
    window.addEventListener('keydown', onKey, { capture: true, signal });
    window.addEventListener('pointermove', focusMessageFromNowhere, { once: true, signal });
    window.addEventListener(
      'blur',
      () => window.addEventListener('focus', focusMessageFromNowhere, { once: true, signal }),
      { signal },
    );
    return () => listening.abort();
  }, [isFresh]);
}

/**
 * A button of the conversation that goes once it is pressed, such as a suggestion's or a card's, leaves the focus to the message.
 * `isShown`: whether the column is.
 */
export function useFocusKeptIn(column: RefObject<HTMLElement | null>, isShown: boolean): void {
  useEffect(() => {
    const element = column.current;
    if (element === null || !isShown) return;
    let focused: Element | null = null;
    let frame = 0;
    const listening = new AbortController();
    const { signal } = listening;
    element.addEventListener('focusin', ({ target }) => (focused = target instanceof Element ? target : null), {
      signal,
    });
    // What the user leaves is another's concern; what is taken out of the page may tell of it, too.
    const left = (): void => {
      if (focused?.isConnected === true && document.hasFocus() && focused !== document.activeElement) focused = null;
    };
    element.addEventListener('focusout', () => setTimeout(left), { signal });
    const removals = new MutationObserver(() => {
      if (focused === null || focused.isConnected) return;
      focused = null;
      // What gives the focus back by itself does so within a frame.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => (frame = requestAnimationFrame(focusMessageFromNowhere)));
    });
    removals.observe(element, { childList: true, subtree: true });
    return () => {
      listening.abort();
      removals.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [column, isShown]);
}

/** The button that leads into the rehearsal or out of it goes with what it led to. */
export function useFocusKeptByRehearsal(): void {
  const rehearsal = useWindow((state) => state.rehearsal);
  const before = useRef(rehearsal);
  useEffect(() => {
    if (before.current !== rehearsal) focusMessageFromNowhere();
    before.current = rehearsal;
  }, [rehearsal]);
}

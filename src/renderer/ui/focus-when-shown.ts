/**
 * Gives an item of a virtual list the focus. The list hides what it has not measured yet, and what is hidden takes none. The answer
 * gives up on it.
 */
export function focusWhenShown(item: HTMLElement | null): () => void {
  let frame = 0;
  const take = () => {
    item?.focus({ preventScroll: true });
    if (document.activeElement !== item) frame = requestAnimationFrame(take);
  };
  if (item !== null) take();
  return () => cancelAnimationFrame(frame);
}

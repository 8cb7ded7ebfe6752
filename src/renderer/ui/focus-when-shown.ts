/**
 * Focuses an item of a virtual list, which hides what it has not measured yet: hidden things take no focus. The
 * returned function gives up waiting.
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

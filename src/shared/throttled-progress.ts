/** Often enough for a progress bar, ms. */
const everyMs = 200;

/**
 * Passes a few shares (0..1) a second on: each crosses processes and is drawn, which slows down the very work that it
 * reports. `now`: ms, of a clock that nobody sets.
 */
export function throttledProgress(tell: (share: number) => void, now: () => number): (share: number) => void {
  let emittedAt = now();
  return (share) => {
    if (now() - emittedAt < everyMs) return;
    emittedAt = now();
    tell(share);
  };
}

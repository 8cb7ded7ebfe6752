/** A bar moves often enough with this, ms. */
const everyMs = 200;

/**
 * Passes shares (0..1) on, a few each second at most: every one of them crosses processes and is drawn, at the expense of the very
 * work that it tells of. `now`: ms, of a clock that nobody sets.
 */
export function pacedProgress(tell: (share: number) => void, now: () => number): (share: number) => void {
  let toldAt = now();
  return (share) => {
    if (now() - toldAt < everyMs) return;
    toldAt = now();
    tell(share);
  };
}

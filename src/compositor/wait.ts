/** How long the player waits, in ms. */
export const waits = {
  /** Where a frame takes longer than this to read, what is there of it is shown first. */
  blankMs: 300,
  /** What is shown by proxies is shown by its originals once no other frame was asked for. */
  restMs: 150,
  /** What plays slowly waits so long for its proxies, then plays as well as it can. */
  smoothingMs: 5000,
  /** Nobody waits longer for a first picture. */
  pictureMs: 2000,
  /** Without a word of the sound by then, the computer's clock is gone by. */
  soundMs: 300,
  /** A film that stands still for so long gives its decoders and pages back. */
  idleMs: 2000,
  /** Less than a frame. */
  frameMs: 8,
} as const;

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A screen that shows nothing new for so long does not show this window. */
const unseenMs = 200;

/** With the next picture of the screen; in a window that nobody sees there is none, but its sound goes on. */
export function soon(work: () => void): void {
  const once = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, unseenMs);
}

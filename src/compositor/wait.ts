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

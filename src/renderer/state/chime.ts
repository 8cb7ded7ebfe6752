import done from './done.mp3?no-inline';

/** The app's own short sound. A computer without a way to make one stays silent. */
export function chime(): void {
  new Audio(done).play().catch(() => undefined);
}

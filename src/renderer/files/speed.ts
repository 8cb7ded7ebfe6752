/** How fast something goes, as far as it can be told. Bytes; times in ms of any clock that only goes forward. */
export type Speed = {
  /** What had been sent when the rate was last taken. */
  readonly sent: number;
  readonly at: number;
  readonly beganAt: number;
  /** Bytes per second, smoothed; null before it means anything. */
  readonly rate: number | null;
};

/** At first the system's own buffers fill up, as fast as the disk reads: that says nothing about the line. */
const settleMs = 1000;
/** The shortest time over which a rate is taken, and how quickly a change of the line shows. */
const shortestMs = 250;
const memoryMs = 4000;
/** Below this many bytes per second nothing is getting through. */
const standstill = 512;

/** What is known once `sent` bytes are through at `now`. Asked with the same `sent` while nothing moves, the rate falls. */
export function speedOf(before: Speed | undefined, sent: number, now: number): Speed {
  if (before === undefined || sent < before.sent) return { sent, at: now, beganAt: now, rate: null };
  const elapsed = now - before.at;
  if (now - before.beganAt < settleMs) return { ...before, sent, at: now };
  if (elapsed < shortestMs) return before;
  const newest = ((sent - before.sent) / elapsed) * 1000;
  const weight = before.rate === null ? 1 : 1 - Math.exp(-elapsed / memoryMs);
  return { ...before, sent, at: now, rate: (before.rate ?? 0) + weight * (newest - (before.rate ?? 0)) };
}

export function standsStill(rate: number): boolean {
  return rate < standstill;
}

/** Time until `bytes` more are through, in ms; null where nobody can tell. */
export function timeLeft(bytes: number, rate: number | null): number | null {
  return rate === null || standsStill(rate) ? null : (bytes / rate) * 1000;
}

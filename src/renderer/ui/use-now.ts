import { useEffect, useState } from 'react';

/** The time (epoch ms), renewed every minute while something is told by it. */
export function useNow(telling: boolean): number {
  return useReading(wallClock, telling, 60_000);
}

/**
 * How long ago main stamped something (epoch ms), in ms, renewed every second while it counts; negative for the future,
 * 0 for null. Setting the computer's clock does not disturb it.
 */
export function useElapsed(stamp: number | null, counting: boolean): number {
  const now = useReading(steadyClock, counting, 1000);
  return stamp === null ? 0 : now - placeOf(stamp);
}

/** Without progress for so long, something stands still. In ms. */
const stalledAfterMs = 10_000;

/** Whether a figure that should grow has not changed for ten seconds. */
export function useStalled(figure: number, going: boolean): boolean {
  const [stalledAt, setStalledAt] = useState<number | null>(null);
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(() => setStalledAt(figure), stalledAfterMs);
    return () => clearTimeout(timer);
  }, [figure, going]);
  return going && stalledAt === figure;
}

const wallClock = () => Date.now();
const steadyClock = () => performance.now();

function useReading(read: () => number, going: boolean, everyMs: number): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    if (!going) return;
    const tick = () => setNow(read());
    const first = setTimeout(tick);
    const timer = setInterval(tick, everyMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [read, going, everyMs]);
  return now;
}

const places = new Map<number, number>();

/**
 * Where a stamp of main (epoch ms) lies on the clock of `performance.now()`, in ms. A stamp keeps its first place, so
 * that setting the computer's clock does not disturb what counts from it.
 */
export function placeOf(stamp: number): number {
  const place = places.get(stamp) ?? performance.now() - (Date.now() - stamp);
  places.set(stamp, place);
  return place;
}

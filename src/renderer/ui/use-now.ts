import { useEffect, useState } from 'react';

/** The time (epoch ms), renewed every minute while something is told by it. */
export function useNow(telling: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!telling) return;
    const tick = () => setNow(Date.now());
    const first = setTimeout(tick);
    const timer = setInterval(tick, 60_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [telling]);
  return now;
}

/**
 * How long ago main stamped something (epoch ms), in ms, renewed with each full second while it counts, so that all clocks of one stamp
 * turn together; negative for the future, 0 for null. Setting the computer's clock does not disturb it.
 */
export function useElapsed(stamp: number | null, counting: boolean): number {
  const place = stamp === null ? null : placeOf(stamp);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!counting) return;
    let timer = setTimeout(tick);
    function tick(): void {
      const reading = performance.now();
      setNow(reading);
      timer = setTimeout(tick, untilFullSecond(reading - (place ?? reading)));
    }
    return () => clearTimeout(timer);
  }, [place, counting]);
  return place === null ? 0 : now - place;
}

/** In ms, of an age in ms; a clock that reads a moment early would turn too late, hence one more. */
function untilFullSecond(age: number): number {
  return 1001 - (((age % 1000) + 1000) % 1000);
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

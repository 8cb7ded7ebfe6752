import { useEffect, useState } from 'react';

/** The time (epoch ms), renewed while something is counted: every second, or as often as said (ms). */
export function useNow(counting: boolean, everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!counting) return;
    const tick = () => setNow(Date.now());
    const first = setTimeout(tick);
    const timer = setInterval(tick, everyMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [counting, everyMs]);
  return now;
}

import { useEffect, useState } from 'react';

/** The time (epoch ms), renewed while something is counted: every second, or as often as said (ms). */
export function useNow(counting: boolean, everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (!counting) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [counting, everyMs]);
  return now;
}

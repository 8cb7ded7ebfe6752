import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { nextEnd } from './pace.ts';

const Markdown = lazy(async () => ({ default: (await import('./markdown.tsx')).Markdown }));

type Props = {
  readonly text: string;
  /** The answer is being written: what comes faster than it can be drawn follows frame by frame. */
  readonly grows: boolean;
};

/** The agent's words: plain at once, with their Markdown as soon as that part of the window is loaded. */
export function AgentText({ text, grows }: Props) {
  const shown = useThrottled(text, grows);
  return (
    <Suspense
      fallback={
        <p dir="auto" className="prose-agent whitespace-pre-wrap">
          {shown}
        </p>
      }
    >
      <Markdown text={shown} />
    </Suspense>
  );
}

/** As much of the text as has its turn; the next piece follows when that is on screen. */
function useThrottled(text: string, grows: boolean): string {
  const [drawn, setDrawn] = useState(grows ? 0 : text.length);
  const next = text.slice(0, nextEnd(text, drawn));
  const shown = useDeferredValue(next);
  const isThere = shown === next;
  useEffect(() => {
    if (!isThere || shown.length <= drawn) return undefined;
    const frame = requestAnimationFrame(() => setDrawn(shown.length));
    return () => cancelAnimationFrame(frame);
  }, [isThere, shown, drawn]);
  return shown;
}

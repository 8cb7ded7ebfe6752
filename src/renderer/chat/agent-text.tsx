import { lazy, Suspense, useDeferredValue } from 'react';

const Markdown = lazy(async () => ({ default: (await import('./markdown.tsx')).Markdown }));

/** The agent's words: plain at once, with their Markdown as soon as that part of the window is loaded. */
export function AgentText({ text }: { readonly text: string }) {
  const shown = useDeferredValue(text);
  return (
    <Suspense fallback={<p className="prose-agent whitespace-pre-wrap">{text}</p>}>
      <Markdown text={shown} />
    </Suspense>
  );
}

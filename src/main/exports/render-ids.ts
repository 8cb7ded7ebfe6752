import type { Clock } from '../clock.ts';

/**
 * Render ids `render_<epoch ms>` (wire contract: "Calls"). No two are alike: the number grows even within one ms, after a restart
 * and when the system's clock was set back. `known` reads the ids of the journal, at the first call.
 */
export function createRenderIds(clock: Clock, known: () => readonly (string | null)[]): () => string {
  let last: number | null = null;
  return () => {
    last ??= Math.max(0, ...known().map((id) => Number(/^render_(\d+)$/.exec(id ?? '')?.[1] ?? 0)));
    last = Math.max(clock.now(), last + 1);
    return `render_${last}`;
  };
}

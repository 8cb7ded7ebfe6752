import type { Composition } from '../shared/composition/composition.ts';
import { proxySize } from '../shared/media-input.ts';
import type { Drawn } from './protocol.ts';
import type { SourceFacts } from './source-facts.ts';
import type { Rendition } from './sources.ts';

/** Knows which clips do not play smoothly from their originals, and which have a proxy by now. */
type Smoothness = {
  /** What is to be played now; it stays the same, whatever is heard later. */
  readonly choose: () => (mediaId: string) => Rendition;
  /** Main says which clips have a proxy, and which are still to get one. */
  readonly hear: (ready: readonly string[], pending: readonly string[]) => void;
  /** Where frames were left out, the large clips that were seen then are slow. */
  readonly judge: (composition: Composition, facts: Facts, drawn: Drawn) => void;
  /** Clips that should have a proxy; the slow ones first. */
  readonly heavy: (facts: Facts) => readonly string[];
  /** Resolves when no slow clip waits for its proxy. */
  readonly settled: () => Promise<void>;
};

type Facts = ReadonlyMap<string, Pick<SourceFacts, 'size' | 'isSlowToEnter' | 'isTransparent'>>;

/** Fewer frames say nothing. */
const leastDue = 30;
const smoothShare = 0.9;

export function createSmoothness(): Smoothness {
  const slow = new Set<string>();
  let ready: ReadonlySet<string> = new Set();
  let pending: ReadonlySet<string> = new Set();
  let waiting: (() => void)[] = [];

  const isSettled = (): boolean => ![...slow].some((mediaId) => pending.has(mediaId));

  return {
    choose: () => {
      const chosen = ready;
      return (mediaId) => (chosen.has(mediaId) ? 'proxy' : 'original');
    },
    hear: (nowReady, nowPending) => {
      ready = new Set(nowReady);
      pending = new Set(nowPending);
      if (!isSettled()) return;
      for (const resolve of waiting) resolve();
      waiting = [];
    },
    judge: ({ tracks }, facts, { from, to, due, drawn }) => {
      if (due < leastDue || drawn / due >= smoothShare) return;
      for (const item of tracks.flat()) {
        if (item.kind !== 'clip' || !item.hasPicture || item.source === null) continue;
        const { mediaId } = item.source;
        const { width, height } = facts.get(mediaId)?.size ?? proxySize;
        const isLarge = width * height > proxySize.width * proxySize.height;
        if (isLarge && !ready.has(mediaId) && item.start <= to && item.end > from) slow.add(mediaId);
      }
    },
    heavy: (facts) => {
      const known = [...facts].filter(([, { isTransparent }]) => !isTransparent);
      return known
        .filter(([mediaId, { isSlowToEnter }]) => slow.has(mediaId) || isSlowToEnter)
        .map(([mediaId]) => mediaId)
        .toSorted((a, b) => Number(slow.has(b)) - Number(slow.has(a)));
    },
    settled: () => (isSettled() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

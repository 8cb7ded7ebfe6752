import type { Smoothness } from '../../shared/domain/smoothness.ts';
import type { Clock } from '../clock.ts';
import type { Renditions } from '../media/renditions.ts';
import type { Timings } from '../timings.ts';

type ProxiesParts = {
  readonly renditions: Renditions;
  /** Where a film lies on this computer; null where it cannot be had. */
  readonly pathOf: (mediaId: string) => Promise<string | null>;
  /** Makes the proxy of a film. False where that cannot be done, or was broken off. */
  readonly encode: (sourcePath: string, resultPath: string, signal: AbortSignal) => Promise<boolean>;
  /** Something goes on that must not be held up. */
  readonly isBusy: () => boolean;
  /** The user wants them made; those that are there play anyhow. */
  readonly wantsMore: () => boolean;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'proxyIdleMs'>;
};

/** Makes proxies of films that do not play smoothly, one after the other, while nothing else goes on. */
export type Proxies = {
  /** Wants these, in this order, in place of what was wanted before. `isPlaying`: nothing is made for the moment. */
  readonly want: (mediaIds: readonly string[], isPlaying: boolean) => Promise<Smoothness>;
  readonly close: () => void;
};

/** How often it is looked whether something else has begun. */
const lookMs = 1_000;
/** A window that plays says so more often than that. */
const playingMs = 5_000;

export function createProxies({
  renditions,
  pathOf,
  encode,
  isBusy,
  wantsMore,
  clock,
  timings,
}: ProxiesParts): Proxies {
  const closing = new AbortController();
  const failed = new Set<string>();
  let wanted: readonly string[] = [];
  let playsUntil = 0;
  let working: Promise<void> | null = null;

  const isIdle = (): boolean => !isBusy() && clock.steady() >= playsUntil;
  const proxyOf = async (mediaId: string): Promise<string | null> => {
    const path = await pathOf(mediaId);
    return path === null ? null : renditions.find(path);
  };
  /** Broken off as soon as something else begins; then it is made anew later. */
  const makeOne = async (mediaId: string): Promise<void> => {
    const path = await pathOf(mediaId);
    const abort = new AbortController();
    const stop = (): void => abort.abort();
    closing.signal.addEventListener('abort', stop);
    const ended = new AbortController();
    void (async () => {
      while (!ended.signal.aborted && isIdle()) await clock.wait(lookMs, ended.signal);
      abort.abort();
    })();
    const made =
      path !== null &&
      ((await renditions.find(path)) !== null ||
        (await renditions.make(path, (toFile) => encode(path, toFile, abort.signal))));
    const isBrokenOff = abort.signal.aborted;
    ended.abort();
    closing.signal.removeEventListener('abort', stop);
    if (!made && !isBrokenOff) failed.add(mediaId);
    if (made || failed.has(mediaId)) wanted = wanted.filter((other) => other !== mediaId);
  };
  const workOff = async (): Promise<void> => {
    while (wanted.length > 0 && !closing.signal.aborted) {
      await clock.wait(timings.proxyIdleMs, closing.signal);
      const [next] = wanted;
      if (next !== undefined && isIdle() && !closing.signal.aborted) await makeOne(next);
    }
    working = null;
  };

  return {
    want: async (mediaIds, isPlaying) => {
      if (isPlaying) playsUntil = clock.steady() + playingMs;
      else playsUntil = 0;
      const found = await Promise.all(mediaIds.map(async (mediaId) => [mediaId, await proxyOf(mediaId)] as const));
      const ready = found.flatMap(([mediaId, path]) => (path === null ? [] : [mediaId]));
      wanted = mediaIds.filter((mediaId) => wantsMore() && !ready.includes(mediaId) && !failed.has(mediaId));
      if (wanted.length > 0) working ??= workOff();
      return { ready, pending: wanted };
    },
    close: () => closing.abort(),
  };
}

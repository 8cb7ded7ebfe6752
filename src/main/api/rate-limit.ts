import type { Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import type { CloudError } from './errors.ts';

export type RateLimit = {
  /**
   * Does the call; when it is answered with 429, waits and does it once more. Where the wait is broken off, by the signal or by
   * `cancel`, the 429 stands: the cloud has refused the call, which `cancelled` would leave open.
   */
  readonly withRetry: <T>(
    call: () => Promise<Result<T, CloudError>>,
    signal?: AbortSignal,
  ) => Promise<Result<T, CloudError>>;
  /** The user does not want to wait: every call that waits ends with its `rate-limited`. */
  readonly cancel: () => void;
};

/**
 * The patience of the wire contract ("429: wait 30 s, retry once"). `onWait` is told until when (epoch ms) the app waits, and null
 * when no call waits any more.
 */
export function createRateLimit(deps: {
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'rateLimitMs'>;
  readonly onWait: (untilMs: number | null) => void;
}): RateLimit {
  let waiting = 0;
  let patience = new AbortController();
  const wait = async (signal: AbortSignal): Promise<void> => {
    waiting += 1;
    deps.onWait(deps.clock.now() + deps.timings.rateLimitMs);
    await deps.clock.wait(deps.timings.rateLimitMs, signal);
    waiting -= 1;
    if (waiting === 0) deps.onWait(null);
  };
  return {
    withRetry: async (call, signal) => {
      const first = await call();
      if (first.ok || first.error.kind !== 'rate-limited') return first;
      const ending = signal ? AbortSignal.any([signal, patience.signal]) : patience.signal;
      await wait(ending);
      return ending.aborted ? first : call();
    },
    cancel: () => {
      patience.abort();
      patience = new AbortController();
    },
  };
}

import type { Failure } from '../../shared/domain/failure.ts';
import { err, type Result } from '../../shared/result.ts';

/** What work comes to, or `cancelled` as soon as nobody waits for it: for work that is shared and cannot be broken off. */
export function unlessAborted<T>(work: Promise<Result<T, Failure>>, signal: AbortSignal): Promise<Result<T, Failure>> {
  const aborted = new Promise<Result<T, Failure>>((resolve) => {
    const giveUp = (): void => resolve(err({ code: 'cancelled' }));
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
  });
  return Promise.race([work, aborted]);
}

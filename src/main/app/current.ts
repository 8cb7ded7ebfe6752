import type { Result } from '../../shared/result.ts';
import type { App } from './app.ts';
import type { StartProblem } from './real.ts';

type Open = () => Promise<Result<App, StartProblem>>;

/** Which app is open: that on the real cloud, or that on the demo cloud. */
export type CurrentApp = {
  /** Waits until there is one. */
  readonly get: () => Promise<App>;
  /** Null before the first is open. */
  readonly now: () => App | null;
  /**
   * Opens this and closes what was open. Null: it worked. After a problem all stays as it was. `listenTo` gets the app before anybody
   * else has it, and answers with how to stop listening: what an app that was left has to say is heard by nobody.
   */
  readonly turnTo: (open: Open, listenTo: (app: App) => () => void) => Promise<StartProblem | null>;
  /** Closes what is open, for this to take its place: nothing is open meanwhile, nor after a problem. */
  readonly replace: CurrentApp['turnTo'];
  /** Resolves when all that was left is closed. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export function createCurrentApp(report: (error: unknown) => void): CurrentApp {
  let waiting: ((app: App) => void)[] = [];
  let current: App | null = null;
  let stopListening = (): void => undefined;
  let closing: Promise<void> = Promise.resolve();

  const turnTo: CurrentApp['turnTo'] = async (open, listenTo) => {
    // The same history is never open twice.
    await closing;
    const next = await open();
    if (!next.ok) return next.error;
    const before = current;
    stopListening();
    current = next.value;
    stopListening = listenTo(next.value);
    for (const resolve of waiting) resolve(next.value);
    waiting = [];
    // Nobody waits for what is left behind.
    closing = before?.close().catch(report) ?? closing;
    return null;
  };

  return {
    get: () => (current ? Promise.resolve(current) : new Promise((resolve) => (waiting = [...waiting, resolve]))),
    now: () => current,
    turnTo,
    replace: (open, listenTo) => {
      stopListening();
      stopListening = () => undefined;
      closing = current?.close().catch(report) ?? closing;
      current = null;
      return turnTo(open, listenTo);
    },
    settled: () => closing,
    close: async () => {
      await Promise.all([current?.close(), closing]);
    },
  };
}

import type { Env } from '../app/env.ts';

/** One page, as far as its life can be told from outside. */
export type WatchedPage = {
  /** False while nobody waits for it: it is hidden, or held up by a dialog of the system or a debugger. */
  readonly isWaitedFor: () => boolean;
  /** Resolves, or rejects, as soon as its script could do something. */
  readonly ping: () => Promise<unknown>;
  /** Asks the user; `back` is aborted when the page answers after all. True: it is to be loaded anew. */
  readonly ask: (back: AbortSignal) => Promise<boolean>;
  readonly reload: () => void;
};

/** Pings for which a page may owe an answer before the user is asked; and once they have said that they wait. */
const patience = { first: 3, after: 12 } as const;

/**
 * Notices a page that does nothing any more: Electron's own `unresponsive` does not come everywhere. It counts pings, not time: a computer
 * that slept, and a main process that stood still, have asked for nothing meanwhile.
 */
export async function watchForHangs(
  { clock, timings }: Pick<Env, 'clock' | 'timings'>,
  page: WatchedPage,
  signal?: AbortSignal,
): Promise<void> {
  /** The ping that has no answer yet; aborted when it has. */
  let owed = null as AbortController | null;
  let missed = 0;
  let most: number = patience.first;

  const ping = (): void => {
    const asked = new AbortController();
    const answered = (): void => {
      if (owed === asked) [owed, most] = [null, patience.first];
      asked.abort();
    };
    [owed, missed] = [asked, 0];
    page.ping().then(answered, answered);
  };

  for (;;) {
    await clock.wait(timings.pagePingMs, signal);
    if (signal?.aborted) return;
    if (!page.isWaitedFor()) owed = null;
    else if (owed === null) ping();
    else if ((missed += 1) >= most) {
      const { signal: back } = owed;
      const wantsReload = await page.ask(back);
      // It may have come back while the question stood.
      if (wantsReload && !back.aborted) page.reload();
      [owed, most] = [null, wantsReload ? patience.first : patience.after];
    }
  }
}

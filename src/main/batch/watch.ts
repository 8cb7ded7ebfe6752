import type { AppEvent } from '../../shared/contract/events.ts';

/** Waits for what other rooms tell by events. */
export type Watch = {
  /** Resolves with what `look` finds, now or after an event; null once the signal is aborted. */
  readonly until: <T>(look: () => T | null, signal: AbortSignal) => Promise<T | null>;
  readonly hear: (event: AppEvent) => void;
  /** Looks again, for what no event tells. */
  readonly wake: () => void;
};

const heard: ReadonlySet<AppEvent['type']> = new Set([
  'turn',
  'turn-removed',
  'queue',
  'upload',
  'upload-removed',
  'export',
  'project-removed',
]);

export function createWatch(): Watch {
  const looks = new Set<() => void>();
  const wake = (): void => {
    for (const look of looks) look();
  };
  return {
    wake,
    until: (look, signal) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          looks.delete(again);
          signal.removeEventListener('abort', giveUp);
        };
        const giveUp = (): void => {
          end();
          resolve(null);
        };
        const again = (): void => {
          try {
            const found = look();
            if (found === null) return;
            end();
            resolve(found);
          } catch (error) {
            end();
            reject(error as Error);
          }
        };
        if (signal.aborted) return resolve(null);
        looks.add(again);
        signal.addEventListener('abort', giveUp, { once: true });
        again();
      }),
    hear: (event) => {
      if (heard.has(event.type)) wake();
    },
  };
}

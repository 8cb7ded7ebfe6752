import type { NewVersion, UpdateState } from '../../../shared/domain/update.ts';
import type { Failure } from '../../../shared/domain/failure.ts';
import { done, err, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../clock.ts';
import type { Timings } from '../../timings.ts';
import { troubleOf, type Updater } from './updater.ts';

/** How this copy of the app gets its updates. */
export type Channel = Updater & {
  /** Puts what was fetched in place of this copy, which is about to end; null where somebody else has to. */
  readonly install: ((restart: boolean) => Promise<void>) | null;
};

export type UpdatesParts = {
  /** Whether this copy knows where updates come from. */
  readonly isConfigured: () => boolean;
  /** Loads what looks for updates; null where there is no feed that can be used. */
  readonly load: () => Promise<Channel | null>;
  /** Whether anything is under way that an update must not end. */
  readonly isBusy: () => boolean;
  /** Copies history and settings while nobody has them open. Error: the system's code. */
  readonly backUp: (name: string) => Result<string, string>;
  readonly quit: () => void;
  readonly emit: (update: UpdateState) => void;
  readonly clock: Pick<Clock, 'now' | 'wait'>;
  readonly timings: Pick<Timings, 'updateFirstMs' | 'updateEveryMs'>;
  readonly report: (error: unknown) => void;
};

export type Updates = {
  readonly state: () => UpdateState;
  /** Looks for newer versions from now on, once a day. */
  readonly begin: () => void;
  /** The user wants to know now. */
  readonly check: () => Promise<void>;
  /** Something has begun or ended. */
  readonly activityChanged: () => void;
  readonly restart: () => Result<null, Failure>;
  /** The app ends, and has closed everything: backs up and installs what is ready. */
  readonly installAtEnd: () => Promise<void>;
};

/** Finds, fetches and installs newer versions; nothing is loaded before the first look. */
export function createUpdates(parts: UpdatesParts): Updates {
  const { clock, timings, emit, isBusy, report } = parts;
  let known: UpdateState | null = null;
  let channel: Channel | null = null;
  let looking: Promise<void> | null = null;
  let restarts = false;

  const state = (): UpdateState =>
    (known ??= parts.isConfigured() ? { kind: 'current', checkedAt: null } : { kind: 'off' });
  const set = (next: UpdateState): void => {
    known = next;
    emit(next);
  };
  const ready = (next: NewVersion): void => set({ kind: 'ready', next, mayRestart: !isBusy() });

  const look = async (): Promise<void> => {
    channel ??= await parts.load();
    if (channel === null) return set({ kind: 'off' });
    const next = await channel.check();
    if (next === null) return set({ kind: 'current', checkedAt: clock.now() });
    if (channel.install === null) return set({ kind: 'by-hand', next });
    set({ kind: 'downloading', next, share: 0 });
    await channel.download((share) => set({ kind: 'downloading', next, share }));
    ready(next);
  };

  const check = (): Promise<void> => {
    if (state().kind === 'ready') return Promise.resolve();
    looking ??= look()
      .catch((error: unknown) => {
        const trouble = troubleOf(error);
        if (trouble === 'other') report(error);
        set({ kind: 'failed', trouble });
      })
      .finally(() => (looking = null));
    return looking;
  };

  const lookDaily = async (): Promise<void> => {
    await clock.wait(timings.updateFirstMs);
    while (state().kind !== 'off' && state().kind !== 'ready') {
      await check();
      await clock.wait(timings.updateEveryMs);
    }
  };

  return {
    state,
    begin: () => void lookDaily().catch(report),
    check: () => {
      if (state().kind !== 'ready' && state().kind !== 'downloading') set({ kind: 'checking' });
      return check();
    },
    activityChanged: () => {
      if (known?.kind === 'ready' && known.mayRestart === isBusy()) ready(known.next);
    },
    restart: () => {
      if (known?.kind !== 'ready' || isBusy()) return err({ code: 'update-waits' });
      restarts = true;
      parts.quit();
      return done;
    },
    installAtEnd: async () => {
      if (known?.kind !== 'ready') return;
      const kept = parts.backUp(`before-${known.next.version}`);
      if (kept.ok) await channel?.install?.(restarts);
      else report(new Error(`No update, since nothing could be backed up: ${kept.error}`));
    },
  };
}

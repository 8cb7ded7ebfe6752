import type { AppUpdater } from 'electron-updater';
import type { NewVersion, UpdateTrouble } from '../../../shared/domain/update.ts';

/** Finds and fetches newer versions. Both reject with what `troubleOf` reads. */
export type Updater = {
  /** Null: there is none. */
  readonly check: () => Promise<NewVersion | null>;
  /** Fetches what was found, and checks it. `onShare`: 0..1. */
  readonly download: (onShare: (share: number) => void) => Promise<void>;
};

/** Longer notes are a book. UTF-16 units. */
const longestNotes = 20_000;

/** electron-updater as Rushes wants it: it looks and fetches when it is told to, never goes back, and tells the feed nothing of the user. */
export function updaterOver(updater: AppUpdater): Updater {
  updater.autoDownload = false;
  updater.allowDowngrade = false;
  updater.disableWebInstaller = true;
  updater.logger = null;
  // Else each request would carry a number that is this computer's own, for versions that only some are to get.
  updater.requestHeaders = { 'x-user-staging-id': 'none' };
  updater.isUserWithinRollout = () => true;
  return {
    check: async () => {
      const found = await updater.checkForUpdates();
      if (found?.isUpdateAvailable !== true) return null;
      const { version, releaseNotes } = found.updateInfo;
      const notes =
        typeof releaseNotes === 'string' ? releaseNotes : releaseNotes?.map(({ note }) => note).join('\n\n');
      return { version, notes: (notes ?? '').slice(0, longestNotes) };
    },
    download: async (onShare) => {
      const tell = ({ percent }: { readonly percent: number }): void => onShare(Math.min(1, percent / 100));
      updater.on('download-progress', tell);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.off('download-progress', tell);
      }
    },
  };
}

const troubles: readonly (readonly [pattern: RegExp, trouble: UpdateTrouble])[] = [
  [/CHECKSUM|INVALID_SIGNATURE|NO_CHECKSUM|code signature|sha512/i, 'not-genuine'],
  [/ENOSPC/, 'disk-full'],
  [/EACCES|EROFS|EPERM|read-only volume/, 'read-only'],
  [/net::ERR_(?!HTTP|INVALID|BLOCKED|TOO_MANY)|ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|timed out|aborted/i, 'offline'],
  [/ERR_UPDATER|HTTP_ERROR|HttpError|status \d{3}|YAML|Cannot (?:parse|find|download)|redirects|net::/i, 'feed'],
];

/** What an error of electron-updater means for the user. Its codes and messages are all that there is to tell them apart. */
export function troubleOf(error: unknown): UpdateTrouble {
  const { code = '', name = '', message = String(error) } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const text = [code, name, message].map(String).join(' ');
  return troubles.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

import { join } from 'node:path';
import { app } from 'electron';
import type { Locale } from '../../shared/domain/app-state.ts';
import { systemClock } from '../clock.ts';
import { type FileSettings, openSettings } from '../storage/settings-file.ts';
import type { Log, LogLevel } from './log.ts';
import { takeEnvironment, chooseLocale } from './start-options.ts';

/** What the app was started with, and what it needs before it has a window. Paths are absolute. */
export type Started = {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whose page is shown in place of our own, in development. */
  readonly devServer: string | undefined;
  readonly profileDir: string;
  readonly resourcesDir: string;
  /** Where the built scripts and pages lie. */
  readonly builtDir: string;
  readonly settings: FileSettings;
  readonly log: Log;
  readonly report: (error: unknown) => void;
  readonly locale: () => Locale;
};

/** Takes secrets out of the environment and reads the settings. The window waits for this: whatever else is loaded here delays it. */
export function readStart(): Started {
  const { env: variables, secrets, devServer } = takeEnvironment(process.env, app.isPackaged);
  const profileDir = app.getPath('userData');
  const log = createLateLog(join(profileDir, 'logs'), secrets);
  const report = (error: unknown): void => log.error('Something went wrong that should not', error);
  const settings = openSettings({ folder: profileDir, now: systemClock.now, onUnsaved: report });
  return {
    variables,
    devServer,
    profileDir,
    resourcesDir: join(app.getAppPath(), 'resources'),
    builtDir: join(app.getAppPath(), 'out'),
    settings,
    log,
    report,
    locale: () => chooseLocale(settings.get('preferences').language, wantedLanguages()),
  };
}

/** A log that is loaded with its first line. */
function createLateLog(folder: string, secrets: readonly string[]): Log {
  let log: Promise<Log> | null = null;
  const write =
    (at: LogLevel) =>
    (message: string, details?: unknown): void => {
      log ??= import('./log.ts').then(({ createLog }) => createLog({ folder, level: 'info', secrets }));
      void log.then((loaded) => loaded[at](message, details));
    };
  return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}

/** The languages the user wants, for `chooseLocale`. Use it after `ready`. */
export function wantedLanguages(): readonly string[] {
  return [app.commandLine.getSwitchValue('lang'), ...app.getPreferredSystemLanguages(), app.getLocale()];
}

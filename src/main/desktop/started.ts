import { join } from 'node:path';
import { app } from 'electron';
import type { Locale } from '../../shared/domain/app-state.ts';
import { type MainTranslate, mainTexts } from '../../shared/locales/main-texts.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import { systemClock } from '../clock.ts';
import type { Settings } from '../storage/settings.ts';
import { openSettings } from '../storage/settings-file.ts';
import { readTimings } from '../timings.ts';
import { createLog, type Log } from './log.ts';
import { takeEnvironment, chooseLocale } from './start-options.ts';

/** What the app was started with, and what it needs before it has a window. Paths are absolute. */
export type Started = {
  readonly env: Omit<Env, 'bus'>;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Whose page is shown in place of our own, in development. */
  readonly devServer: string | undefined;
  readonly profileDir: string;
  readonly resourcesDir: string;
  /** Where the built scripts and pages lie. */
  readonly builtDir: string;
  readonly settings: Settings;
  readonly log: Log;
  readonly texts: () => MainTranslate;
};

/** Takes secrets out of the environment, and opens log and settings. Error: what is wrong with a variable. */
export function readStart(): Result<Started, string> {
  const { env: variables, secrets, devServer } = takeEnvironment(process.env, app.isPackaged);
  const timings = readTimings(variables['RUSHES_TIMINGS']);
  if (!timings.ok) return err(`RUSHES_TIMINGS: ${timings.error}`);
  const profileDir = app.getPath('userData');
  const log = createLog({ folder: join(profileDir, 'logs'), level: 'info', secrets });
  const report = (error: unknown): void => log.error('Something went wrong that should not', error);
  const settings = openSettings({ folder: profileDir, now: systemClock.now, onUnsaved: report });
  const locale = (): Locale => chooseLocale(settings.get('preferences').language, wantedLanguages());
  return ok({
    env: { clock: systemClock, timings: timings.value, report, locale },
    variables,
    devServer,
    profileDir,
    resourcesDir: join(app.getAppPath(), 'resources'),
    builtDir: join(app.getAppPath(), 'out'),
    settings,
    log,
    texts: () => mainTexts(locale()),
  });
}

/** The languages the user wants, for `chooseLocale`. Use it after `ready`. */
export function wantedLanguages(): readonly string[] {
  return [app.commandLine.getSwitchValue('lang'), ...app.getPreferredSystemLanguages(), app.getLocale()];
}

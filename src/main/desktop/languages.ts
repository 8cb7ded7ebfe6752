import { app } from 'electron';

/** The languages the user wants, for `chooseLocale`. Use it after `ready`. */
export function wantedLanguages(): readonly string[] {
  return [app.commandLine.getSwitchValue('lang'), ...app.getPreferredSystemLanguages(), app.getLocale()];
}

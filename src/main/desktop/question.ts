import { type BrowserWindow, dialog } from 'electron';
import type { Locale } from '../../shared/domain/app-state.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import type { Settings } from '../storage/settings.ts';

export type DialogParts = {
  /** The window a dialog belongs to; null while there is none. */
  readonly window: () => BrowserWindow | null;
  readonly texts: () => MainTranslate;
  readonly locale: () => Locale;
  readonly settings: Pick<Settings, 'get' | 'set'>;
};

/** The number of the button pressed; `safe` (or else the last one) where the dialog was closed. */
export async function showQuestion(
  window: BrowserWindow | null,
  question: {
    readonly message: string;
    readonly detail: string;
    readonly buttons: readonly string[];
    readonly safe?: number;
    /** Closes it. */
    readonly signal?: AbortSignal;
  },
): Promise<number> {
  const { safe, ...shown } = question;
  const buttons = [...question.buttons];
  const options = {
    ...shown,
    buttons,
    type: 'question',
    defaultId: safe ?? 0,
    cancelId: safe ?? buttons.length - 1,
    noLink: true,
  } as const;
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
  return response;
}

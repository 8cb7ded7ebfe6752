import type { TFunction } from 'i18next';
import type { Locale } from '../domain/app-state.ts';
import { main as en } from './en.json';
import { createTexts } from './texts.ts';
import { main as zh } from './zh.json';

export type MainTranslate = TFunction<'main'>;

const texts = createTexts('main', { en, zh });
const translate = { en: texts.getFixedT('en', 'main'), zh: texts.getFixedT('zh', 'main') };

/** The sentences that main itself says: in menus, dialogs, notifications, the tray, and the note beside a package. */
export function mainTexts(locale: Locale): MainTranslate {
  return translate[locale];
}

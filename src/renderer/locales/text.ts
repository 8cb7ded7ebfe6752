import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../shared/domain/app-state.ts';
import { window as en } from '../../shared/locales/en.json';
import { createTexts } from '../../shared/locales/texts.ts';
import { window as zh } from '../../shared/locales/zh.json';

export type Translate = TFunction<'window'>;

const texts = createTexts('window', { en, zh });

/** Shows the window in this language. It starts with the system's; main says later what the user chose. */
export function changeLocale(locale: Locale): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  void texts.changeLanguage(locale);
}

/** The words of one language, whatever the window's is. */
export function inLocale(locale: Locale): Translate {
  return texts.getFixedT(locale, 'window');
}

/** The one way in which a component gets its words. */
export function useText(): { readonly t: Translate; readonly locale: Locale } {
  const { t, i18n } = useTranslation('window', { i18n: texts });
  return { t, locale: i18n.language === 'zh' ? 'zh' : 'en' };
}

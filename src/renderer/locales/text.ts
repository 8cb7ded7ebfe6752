import { createInstance, type TFunction } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Locale } from '../../shared/domain/app-state.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'window';
    readonly resources: { readonly window: typeof en };
  }
}

export type Translate = TFunction<'window'>;

const texts = createInstance();

/** Starts with the system's language; main says later what the user chose. Answers synchronously: all texts are in the bundle. */
export function startTexts(locale: Locale): Translate {
  void texts.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    ns: ['window'],
    defaultNS: 'window',
    resources: { en: { window: en }, zh: { window: zh } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return texts.getFixedT(locale, 'window');
}

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

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../../shared/domain/app-state.ts';
import { window as en } from '../../shared/locales/en.json';
import { createTexts } from '../../shared/locales/texts.ts';

export type Translate = TFunction<'window'>;

const texts = createTexts('window', { en, zh: {} });
let wanted: Locale = 'en';
let chinese: Promise<void> | null = null;
let hasChinese = false;

/** Loads the Chinese texts, which the first frame of another language does without. */
export function loadChinese(): Promise<void> {
  chinese ??= import('../../shared/locales/zh.json').then(({ window: zh }) => {
    texts.addResourceBundle('zh', 'window', zh);
    hasChinese = true;
  });
  return chinese;
}

/** Shows the window in this language. It starts with what main brought along. */
export function changeLocale(locale: Locale): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  wanted = locale;
  if (locale === 'en' || hasChinese) void texts.changeLanguage(locale);
  else void loadChinese().then(() => texts.changeLanguage(wanted));
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

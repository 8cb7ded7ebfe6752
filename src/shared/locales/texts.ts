import { createInstance, type i18n } from 'i18next';
import type { Locale } from '../domain/app-state.ts';
import { isolated } from '../domain/shown-name.ts';
import type english from './en.json';

type Resources = typeof english;

// Keys are those of the English texts, so that a wrong one does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    readonly defaultNS: 'window';
    readonly resources: Resources;
  }
}

/** Loads the texts of one side into an i18next of its own. They come with the bundle, so it answers at once. */
export function createTexts<Side extends keyof Resources>(side: Side, texts: Readonly<Record<Locale, object>>): i18n {
  const instance = createInstance();
  void instance.init({
    lng: 'en',
    fallbackLng: false,
    ns: [side],
    defaultNS: side,
    resources: { en: { [side]: texts.en }, zh: { [side]: texts.zh } },
    // React escapes; what is escaped here is the direction of others' words.
    interpolation: { escapeValue: true, escape: isolated },
    initAsync: false,
  });
  return instance;
}

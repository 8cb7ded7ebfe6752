import type { Locale, Preferences } from '../../shared/domain/app-state.ts';

/**
 * The language of the app: what the user chose, else the first of the system's languages that we speak, else English.
 * `languages` are BCP 47 tags, the most wanted first (`--lang`, then the system's list); empty texts are passed over.
 */
export function chooseLocale(preference: Preferences['language'], languages: readonly string[]): Locale {
  if (preference !== 'system') return preference;
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh';
    if (/^en\b/i.test(language)) return 'en';
  }
  return 'en';
}

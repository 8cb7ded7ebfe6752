import type { ShownSection } from './sections.tsx';
import { inLocale } from '../locales/text.ts';

const locales = ['en', 'zh'] as const;

/** What a search finds: the settings that have all its words, in whichever language, by their section. */
export function findSettings(sections: readonly ShownSection[], query: string): readonly ShownSection[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return sections
    .map(({ id, settings }) => ({
      id,
      settings: settings.filter((setting) => {
        const texts = locales.map((locale) => {
          const t = inLocale(locale);
          return folded([t(`settings.sections.${id}`), ...setting.words.map((key) => t(key))].join('\n'));
        });
        return words.every((word) => texts.some((text) => text.includes(word)));
      }),
    }))
    .filter(({ settings }) => settings.length > 0);
}

/** Without regard to case and width. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

import { withoutQuotes } from './quotes.ts';
import { chinese } from './words-zh.ts';
import { english } from './words-en.ts';
import type { Language, Words } from './words.ts';

/** The language of a message. What it quotes may be in another; `usual` where nothing in it has a letter. */
export function languageOf(message: string, usual: Language = 'en'): Language {
  const said = [withoutQuotes(message), message].find((text) => /\p{L}/u.test(text));
  return said === undefined ? usual : /\p{Script=Han}/u.test(said) ? 'zh' : 'en';
}

export const words: Readonly<Record<Language, Words>> = { en: english, zh: chinese };

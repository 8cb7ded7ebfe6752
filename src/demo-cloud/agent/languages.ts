import { chinese } from './words-zh.ts';
import { english } from './words-en.ts';
import type { Language, Words } from './words.ts';

export function languageOf(message: string): Language {
  return /\p{Script=Han}/u.test(message) ? 'zh' : 'en';
}

export const words: Readonly<Record<Language, Words>> = { en: english, zh: chinese };

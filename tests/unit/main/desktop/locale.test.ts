import { describe, expect, it } from 'vitest';
import { chooseLocale } from '../../../../src/main/desktop/locale.ts';

describe('chooseLocale', () => {
  it.each([
    ['zh', ['en-US'], 'zh'],
    ['en', ['zh-CN'], 'en'],
    ['system', ['en-US', 'zh-CN'], 'en'],
    ['system', ['', 'zh-Hans-CN', 'en-US'], 'zh'],
    ['system', ['fr-FR', 'zh-TW', 'en'], 'zh'],
    ['system', ['fr-FR', 'de'], 'en'],
    ['system', ['zha', 'eng'], 'en'],
    ['system', ['ZH'], 'zh'],
    ['system', [], 'en'],
  ] as const)('%s among %j is %s', (preference, languages, locale) => {
    expect(chooseLocale(preference, languages)).toBe(locale);
  });
});
